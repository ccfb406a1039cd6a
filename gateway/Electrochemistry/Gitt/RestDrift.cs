namespace CoinRig.Electrochemistry.Gitt;

/// <summary>Whether a rest that was long enough for diffusion still moves by more than diffusion explains.</summary>
static class RestDrift
{
    /// <summary>Before so many of the slowest relaxation what is left of it is more than a drift would be.</summary>
    const double LeastRelaxations = 4.5;

    /// <summary>Drift over a pulse with its rest beside dEs that matters: 6 % of D.</summary>
    const double LargestShare = 0.03;

    /// <summary>What diffusion leaves at the end is known to this part of it, because D is not the same at all depths.</summary>
    const double ModelShare = 0.5;

    const double SignificantNoise = 4;

    /// <summary>Whether the rest after a pulse drifts.</summary>
    /// <param name="pulse">The pulse.</param>
    /// <param name="best">Its fit, corrected for its neighbours where there are some.</param>
    public static bool IsIn(PulseEstimate pulse, DiffusionFit? best)
    {
        var (seen, rest) = (pulse.Observation, pulse.Observation.After.RestSeconds);
        if (best is not { } fit || !(rest >= LeastRelaxations / (seen.Shape.SlowestRate * fit.RatePerSecond)) || !double.IsFinite(seen.After.LastThirdVoltsPerSecond))
        {
            return false;
        }
        var scale = pulse.EquilibriumStep.Value / (fit.Theta * seen.Shape.MeanRate);
        double Remaining(double seconds) => scale * (seen.Shape.Surface(fit.RatePerSecond * (seen.PulseSeconds + seconds)) - seen.Shape.Surface(fit.RatePerSecond * seconds));
        var expected = (Remaining(rest) - Remaining(rest * 2 / 3)) / (rest / 3);
        var excess = Math.Abs(seen.After.LastThirdVoltsPerSecond - expected) - ModelShare * Math.Abs(expected);
        var noise = double.IsFinite(seen.NoiseVolts) ? SignificantNoise * seen.NoiseVolts / (rest / 3) : 0;
        return excess > noise && excess * (seen.PulseSeconds + rest) > LargestShare * Math.Abs(pulse.EquilibriumStep.Value);
    }
}
