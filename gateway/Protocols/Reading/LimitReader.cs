using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>
/// Reads <c>limits</c>: a mapping of <c>voltage</c>, <c>current</c>, <c>temperature</c>, with <c>delay</c> and <c>action</c> for all
/// in it, or a list of such mappings.
/// </summary>
static class LimitReader
{
    const double LongestDelaySeconds = 3600;

    internal static IReadOnlyList<StepLimit> Read(MappingReader protocol, ProtocolContext context)
    {
        if (protocol.Optional("limits") is not { } node)
        {
            return [];
        }
        var limits = new List<StepLimit>();
        foreach (var item in node.IsList ? node.Items : [node])
        {
            if (item.AsMapping("'limits'") is { } map)
            {
                Read(map, context, limits);
            }
        }
        return limits;
    }

    static void Read(MappingReader map, ProtocolContext context, List<StepLimit> limits)
    {
        var delay = map.Quantity("delay", Dimension.Time, 0);
        if (delay is < 0 or > LongestDelaySeconds)
        {
            map.Optional("delay")!.Report(map.Optional("delay")!.Description, "a time of 0 s to 1 h; how long the limit must stay crossed");
        }
        var action = map.Choice("action", "stop", "stop", "end_step") == "stop" ? LimitAction.Stop : LimitAction.EndStep;
        if (map.Span("voltage", Dimension.Voltage) is { } voltage)
        {
            var node = map.Optional("voltage")!;
            CheckAgainstCell(node, voltage.High > context.Cell.HighestVoltage, "the voltage", Readable.Volts(voltage.High), "above",
                Readable.Volts(context.Cell.HighestVoltage), context);
            CheckAgainstCell(node, voltage.Low < context.Cell.LowestVoltage, "the voltage", Readable.Volts(voltage.Low), "below",
                Readable.Volts(context.Cell.LowestVoltage), context);
            limits.Add(new(Measured.Voltage, true, voltage.High, delay, action, $"voltage above {Readable.Volts(voltage.High)}"));
            limits.Add(new(Measured.Voltage, false, voltage.Low, delay, action, $"voltage below {Readable.Volts(voltage.Low)}"));
        }
        if (map.Optional("current") is { } currentNode)
        {
            var current = CurrentValue.Read(context, currentNode);
            if (current <= 0)
            {
                currentNode.Report(currentNode.Description, "a current above zero; it limits both directions");
            }
            CheckAgainstCell(currentNode, current > context.Cell.LargestCurrent, "the current", Readable.Amperes(current), "beyond",
                Readable.Amperes(context.Cell.LargestCurrent), context);
            limits.Add(new(Measured.AbsoluteCurrent, true, current, delay, action, $"current beyond {Readable.Amperes(current)}"));
        }
        ReadTemperature(map, delay, action, limits);
        if (!map.Has("voltage") && !map.Has("current") && !map.Has("temperature"))
        {
            map.Node.Report("a limit of nothing", "voltage: 2.5 V .. 4.35 V, current: 2 mA or temperature: 45 degC");
        }
        map.Finish();
    }

    static void ReadTemperature(MappingReader map, double delay, LimitAction action, List<StepLimit> limits)
    {
        if (map.Optional("temperature") is not { } node)
        {
            return;
        }
        var isSpan = node.Text?.Contains("..", StringComparison.Ordinal) == true;
        var span = isSpan ? map.Span("temperature", Dimension.Celsius) : null;
        var high = isSpan ? span?.High ?? double.NaN : node.AsQuantity(Dimension.Celsius);
        limits.Add(new(Measured.Temperature, true, high, delay, action, $"temperature above {high:0.##} degC"));
        if (span is { } both)
        {
            limits.Add(new(Measured.Temperature, false, both.Low, delay, action, $"temperature below {both.Low:0.##} degC"));
        }
    }

    static void CheckAgainstCell(DocumentNode node, bool beyond, string what, string value, string where, string cellValue, ProtocolContext context)
    {
        if (beyond)
        {
            node.Report($"{what} limit {value} is {where} the {cellValue} of the cell {context.Cell.Name}",
                $"a protocol can only narrow the cell's limits: {cellValue} or tighter");
        }
    }
}
