namespace CoinRig.InstrumentFiles;

/// <summary>What a format makes of a file.</summary>
/// <param name="Format">Its name.</param>
/// <param name="Series">The table of the measurement over time; null where there is none.</param>
/// <param name="Facts">What its head says.</param>
sealed record Content(string Format, ITable? Series, FileFacts Facts)
{
    /// <summary>The table that holds impedances; null where there is none.</summary>
    public ITable? Spectra { get; init; } = Series is { } table && table.Columns.Any(static c => c.Meaning == Meaning.Frequency) ? Series : null;

    /// <summary>The names of all tables, where the format has several.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>Whether no current flows by the technique's definition, so that the table needs no column for it.</summary>
    public bool IsOpenCircuit { get; init; }
}
