namespace CoinRig.Electrochemistry.HalfCycles;

/// <summary>A stretch of current of one sign, integrated from every raw reading.</summary>
/// <param name="IsCharge">Whether it charged the cell.</param>
/// <param name="Cycle">The cycle, from 1; 0 for what only empties a cell before the first.</param>
/// <param name="Coulombs">Charge passed, without sign, C.</param>
/// <param name="Joules">Energy passed, without sign, J.</param>
/// <param name="Seconds">How long current flowed, s.</param>
/// <param name="RateAmperes">The set current of its first constant-current part, without sign, A; NaN where there is none.</param>
/// <param name="ReachedEnd">Whether it reached its own end condition.</param>
/// <param name="KnownStart">Whether it began from the end of a full half cycle the other way, or from a declared state.</param>
/// <param name="EndUncertaintyCoulombs">
/// Standard uncertainty of the charge because a condition ends a step at a scan and not between two, as it did the half cycle before, C.
/// </param>
public sealed record HalfCycle(bool IsCharge, int Cycle, double Coulombs, double Joules, double Seconds, double RateAmperes, bool ReachedEnd, bool KnownStart,
    double EndUncertaintyCoulombs = 0)
{
    /// <summary>A range that followed the current, which no two half cycles share.</summary>
    public const string ChangingRange = "auto";

    /// <summary>The current range of its first part; empty where the instrument has one alone or does not say.</summary>
    public string Range { get; init; } = "";

    /// <summary>Rows in which its current flowed; 0 where it was not made of rows.</summary>
    public long Rows { get; init; }

    /// <summary>The first of them, counted from 0.</summary>
    public long FirstRow { get; init; }

    /// <summary>The last of them.</summary>
    public long LastRow { get; init; }

    /// <summary>Time of its beginning, s; NaN where it is not known.</summary>
    public double StartSeconds { get; init; } = double.NaN;

    /// <summary>Time of its end, s.</summary>
    public double EndSeconds { get; init; } = double.NaN;

    /// <summary>Voltage of its last row, V.</summary>
    public double EndVolts { get; init; } = double.NaN;

    /// <summary>Noise of one reading of its current, A, from second differences where the current was constant; NaN where no three rows were.</summary>
    public double NoiseAmperes { get; init; } = double.NaN;

    /// <summary>Noise of one reading of its voltage, V, in the same way.</summary>
    public double NoiseVolts { get; init; } = double.NaN;

    /// <summary>
    /// Standard uncertainty of the charge because rows are apart, C: between two rows a current lies between theirs, evenly anywhere; that of a hold bends below
    /// the straight line between them. It is nothing where rows are dense.
    /// </summary>
    public double SamplingUncertaintyCoulombs { get; init; }

    /// <summary>Whether it is a full one, from which efficiencies may be made.</summary>
    public bool IsFull => ReachedEnd && KnownStart;

    /// <summary>Mean voltage over charge (not over time), V; NaN where no charge passed.</summary>
    public double AverageVolts => Coulombs > 0 ? Joules / Coulombs : double.NaN;

    /// <summary>What noise of single readings leaves in the charge, C: sigma T/sqrt(n).</summary>
    public double NoiseCoulombs(double noiseAmperes) => Rows > 0 && double.IsFinite(noiseAmperes) ? noiseAmperes * Seconds / Math.Sqrt(Rows) : 0;

    /// <summary>
    /// Uncertainty of the charge, C: gain and offset of the current, its end, and rows that are apart. Noise is nothing in a sum of so many readings: the root of scan
    /// period times duration, times 1 nA, is 4e-8 of C/10.
    /// </summary>
    /// <param name="gainRelative">Relative standard uncertainty of the current's gain.</param>
    /// <param name="offsetAmperes">Standard uncertainty of the current's offset, A.</param>
    public double CoulombUncertainty(double gainRelative, double offsetAmperes) =>
        Uncertainty.Combine.Quadrature(gainRelative * Coulombs, offsetAmperes * Seconds, EndUncertaintyCoulombs, SamplingUncertaintyCoulombs);
}
