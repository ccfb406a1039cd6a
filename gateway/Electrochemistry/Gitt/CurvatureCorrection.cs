using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>The fit of a pulse with the curvature that its neighbours show, and what that correction leaves.</summary>
/// <param name="Fit">The corrected fit.</param>
/// <param name="FromSlope">ln of the factor by which the bend of the equilibrium curve changed D.</param>
/// <param name="FromDiffusion">The same for the change of D with composition.</param>
public sealed record CurvatureCorrection(DiffusionFit Fit, double FromSlope, double FromDiffusion)
{
    // Against the twin's two cells, from x = 0.2 to 0.85: a tenth of the two corrections and their squares cover what third-order terms
    // and the change of the reaction's resistance leave.
    const double ShareLeft = 0.1, SquareLeft = 0.3;

    /// <summary>Relative standard uncertainty of D from what the correction leaves and from the noise of the neighbours.</summary>
    public double Remainder => Combine.Quadrature(ShareLeft * FromSlope, ShareLeft * FromDiffusion, SquareLeft * FromSlope * FromSlope,
        SquareLeft * FromDiffusion * FromDiffusion, NeighbourNoise);

    /// <summary>Relative standard uncertainty of D from that of the neighbours' dEs and fits.</summary>
    public required double NeighbourNoise { get; init; }

    /// <summary>Corrects a pulse; null where it is not determined.</summary>
    /// <param name="pulse">The pulse.</param>
    /// <param name="bend">How the cell changed over it.</param>
    /// <param name="noise">Standard uncertainty of the bend from the neighbours' dEs, and of their D from the fits alone.</param>
    public static CurvatureCorrection? Of(PulseEstimate pulse, Curvature bend, (double Slope, double Fits) noise)
    {
        var seen = pulse.Observation;
        var blocks = PulseEstimate.Fitted(seen);
        if (pulse.PulseFit is not { } plain
            || PulseFit.Fit(seen.Shape, blocks, pulse.EquilibriumStep.Value, seen.PulseSeconds, bend with { DiffusionChange = 0 }) is not { } straight
            || PulseFit.Fit(seen.Shape, blocks, pulse.EquilibriumStep.Value, seen.PulseSeconds, bend) is not { } fit)
        {
            return null;
        }
        var (fromSlope, fromDiffusion) = (Math.Log(straight.RatePerSecond / plain.RatePerSecond), Math.Log(fit.RatePerSecond / straight.RatePerSecond));
        var (perSlope, perDiffusion) = (Per(fromSlope, bend.SlopeChange), Per(fromDiffusion, bend.DiffusionChange));
        return new(fit, fromSlope, fromDiffusion)
        {
            // A neighbour's dEs moves its slope and, some times over, its D.
            NeighbourNoise = Combine.Quadrature((perSlope + perDiffusion * plain.StepSensitivity) * noise.Slope, perDiffusion * noise.Fits),
        };
    }

    static double Per(double effect, double change) => Math.Abs(change) > 1e-7 ? effect / change : 0;
}
