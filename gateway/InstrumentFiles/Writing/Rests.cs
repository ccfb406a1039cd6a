namespace CoinRig.InstrumentFiles;

/// <summary>Tells the rows of rests: by the words of the step type, else by a small current.</summary>
static class Rests
{
    static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "R", "Rest", "OCV", "Pause", "P", "open circuit" };

    /// <summary>Whether a row is a rest.</summary>
    public static bool IsRest(Batch batch, int row, WriteOptions options) =>
        batch.Texts(Meaning.StepType) is { IsEmpty: false } types ? Words.Contains(types[row]) : Math.Abs(batch.Amperes[row]) < options.RestBelowAmperes;
}
