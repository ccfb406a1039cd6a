namespace CoinRig.InstrumentFiles;

/// <summary>The rows of a Parquet file.</summary>
sealed class ParquetTable(string file, IReadOnlyList<ParquetColumn> columns) : ITable
{
    public IReadOnlyList<MeasuredColumn> Columns { get; } = [.. columns.Select(static c => c.Column)];

    public ITableReading Begin(Batch batch, Warnings warnings) => new ParquetReading(file, columns, batch, warnings);
}
