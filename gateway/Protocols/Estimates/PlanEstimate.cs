namespace CoinRig.Protocols;

/// <summary>What a plan will probably take, for <c>check</c>.</summary>
public sealed record PlanEstimate
{
    const int BytesPerSample = 16;

    /// <summary>A run file before any sample, and what a step and its segments add to it.</summary>
    const int BytesPerFile = 100_000;
    const int BytesPerStep = 800;

    /// <summary>How long it takes.</summary>
    public required EstimatedTime Duration { get; init; }

    /// <summary>What the duration rests on, where it is more than the protocol.</summary>
    public string Basis { get; init; } = "by the nominal capacity";

    /// <summary>The highest voltage that the plan goes to, V; NaN where it never sets or waits for one.</summary>
    public required double HighestVolts { get; init; }

    /// <summary>Whether <see cref="HighestVolts"/> is a limit rather than a goal, because a charge has no voltage end.</summary>
    public required bool HighestVoltsIsLimit { get; init; }

    /// <summary>The largest current, A, without sign.</summary>
    public required double LargestAmperes { get; init; }

    /// <summary>Whether <see cref="LargestAmperes"/> is what a voltage-controlled step is expected to stay under, rather than a set current.</summary>
    public required bool LargestAmperesIsLimit { get; init; }

    /// <summary>1C in A; NaN where the cell has none.</summary>
    public required double OneCAmperes { get; init; }

    /// <summary>Whether there was no cell, so that only C-rates can be told.</summary>
    public required bool CellIsAssumed { get; init; }

    /// <summary>About how many samples are recorded.</summary>
    public required long Samples { get; init; }

    /// <summary>About how large the run file becomes, bytes.</summary>
    public required long FileBytes { get; init; }

    /// <summary>The estimate with a duration and a number of samples that are better known.</summary>
    public PlanEstimate With(EstimatedTime duration, long samples, string basis) => this with
    {
        Duration = duration,
        Basis = basis,
        FileBytes = FileBytes + BytesPerSample * (samples - Samples),
        Samples = samples,
    };

    /// <summary>Estimates a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="scansPerSecond">Scans a second of the board, which bound the samples.</param>
    public static PlanEstimate Of(Plan plan, double scansPerSecond = 10)
    {
        var extremes = PlanExtremes.Of(plan);
        var sum = new PlanWalk(plan, extremes, scansPerSecond).Walk();
        return new()
        {
            Duration = sum.Time,
            HighestVolts = extremes.HighestVolts,
            HighestVoltsIsLimit = extremes.HighestVoltsIsLimit,
            LargestAmperes = extremes.LargestAmperes,
            LargestAmperesIsLimit = extremes.LargestAmperesIsLimit,
            OneCAmperes = plan.Cell.OneCAmperes,
            CellIsAssumed = plan.CellIsAssumed,
            Samples = (long)Math.Ceiling(sum.Samples),
            FileBytes = BytesPerFile + plan.SourceText.Length + plan.Cell.SourceText.Length + (long)(BytesPerSample * sum.Samples + BytesPerStep * sum.Steps),
        };
    }

    /// <summary>The estimate in words, a line each.</summary>
    public IReadOnlyList<string> Lines =>
    [
        $"duration         {Duration}{(CellIsAssumed && Duration.Certainty == Certainty.Unknown ? "; give --cell, which tells 1C" : Duration.Certainty is Certainty.About or Certainty.Unknown && Duration.Seconds > 0 ? $", {Basis}" : "")}",
        $"highest voltage  {(double.IsNaN(HighestVolts) ? "that of the cell" : HighestVoltsIsLimit ? $"at most {Readable.Volts(HighestVolts)} (a charge has no voltage end: the limit)" : Readable.Volts(HighestVolts))}",
        $"largest current  {(LargestAmperesIsLimit ? "at most " : "")}{CurrentText}",
        $"samples          about {RoundSamples}",
        $"run file         about {FileBytes / 1e6:0.#} MB",
    ];

    string CurrentText => CellIsAssumed && LargestAmperesIsLimit && LargestAmperes >= AssumedCell.Value.LargestCurrent ? "the cell's limit (none was given)"
        : CellIsAssumed ? $"{LargestAmperes / OneCAmperes:0.###} C"
        : double.IsNaN(OneCAmperes) ? Readable.Amperes(LargestAmperes) : $"{Readable.Amperes(LargestAmperes)} ({LargestAmperes / OneCAmperes:0.###} C)";

    string RoundSamples => Samples < 1000 ? $"{Samples}" : Samples < 1_000_000 ? $"{Samples / 1000.0:0.#} thousand" : $"{Samples / 1e6:0.#} million";
}
