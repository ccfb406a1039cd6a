namespace CoinRig.Electrochemistry.Gitt;

/// <summary>
/// The voltage of a pulse where the equilibrium curve bends and D changes with composition, to second order in the pulse's change
/// of composition. With y = y1 + y2, y1 the constant-flux solution and D = D_m (1 + beta (y - y_m)), D_m at the pulse's mean
/// composition: substituting y2 = -beta y1^2/2 + beta w leaves dw/dt = D lap w + y1 dy1/dt with no flux, one function of theta for a shape.
/// </summary>
static class SecondOrder
{
    /// <summary>The change of voltage since the pulse began, in units of dEs.</summary>
    /// <param name="shape">The particle's shape.</param>
    /// <param name="theta">D t/R^2.</param>
    /// <param name="endTheta">D tau/R^2.</param>
    /// <param name="bend">The changes over the pulse.</param>
    public static double Response(ConstantFlux shape, double theta, double endTheta, Curvature bend)
    {
        var mean = shape.MeanRate * endTheta;
        var surface = shape.Surface(theta);
        var first = surface / mean;
        var squared = first * first;
        var source = SourceResponse.Of(shape).At(theta) / (mean * mean);
        var shift = theta > 0 ? 0.5 * (theta * shape.SurfaceSlope(theta) - surface) / mean : 0;
        return (first + bend.DiffusionChange * (source - 0.5 * squared - shift) + 0.5 * bend.SlopeChange * squared) / (1 + 0.5 * bend.SlopeChange);
    }
}
