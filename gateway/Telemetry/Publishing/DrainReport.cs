namespace CoinRig.Telemetry.Publishing;

/// <summary>What is not delivered.</summary>
/// <param name="SamplesLeft">Samples.</param>
/// <param name="ResultsLeft">Results.</param>
/// <param name="EventsLeft">Events.</param>
/// <param name="IsUnheard">Whether the broker says that nobody subscribes to some of what is left.</param>
/// <param name="Problem">What is wrong with the broker, in words; empty where nothing is.</param>
public sealed record DrainReport(long SamplesLeft, long ResultsLeft, long EventsLeft, bool IsUnheard, string Problem)
{
    /// <summary>Whether everything is delivered.</summary>
    public bool IsComplete => Left == 0;

    /// <summary>Rows that are left.</summary>
    public long Left => SamplesLeft + ResultsLeft + EventsLeft;

    /// <summary>What is left, in words.</summary>
    public string InWords => string.Join(", ", new (long Count, string Kind)[] { (SamplesLeft, "sample"), (ResultsLeft, "result"), (EventsLeft, "event") }
        .Where(left => left.Count > 0).Select(left => $"{left.Count} {left.Kind}{(left.Count == 1 ? "" : "s")}"));

    /// <summary>Why, in words.</summary>
    public string Reason => Problem.Length > 0 ? Problem : IsUnheard ? "nobody subscribes to them" : "there was not time enough";
}
