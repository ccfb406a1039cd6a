namespace CoinRig.InstrumentFiles;

/// <summary>A table of text.</summary>
sealed class TextTable(string file, TableLayout layout) : ITable
{
    public IReadOnlyList<MeasuredColumn> Columns { get; } = [.. layout.Columns.Select(static c => c.Column)];

    public ITableReading Begin(Batch batch, Warnings warnings) =>
        new TableReader(file, new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1), layout, batch, warnings);
}
