using System.Text.Json;

namespace CoinRig.Interchange.Tests;

/// <summary>The schema of aurora-unicycler 0.4.6 as the reference page states it. It shares nothing with what is tested.</summary>
static class UnicyclerRules
{
    static readonly Dictionary<string, string[]> Keys = new()
    {
        ["open_circuit_voltage"] = ["until_time_s"],
        ["constant_current"] = ["rate_C", "current_mA", "until_time_s", "until_voltage_V"],
        ["constant_voltage"] = ["voltage_V", "until_time_s", "until_rate_C", "until_current_mA"],
        ["voltage_scan"] = ["start_voltage_V", "end_voltage_V", "scan_rate_mV_per_s"],
        ["tag"] = ["tag"],
        ["loop"] = ["loop_to", "cycle_count"],
    };

    /// <summary>What unicycler would refuse; empty where it takes the file.</summary>
    internal static List<string> Refusals(string json)
    {
        var refusals = new List<string>();
        var root = JsonDocument.Parse(json).RootElement;
        Only(root, refusals, "unicycler", "sample", "record", "safety", "method");
        if (root.TryGetProperty("sample", out var sample))
        {
            Only(sample, refusals, "name", "capacity_mAh");
            Must(sample.GetProperty("name").GetString()!.Length > 0, "an empty name", refusals);
            Must(Value(sample, "capacity_mAh") is null or > 0, "no capacity", refusals);
        }
        var record = root.GetProperty("record");
        Only(record, refusals, "time_s", "voltage_V", "current_mA");
        Must(Value(record, "time_s") > 0 && Value(record, "voltage_V") is null or > 0 && Value(record, "current_mA") is null or > 0, "record", refusals);
        if (root.TryGetProperty("safety", out var safety))
        {
            Only(safety, refusals, "max_voltage_V", "min_voltage_V", "max_current_mA", "min_current_mA", "max_capacity_mAh", "delay_s");
            Must(!(Value(safety, "max_voltage_V") <= Value(safety, "min_voltage_V")) && !(Value(safety, "max_current_mA") <= Value(safety, "min_current_mA")), "safety", refusals);
            Must(Value(safety, "max_capacity_mAh") is null or >= 0 && Value(safety, "delay_s") is null or >= 0, "safety", refusals);
        }
        Method([.. root.GetProperty("method").EnumerateArray()], refusals);
        return refusals;
    }

    static void Method(JsonElement[] steps, List<string> refusals)
    {
        Must(steps.Length > 0, "no step", refusals);
        var tags = new Dictionary<string, int>();
        var loops = new List<(int From, int To)>();
        for (var i = 0; i < steps.Length; i++)
        {
            var kind = steps[i].GetProperty("step").GetString()!;
            Only(steps[i], refusals, ["step", "id", .. Keys[kind]]);
            Must(kind switch
            {
                "open_circuit_voltage" => Value(steps[i], "until_time_s") > 0,
                "constant_current" => (NotZero(steps[i], "rate_C") || NotZero(steps[i], "current_mA")) && (NotZero(steps[i], "until_time_s") || NotZero(steps[i], "until_voltage_V")),
                "constant_voltage" => Value(steps[i], "voltage_V") is not null
                    && (NotZero(steps[i], "until_time_s") || NotZero(steps[i], "until_rate_C") || NotZero(steps[i], "until_current_mA")),
                "voltage_scan" => Value(steps[i], "start_voltage_V") != Value(steps[i], "end_voltage_V") && Value(steps[i], "scan_rate_mV_per_s") > 0,
                "tag" => tags.TryAdd(steps[i].GetProperty("tag").GetString()!, i),
                _ => Loop(steps[i], i, tags, loops),
            }, $"step {i + 1}", refusals);
        }
        Must(!loops.Any(a => loops.Any(b => a.From < b.From && b.From <= a.To && a.To < b.To)), "intersecting loops", refusals);
    }

    static bool Loop(JsonElement loop, int at, Dictionary<string, int> tags, List<(int, int)> loops)
    {
        var to = loop.GetProperty("loop_to");
        var from = to.ValueKind == JsonValueKind.String ? tags.GetValueOrDefault(to.GetString()!, int.MaxValue) : to.GetInt32() - 1;
        loops.Add((from, at));
        return from < at - 1 && loop.GetProperty("cycle_count").GetInt32() > 0;
    }

    static bool NotZero(JsonElement element, string key) => Value(element, key) is not (null or 0);

    static double? Value(JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetDouble() : null;

    static void Only(JsonElement element, List<string> refusals, params string[] keys) =>
        refusals.AddRange(element.EnumerateObject().Select(p => p.Name).Except(keys).Select(k => $"unknown key {k}"));

    static void Must(bool holds, string what, List<string> refusals)
    {
        if (!holds)
        {
            refusals.Add(what);
        }
    }
}
