namespace CoinRig.Protocols;

/// <summary>How many samples a segment probably records.</summary>
static class SampleEstimate
{
    /// <summary>Samples of the dense recording after a change, before it has thinned out.</summary>
    const double DenseSamples = 60;

    /// <summary>Voltage by which a cell typically relaxes in a rest, V.</summary>
    const double RelaxationVolts = 0.05;

    /// <param name="segment">The segment.</param>
    /// <param name="seconds">Its duration, s.</param>
    /// <param name="windowVolts">Width of the voltage window that the plan uses, V.</param>
    /// <param name="shareOfCapacity">Share of the capacity that it moves.</param>
    /// <param name="scansPerSecond">No more than one sample a scan.</param>
    internal static double Samples(Segment segment, double seconds, double windowVolts, double shareOfCapacity, double scansPerSecond)
    {
        var travelVolts = segment switch
        {
            { Role: SegmentRole.Sweep } => Math.Abs(segment.Set.SlopePerSecond) * seconds,
            { Mode: ControlMode.Voltage } => 0,
            { Mode: not ControlMode.OpenCircuit } when segment.Set.Start != 0 => windowVolts * Math.Min(1, shareOfCapacity) + RelaxationVolts,
            _ => RelaxationVolts,
        };
        var wanted = Math.Max(seconds / segment.Record.IntervalSeconds, travelVolts / segment.Record.VoltageChange) + DenseSamples;
        return Math.Max(1, Math.Min(wanted, seconds * scansPerSecond));
    }
}
