using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>The fit of a pulse with the curvature that its neighbours show, and what that correction leaves.</summary>
/// <param name="Fit">The corrected fit.</param>
/// <param name="FromSlope">ln of the factor by which the bend of the equilibrium curve changed D.</param>
/// <param name="FromDiffusion">The same for the change of D with composition.</param>
public sealed record CurvatureCorrection(DiffusionFit Fit, double FromSlope, double FromDiffusion)
{
    // Against the twin's two cells, from x = 0.2 to 0.85: a tenth of the two corrections and their squares cover what third-order terms
    // and the change of the reaction's resistance leave; below that the model itself (one particle size, constant resistance) is good to half a percent.
    const double ShareLeft = 0.1, SquareLeft = 0.3, Least = 0.005;

    /// <summary>Relative standard uncertainty of D that remains.</summary>
    public double Remainder => Combine.Quadrature(ShareLeft * FromSlope, ShareLeft * FromDiffusion, SquareLeft * FromSlope * FromSlope,
        SquareLeft * FromDiffusion * FromDiffusion, Least);

    /// <summary>Corrects a pulse; null where it is not determined.</summary>
    public static CurvatureCorrection? Of(PulseEstimate pulse, Curvature bend)
    {
        var seen = pulse.Observation;
        var blocks = PulseEstimate.Fitted(seen);
        if (pulse.PulseFit is not { } plain
            || PulseFit.Fit(seen.Shape, blocks, pulse.EquilibriumStep.Value, seen.PulseSeconds, bend with { DiffusionChange = 0 }) is not { } straight
            || PulseFit.Fit(seen.Shape, blocks, pulse.EquilibriumStep.Value, seen.PulseSeconds, bend) is not { } fit)
        {
            return null;
        }
        return new(fit, Math.Log(straight.RatePerSecond / plain.RatePerSecond), Math.Log(fit.RatePerSecond / straight.RatePerSecond));
    }
}
