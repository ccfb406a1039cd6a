namespace CoinRig.InstrumentFiles;

/// <summary>A table of a file, which can be read any number of times.</summary>
interface ITable
{
    /// <summary>Its columns.</summary>
    IReadOnlyList<MeasuredColumn> Columns { get; }

    /// <summary>Begins to read into a batch of these columns.</summary>
    ITableReading Begin(Batch batch, Warnings warnings);
}

/// <summary>A reading under way.</summary>
interface ITableReading : IDisposable
{
    /// <summary>Fills the batch with the next rows; false where none are left.</summary>
    bool Fill(Batch batch);
}
