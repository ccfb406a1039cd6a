namespace CoinRig.Electrochemistry.HalfCycles;

/// <summary>A stretch of current of one sign, integrated from every raw reading.</summary>
/// <param name="IsCharge">Whether it charged the cell.</param>
/// <param name="Cycle">The cycle, from 1.</param>
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
    /// <summary>Whether it is a full one, from which efficiencies may be made.</summary>
    public bool IsFull => ReachedEnd && KnownStart;

    /// <summary>Mean voltage over charge (not over time), V; NaN where no charge passed.</summary>
    public double AverageVolts => Coulombs > 0 ? Joules / Coulombs : double.NaN;

    /// <summary>
    /// Uncertainty of the charge, C: gain and offset of the current, and its end. Noise is nothing in a sum of so many readings: the root of scan
    /// period times duration, times 1 nA, is 4e-8 of C/10.
    /// </summary>
    /// <param name="gainRelative">Relative standard uncertainty of the current's gain.</param>
    /// <param name="offsetAmperes">Standard uncertainty of the current's offset, A.</param>
    public double CoulombUncertainty(double gainRelative, double offsetAmperes) =>
        Uncertainty.Combine.Quadrature(gainRelative * Coulombs, offsetAmperes * Seconds, EndUncertaintyCoulombs);
}
