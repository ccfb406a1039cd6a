using CoinRig.Cells;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Analysis;

/// <summary>How a file is to be analysed.</summary>
public sealed record FileAnalysisOptions
{
    /// <summary>What it is of; null: told from the data.</summary>
    public Technique? Technique { get; init; }

    /// <summary>The cell: mass, area, particle; null: that of the run, or what a foreign file says.</summary>
    public Cell? Cell { get; init; }

    /// <summary>Which columns of a table are what ("time=t,voltage=E,current=I"); null: told by their names.</summary>
    public string? Columns { get; init; }

    /// <summary>Scan rate of a voltammogram without a time column, V/s.</summary>
    public double? ScanRateVoltsPerSecond { get; init; }

    /// <summary>Circuits among which a spectrum chooses ("R0-p(R1,CPE1)-W1"); empty: the usual ones.</summary>
    public IReadOnlyList<string> Circuits { get; init; } = [];

    /// <summary>What the instrument of a foreign file may be off by, which none of them states; a run knows its board's.</summary>
    public Instrument Instrument { get; init; } = Instrument.Unknown;

    /// <summary>How many draws check the uncertainties; 0 for no check.</summary>
    public int Draws { get; init; }
}
