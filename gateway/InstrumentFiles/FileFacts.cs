namespace CoinRig.InstrumentFiles;

/// <summary>What the head of a file says about the test; null where it says nothing, or only the default of the instrument's program.</summary>
public sealed record FileFacts
{
    /// <summary>Start of the test, in the local time of the instrument.</summary>
    public DateTime? Started { get; init; }

    /// <summary>Name of the technique or program.</summary>
    public string? Technique { get; init; }

    /// <summary>The instrument.</summary>
    public string? Device { get; init; }

    /// <summary>The channel.</summary>
    public string? Channel { get; init; }

    /// <summary>What the operator wrote about test or cell.</summary>
    public string? Comment { get; init; }

    /// <summary>Active mass, kg.</summary>
    public double? MassKilograms { get; init; }

    /// <summary>Area of the electrode, m2.</summary>
    public double? AreaSquareMetres { get; init; }

    /// <summary>Capacity that the operator gave, C.</summary>
    public double? CapacityCoulombs { get; init; }

    /// <summary>Scan rate, V/s.</summary>
    public double? ScanRateVoltsPerSecond { get; init; }

    /// <summary>What was marked while it was measured: seconds since the beginning, and what happened.</summary>
    public IReadOnlyList<(double Seconds, string Text)> Marks { get; init; } = [];
}
