using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>Reads a limit of the current: one value for both directions, or a range with its signs, of which an end may be left out.</summary>
static class CurrentLimits
{
    internal static void Read(MappingReader map, ProtocolContext context, double delay, LimitAction action, List<StepLimit> limits)
    {
        if (map.Optional("current") is not { } node)
        {
            return;
        }
        if (node.Text?.Split("..", StringSplitOptions.TrimEntries) is [var low, var high])
        {
            ReadRange(context, node, low, high, delay, action, limits);
            return;
        }
        var current = CurrentValue.Read(context, node);
        if (current <= 0)
        {
            node.Report(node.Description, "a current above zero, which limits both directions, or a range such as -2 mA .. 1 mA");
        }
        CheckAgainstCell(context, node, current);
        limits.Add(new(Measured.AbsoluteCurrent, true, current, delay, action, $"current beyond {Readable.Amperes(current)}"));
    }

    static void ReadRange(ProtocolContext context, DocumentNode node, string low, string high, double delay, LimitAction action, List<StepLimit> limits)
    {
        var (lowest, highest) = (Amperes(context, node, low), Amperes(context, node, high));
        if (double.IsNaN(lowest) && double.IsNaN(highest))
        {
            node.Report(node.Description, "LOW .. HIGH, with currents such as -2 mA .. 1 mA; one of them may be left out");
        }
        if (lowest >= highest)
        {
            node.Report(node.Description, "the lower current first, then a higher one");
        }
        if (highest < 0 || lowest > 0)
        {
            node.Report(node.Description, "a range that holds 0: in a rest no current flows");
        }
        CheckAgainstCell(context, node, highest);
        CheckAgainstCell(context, node, lowest);
        if (!double.IsNaN(highest))
        {
            limits.Add(new(Measured.Current, true, highest, delay, action, $"current above {Readable.Amperes(highest)}"));
        }
        if (!double.IsNaN(lowest))
        {
            limits.Add(new(Measured.Current, false, lowest, delay, action, $"current below {Readable.Amperes(lowest)}"));
        }
    }

    /// <summary>A current in A; NaN where it is left out or was reported.</summary>
    static double Amperes(ProtocolContext context, DocumentNode node, string text)
    {
        if (text.Length == 0)
        {
            return double.NaN;
        }
        if (CurrentValue.TryParse(text, out var value))
        {
            return value.Resolve(context, node);
        }
        node.Report($"'{text}'", CurrentValue.Allowed);
        return double.NaN;
    }

    static void CheckAgainstCell(ProtocolContext context, DocumentNode node, double amperes) =>
        LimitReader.CheckAgainstCell(node, Math.Abs(amperes) > context.Cell.LargestCurrent, "the current", Readable.Amperes(Math.Abs(amperes)), "beyond",
            Readable.Amperes(context.Cell.LargestCurrent), context);
}
