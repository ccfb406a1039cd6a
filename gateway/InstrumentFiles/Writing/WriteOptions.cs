namespace CoinRig.InstrumentFiles;

/// <summary>The two sets of names of the Battery Data Format.</summary>
public enum BdfLabels
{
    /// <summary><c>Voltage / V</c>: what the format prefers, what people read.</summary>
    Preferred,

    /// <summary><c>voltage_volt</c>: what most programs write to Parquet.</summary>
    Machine,
}

/// <summary>What may be chosen about a file that is written.</summary>
public sealed record WriteOptions
{
    /// <summary>The names of a Battery Data Format file; null for preferred ones in CSV and machine names in Parquet.</summary>
    public BdfLabels? Labels { get; init; }

    /// <summary>Writes exactly 0 A in rests, by which ampworks and others find them; otherwise what was measured.</summary>
    public bool ZeroCurrentAtRest { get; init; }

    /// <summary>The current below which a row without a step type is a rest, A, where <see cref="ZeroCurrentAtRest"/> is set.</summary>
    public double RestBelowAmperes { get; init; }

    /// <summary>
    /// Adds what programs such as cellpy ask for and the rows do not have: record, cycle, time of the step, wall time, and charges integrated
    /// from the current.
    /// </summary>
    public bool Complete { get; init; }

    /// <summary>The part to write, from 0, of rows in which time begins anew; null where there is one alone.</summary>
    public int? Part { get; init; }
}
