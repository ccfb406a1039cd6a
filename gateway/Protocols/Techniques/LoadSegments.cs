using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>Segments of constant power and resistance: how much current they may need follows from the voltages at which they can be.</summary>
static class LoadSegments
{
    /// <summary>Room above the largest current that follows from the voltages: a cut-off is seen a little beyond it.</summary>
    const double Margin = 1.05;

    /// <summary>A constant power.</summary>
    /// <param name="context">Cell and limits.</param>
    /// <param name="node">Where the power stands.</param>
    /// <param name="watts">The power, W; positive charges.</param>
    /// <param name="ends">What ends it.</param>
    /// <param name="record">When samples are recorded.</param>
    /// <param name="largestAmperes">The most that it may drive, A; NaN where nothing is said.</param>
    internal static Segment Power(ProtocolContext context, DocumentNode node, double watts, IReadOnlyList<EndCondition> ends, RecordRule record, double largestAmperes)
    {
        var from = watts < 0 ? LowestVolts(context, ends) : context.Lowest.Volts;
        // A charge needs least at the highest voltage; a discharge is to reach its end.
        var goal = watts < 0 ? from : context.Highest.Volts;
        if (double.IsNaN(largestAmperes) && goal > 0 && Math.Abs(watts) / goal > context.Largest.Amperes)
        {
            node.Report($"{Readable.Watts(Math.Abs(watts))} at {Readable.Volts(goal)} need {Readable.Amperes(Math.Abs(watts) / goal)}, beyond {context.Largest.Whose} limit of {Readable.Amperes(context.Largest.Amperes)}",
                $"at most {Readable.Watts(context.Largest.Amperes * goal)}{(watts < 0 ? ", an end at a higher voltage, or a 'largest_current' with which the step then goes on" : "")}");
        }
        var needed = from > 0 ? Math.Abs(watts) / from : double.PositiveInfinity;
        return new(SegmentRole.ConstantPower, ControlMode.Power, Waveform.Constant(watts), ends, record, Largest(context, needed, largestAmperes));
    }

    /// <summary>A constant resistance; parameters as for a power.</summary>
    internal static Segment Resistance(ProtocolContext context, DocumentNode node, double ohms, IReadOnlyList<EndCondition> ends, RecordRule record, double largestAmperes)
    {
        var from = LowestVolts(context, ends);
        if (double.IsNaN(largestAmperes) && from / ohms > context.Largest.Amperes)
        {
            node.Report($"{Readable.Volts(from)} over {ohms:0.###} ohm are {Readable.Amperes(from / ohms)}, beyond {context.Largest.Whose} limit of {Readable.Amperes(context.Largest.Amperes)}",
                $"at least {from / context.Largest.Amperes:0.#} ohm, or a 'largest_current' with which the step then goes on");
        }
        return new(SegmentRole.ConstantResistance, ControlMode.Resistance, Waveform.Constant(ohms), ends, record,
            Largest(context, Math.Max(Math.Abs(context.Highest.Volts), Math.Abs(context.Lowest.Volts)) / ohms, largestAmperes));
    }

    static double LowestVolts(ProtocolContext context, IReadOnlyList<EndCondition> ends) =>
        ends.Where(e => e is { Quantity: Measured.Voltage, Above: false }).Select(e => e.Threshold).Append(context.Lowest.Volts).Max();

    static double Largest(ProtocolContext context, double needed, double given) =>
        double.IsNaN(given) ? Math.Min(Margin * needed, ProtocolContext.PartOfLimit * context.Largest.Amperes) : given;
}
