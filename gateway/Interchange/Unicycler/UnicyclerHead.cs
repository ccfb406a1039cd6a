using CoinRig.Documents;

namespace CoinRig.Interchange;

/// <summary>What unicycler says for the whole protocol: <c>record</c> becomes the record rule, <c>safety</c> the limits.</summary>
static class UnicyclerHead
{
    internal static (Place, string)? Record(MappingReader root)
    {
        if (root.Required("record")?.AsMapping("'record'") is not { } record)
        {
            return null;
        }
        var seconds = UnicyclerValue.Positive(record, "time_s");
        List<string> rules = [$"dt: {Numbers.Of(seconds)} s"];
        AddChange(record, "voltage_V", "dV", "V", rules);
        AddChange(record, "current_mA", "dI", "mA", rules);
        record.Finish();
        return (new(record.Node.Line, record.Node.Column), $"{{{string.Join(", ", rules)}}}");
    }

    static void AddChange(MappingReader record, string key, string rule, string unit, List<string> rules)
    {
        if (UnicyclerValue.Number(record, key) is not { } change)
        {
            return;
        }
        if (change <= 0)
        {
            record.Optional(key)!.Report(record.Optional(key)!.Description, $"'{key}' takes a number above zero, or null");
        }
        rules.Add($"{rule}: {Numbers.Of(change)} {unit}");
    }

    internal static (Place, string)? Limits(MappingReader root)
    {
        if (UnicyclerValue.Mapping(root, "safety") is not { } safety)
        {
            return null;
        }
        List<string> limits = [];
        AddRange(safety, "voltage", "min_voltage_V", "max_voltage_V", "V", limits);
        AddRange(safety, "current", "min_current_mA", "max_current_mA", "mA", limits);
        if (UnicyclerValue.Number(safety, "max_capacity_mAh") is { } capacity)
        {
            limits.Add($"charge: {Numbers.Of(capacity)} mAh");
        }
        var delay = UnicyclerValue.Number(safety, "delay_s");
        safety.Finish();
        if (limits.Count == 0)
        {
            return null;
        }
        if (delay is not null and not 0)
        {
            limits.Add($"delay: {Numbers.Of(delay.Value)} s");
        }
        return (new(safety.Node.Line, safety.Node.Column), $"{{{string.Join(", ", limits)}}}");
    }

    static void AddRange(MappingReader safety, string limit, string lowest, string highest, string unit, List<string> limits)
    {
        var low = UnicyclerValue.Number(safety, lowest);
        var high = UnicyclerValue.Number(safety, highest);
        if (low >= high)
        {
            safety.Optional(lowest)!.Report($"{lowest} {Numbers.Of(low.Value)} is not below {highest} {Numbers.Of(high.Value)}", $"'{lowest}' below '{highest}'");
        }
        if (unit == "mA" && high is not null && low == -high)
        {
            limits.Add($"{limit}: {Numbers.Of(high.Value)} {unit}");
        }
        else if (low is not null || high is not null)
        {
            limits.Add($"{limit}: {(Text(low) + " .. " + Text(high)).Trim()}");
        }

        string Text(double? value) => value is { } number ? $"{Numbers.Of(number)} {unit}" : "";
    }
}
