using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>Looks at two steps that follow each other.</summary>
static class NeighbourChecks
{
    internal static void Report(DocumentNode node, Segment? previous, Segment next)
    {
        if (previous is not { Role: SegmentRole.ConstantCurrent } || next.Role != SegmentRole.ConstantVoltage)
        {
            return;
        }
        var arrivals = previous.Until.Where(u => u.Quantity == Measured.Voltage).ToArray();
        if (arrivals.Length == 1 && arrivals[0].Threshold != next.Set.Start)
        {
            node.Warn($"the hold is at {Readable.Volts(next.Set.Start)}, but the step before it ends at {Readable.Volts(arrivals[0].Threshold)}",
                "usually both are the same voltage");
        }
        var cutOff = next.Until.FirstOrDefault(u => u is { Quantity: Measured.AbsoluteCurrent, Above: false });
        if (cutOff is not null && arrivals.Length == 1 && cutOff.Threshold >= previous.LargestExpectedAmperes)
        {
            node.Warn($"the hold ends as soon as it begins: '{cutOff.Text}' is met by the current of the step before it",
                $"a cut-off below {Readable.Amperes(previous.LargestExpectedAmperes)}");
        }
    }
}
