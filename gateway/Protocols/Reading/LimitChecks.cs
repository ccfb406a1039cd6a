using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>Holds what a step asks for against the limits of cell and protocol. A value that was not readable (NaN) was reported already.</summary>
static class LimitChecks
{
    /// <summary>A threshold closer to a limit than this may be overtaken by it, V.</summary>
    const double MarginVolts = 2e-3;

    /// <summary>Reports a voltage that the limits forbid.</summary>
    /// <param name="context">The limits.</param>
    /// <param name="node">Where it stands.</param>
    /// <param name="volts">The voltage, V.</param>
    /// <param name="what">What it is, for the message: "the step is set to 4.6 V".</param>
    internal static void Voltage(ProtocolContext context, DocumentNode node, double volts, string what)
    {
        var (high, whoseHigh) = context.Highest;
        var (low, whoseLow) = context.Lowest;
        if (volts > high)
        {
            node.Report($"{what} {Readable.Volts(volts)}, above {whoseHigh} limit of {Readable.Volts(high)}", $"at most {Readable.Volts(high)}");
        }
        else if (volts < low)
        {
            node.Report($"{what} {Readable.Volts(volts)}, below {whoseLow} limit of {Readable.Volts(low)}", $"at least {Readable.Volts(low)}");
        }
        else if (volts > high - MarginVolts || volts < low + MarginVolts)
        {
            node.Warn($"{what} {Readable.Volts(volts)}, which is as good as {(volts > high - MarginVolts ? whoseHigh : whoseLow)} limit",
                "noise of a reading can cross the limit and stop the run: leave some millivolts between them");
        }
    }

    /// <summary>Reports a current that the limits forbid.</summary>
    internal static void Current(ProtocolContext context, DocumentNode node, double amperes, string what)
    {
        var (largest, whose) = context.Largest;
        if (Math.Abs(amperes) > largest)
        {
            node.Report($"{what} {Readable.Amperes(Math.Abs(amperes))}, beyond {whose} limit of {Readable.Amperes(largest)}",
                $"at most {Readable.Amperes(largest)}");
        }
        else if (amperes > context.HighestCurrent)
        {
            node.Report($"{what} {Readable.Amperes(amperes)}, above the protocol's limit of {Readable.Amperes(context.HighestCurrent)}",
                $"at most {Readable.Amperes(context.HighestCurrent)}");
        }
        else if (amperes < context.LowestCurrent)
        {
            node.Report($"{what} {Readable.Amperes(amperes)}, below the protocol's limit of {Readable.Amperes(context.LowestCurrent)}",
                $"at least {Readable.Amperes(context.LowestCurrent)}");
        }
    }
}
