namespace CoinRig.InstrumentFiles;

/// <summary>What the reader of a file may be told.</summary>
public sealed record ReadOptions
{
    /// <summary>Which column is what, where names do not say it (<see cref="ColumnRequest.Read"/>).</summary>
    public IReadOnlyList<ColumnRequest> Columns { get; init; } = [];

    /// <summary>The table to read, where a file has several (Gamry); null for the one that holds the measurement.</summary>
    public string? Table { get; init; }

    /// <summary>Scan rate of a voltammogram without a time column, V/s: time is then counted along the voltage.</summary>
    public double? ScanRateVoltsPerSecond { get; init; }

    /// <summary>Whether columns without a known meaning are kept.</summary>
    public bool Extras { get; init; } = true;

    /// <summary>Most rows of a batch.</summary>
    public int BatchRows { get; init; } = 4096;
}
