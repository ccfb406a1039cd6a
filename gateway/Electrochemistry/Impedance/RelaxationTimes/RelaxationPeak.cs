using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Impedance.RelaxationTimes;

/// <summary>A peak of a distribution of relaxation times.</summary>
/// <param name="Seconds">Time constant at its top, s.</param>
/// <param name="Resistance">Its area, ohm; the uncertainty is that of noise and smoothing at the lambda used.</param>
/// <param name="IsAtEdge">Whether it lies within 0.3 decades of an end of the measured range, or beyond: its area is extrapolated.</param>
public sealed record RelaxationPeak(double Seconds, Estimate Resistance, bool IsAtEdge)
{
    /// <summary>1/(2 pi tau), Hz.</summary>
    public double Hertz => 1 / (2 * Math.PI * Seconds);
}
