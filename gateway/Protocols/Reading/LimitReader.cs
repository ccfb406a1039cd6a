using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>
/// Reads <c>limits</c>: a mapping of <c>voltage</c>, <c>current</c>, <c>charge</c>, <c>temperature</c>, with <c>delay</c> and <c>action</c> for all
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
        if (node.IsList && node.Items.Count == 0)
        {
            node.Report("an empty list", "voltage: 2.5 V .. 4.35 V, current: 2 mA or temperature: 45 degC; no 'limits' for those of the cell alone");
        }
        foreach (var item in node.IsList ? node.Items : [node])
        {
            if (item.AsMapping("'limits'") is { } map)
            {
                map.Declare(ProgramKeys.Limit.Select(k => k.Name));
                var read = new List<StepLimit>();
                Read(map, context, read);
                limits.AddRange(read.Select(l => l with { Line = map.Node.Line }));
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
        ReadVoltage(map, context, delay, action, limits);
        CurrentLimits.Read(map, context, delay, action, limits);
        ReadCharge(map, context, delay, action, limits);
        ReadTemperature(map, delay, action, limits);
        if (!map.Has("voltage") && !map.Has("current") && !map.Has("charge") && !map.Has("temperature"))
        {
            map.Node.Report("a limit of nothing", "voltage: 2.5 V .. 4.35 V, current: 2 mA or temperature: 45 degC");
        }
        map.Finish();
    }

    static void ReadVoltage(MappingReader map, ProtocolContext context, double delay, LimitAction action, List<StepLimit> limits)
    {
        if (map.Optional("voltage") is not { } node)
        {
            return;
        }
        var (low, high) = OpenRange.Texts(node) is { } texts ? (Volts(texts.Low), Volts(texts.High)) : Both();
        CheckAgainstCell(node, high > context.Cell.HighestVoltage, "the voltage", Readable.Volts(high ?? 0), "above",
            Readable.Volts(context.Cell.HighestVoltage), context);
        CheckAgainstCell(node, low < context.Cell.LowestVoltage, "the voltage", Readable.Volts(low ?? 0), "below",
            Readable.Volts(context.Cell.LowestVoltage), context);
        if (high is { } highest)
        {
            limits.Add(new(Measured.Voltage, true, highest, delay, action, $"voltage above {Readable.Volts(highest)}"));
        }
        if (low is { } lowest)
        {
            limits.Add(new(Measured.Voltage, false, lowest, delay, action, $"voltage below {Readable.Volts(lowest)}"));
        }

        (double?, double?) Both() => map.Span("voltage", Dimension.Voltage) is { } span ? (span.Low, span.High) : (null, null);

        double? Volts(string text)
        {
            if (text.Length == 0)
            {
                return null;
            }
            if (Amount.TryParse(text, Dimension.Voltage, out var amount) && amount.Uncertainty == 0)
            {
                return amount.Value;
            }
            node.Report(node.Description, "LOW .. HIGH, with voltages such as 4.2 V; one of them may be left out");
            return null;
        }
    }

    /// <summary>The charge that a step may pass, whichever way.</summary>
    static void ReadCharge(MappingReader map, ProtocolContext context, double delay, LimitAction action, List<StepLimit> limits)
    {
        if (map.Optional("charge") is not { Text: var text } node)
        {
            return;
        }
        if (text is null || ThresholdValue.Read(context, node, "charge", text, Measured.StepTime) is not { Value: > 0 } charge)
        {
            node.Report(node.Description, "a charge above zero, such as 0.5 mAh or 150 mAh/g; no step may pass more");
            return;
        }
        limits.Add(new(Measured.StepCharge, true, charge.Value, delay, action, $"more charge in a step than {text}"));
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

    internal static void CheckAgainstCell(DocumentNode node, bool beyond, string what, string value, string where, string cellValue, ProtocolContext context)
    {
        if (beyond)
        {
            node.Report($"{what} limit {value} is {where} the {cellValue} of the cell {context.Cell.Name}",
                $"a protocol can only narrow the cell's limits: {cellValue} or tighter");
        }
    }
}
