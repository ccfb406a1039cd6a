namespace CoinRig.Telemetry.Publishing;

/// <summary>What is not delivered.</summary>
/// <param name="SamplesLeft">Samples.</param>
/// <param name="ResultsLeft">Results.</param>
/// <param name="EventsLeft">Events.</param>
/// <param name="IsUnheard">Whether the broker says that nobody subscribes to the samples.</param>
/// <param name="Problem">What is wrong with the broker, in words; empty where nothing is.</param>
public sealed record DrainReport(long SamplesLeft, long ResultsLeft, long EventsLeft, bool IsUnheard, string Problem)
{
    /// <summary>Whether everything is delivered.</summary>
    public bool IsComplete => SamplesLeft == 0 && ResultsLeft == 0 && EventsLeft == 0;
}
