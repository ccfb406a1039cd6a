using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>
/// D/R^2 from the voltage during a pulse: V = c + (dEs/tau) R^2/(n D) S(D t/R^2), c free, so that ohmic drop and charge transfer
/// do not enter (exact for constant D and a straight equilibrium curve; <see cref="SecondOrder"/> takes care of the curvature).
/// </summary>
public static class PulseFit
{
    /// <summary>Earlier readings are not fitted, s: the double layer charges in them.</summary>
    public const double FirstSeconds = 1;

    /// <summary>Fits a pulse.</summary>
    /// <param name="shape">The particle's shape.</param>
    /// <param name="blocks">Voltage over the time since the current was written.</param>
    /// <param name="stepVolts">dEs, V.</param>
    /// <param name="pulseSeconds">tau, s.</param>
    /// <param name="curvature">How U' and D change over the pulse; null for none.</param>
    /// <returns>The fit; null where the series does not determine it.</returns>
    public static DiffusionFit? Fit(ConstantFlux shape, Block[] blocks, double stepVolts, double pulseSeconds, Curvature? curvature = null)
    {
        if (blocks.Length < ResponseFit.FewestBlocks || !(Math.Abs(stepVolts) > 0) || !(pulseSeconds > 0))
        {
            return null;
        }
        var fit = new ResponseFit(blocks, Response(shape, stepVolts, pulseSeconds, curvature));
        var rate = fit.BestRate(pulseSeconds);
        if (double.IsNaN(rate))
        {
            return null;
        }
        var spread = fit.Uncertainty(rate);
        var end = fit.End(rate, pulseSeconds, spread);
        return new(rate, rate * pulseSeconds, spread.Relative, fit.ScaleSensitivity(rate), fit.Offset(rate), end.Value, spread.ResidualVolts, end.Uncertainty,
            spread.ReadingVolts, blocks.Length);
    }

    static Func<double, double, double> Response(ConstantFlux shape, double stepVolts, double pulseSeconds, Curvature? curvature)
    {
        if (curvature is { } bend)
        {
            return (t, k) => stepVolts * SecondOrder.Response(shape, k * t, k * pulseSeconds, bend);
        }
        var scale = stepVolts / (pulseSeconds * shape.MeanRate);
        return (t, k) => scale / k * shape.Surface(k * t);
    }
}
