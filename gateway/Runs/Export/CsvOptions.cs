namespace CoinRig.Runs;

/// <summary>What may be chosen about a CSV export.</summary>
public sealed record CsvOptions
{
    /// <summary>Writes exactly 0 A while the cell was at rest, as ampworks and others find rests by; otherwise what was measured.</summary>
    public bool ZeroCurrentAtRest { get; init; }

    /// <summary>
    /// Counts every segment as a step, as battery cyclers do with the pulses and rests of a titration; otherwise steps are those of the
    /// protocol, whose numbers results and screens use.
    /// </summary>
    public bool SegmentsAsSteps { get; init; }
}
