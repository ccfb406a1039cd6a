using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>
/// D/R^2 from the rest after a pulse: V = c + (dEs/tau) R^2/(n D) [S(D (tau + t)/R^2) - S(D t/R^2)], c free. The current is zero, so
/// reaction overpotentials that change with composition do not enter (after Kang and Chueh 2021, J. Electrochem. Soc. 168, 120504,
/// with the exact solution in place of the line).
/// </summary>
public static class RelaxationFit
{
    /// <summary>The part of the rest that is fitted ends after so many pulse durations.</summary>
    public const double LastPulseDurations = 5;

    /// <summary>Fits a rest.</summary>
    /// <param name="shape">The particle's shape.</param>
    /// <param name="blocks">Voltage over the time since the current was switched off.</param>
    /// <param name="stepVolts">dEs of the pulse, V.</param>
    /// <param name="pulseSeconds">tau, s.</param>
    /// <returns>The fit; null where the series does not determine it.</returns>
    public static DiffusionFit? Fit(ConstantFlux shape, Block[] blocks, double stepVolts, double pulseSeconds)
    {
        if (blocks.Length < ResponseFit.FewestBlocks || !(Math.Abs(stepVolts) > 0) || !(pulseSeconds > 0))
        {
            return null;
        }
        var fit = new ResponseFit(blocks, Response(shape, stepVolts, pulseSeconds));
        var rate = fit.BestRate(pulseSeconds);
        if (double.IsNaN(rate))
        {
            return null;
        }
        var spread = fit.Uncertainty(rate);
        var end = fit.End(rate, blocks[^1].Seconds, spread);
        return new(rate, rate * pulseSeconds, spread.Relative, fit.ScaleSensitivity(rate), fit.Offset(rate), end.Value, spread.ResidualVolts, end.Uncertainty,
            spread.ReadingVolts, blocks.Length);
    }

    static Func<double, double, double> Response(ConstantFlux shape, double stepVolts, double pulseSeconds)
    {
        var scale = stepVolts / (pulseSeconds * shape.MeanRate);
        return (t, k) => scale / k * (shape.Surface(k * (pulseSeconds + t)) - shape.Surface(k * t));
    }
}
