using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Pitt;

/// <summary>Makes the result of a step of the potential.</summary>
public static class PotentialStepEvaluation
{
    /// <summary>Below this Lambda resistance and kinetics limit the early current: Cottrell's D reads low.</summary>
    public const double LeastLambda = 20;

    /// <summary>Largest leak beside the first current.</summary>
    public const double LargestLeakShare = 0.01;

    /// <summary>Steps above this are flagged, V.</summary>
    public const double LargestStepVolts = 0.010;

    /// <summary>Larger residuals beside the range of the current show that it is not a decay by diffusion: a phase change, a step that was no step.</summary>
    const double LargestMisfit = 0.03;

    /// <summary>The late decay is one exponential from this l^2 theta on.</summary>
    const double LateTheta = 3, LeastShareOfLeak = 3;

    const double EarlyTheta = 0.1;

    /// <summary>The result.</summary>
    public static PotentialStepResult Of(PotentialStepObservation seen)
    {
        var fit = PotentialStepFit.Of(seen.Shape, seen.Current, seen.TimeZeroUncertaintySeconds);
        var step = seen.Volts - seen.VoltsBefore;
        var range = seen.Current.Length == 0 ? 0 : seen.Current.Max(b => b.Value) - seen.Current.Min(b => b.Value);
        List<Flag> flags = [];
        if (step * seen.Coulombs < 0)
        {
            flags.Add(Flag.SignMismatch);
        }
        if (Math.Abs(step) > LargestStepVolts * (1 + 1e-3))
        {
            flags.Add(Flag.StepTooLarge);
        }
        if (fit is not null && Math.Abs(fit.LeakAmperes) > LargestLeakShare * Math.Abs(seen.FirstAmperes))
        {
            flags.Add(Flag.LeakCurrent);
        }
        if (fit is null || fit.ResidualAmperes > LargestMisfit * range)
        {
            flags.Add(Flag.NotDiffusion);
        }
        return new()
        {
            Observation = seen,
            Fit = fit,
            CottrellRate = fit is null ? null : Cottrell(seen, fit),
            LongTimeRate = fit is null ? null : LongTime(seen, fit),
            Flags = flags,
            CottrellFlags = fit is { Lambda: < LeastLambda } ? [.. flags, Flag.KineticsLimited] : flags,
        };
    }

    /// <summary>I sqrt(t) at its largest on a slab; on a sphere it falls with sqrt(t) from the start, so the line is read at t = 0.</summary>
    static Estimate? Cottrell(PotentialStepObservation seen, PotentialStepFit fit)
    {
        var line = new CoMoments();
        foreach (var block in seen.Current)
        {
            if (fit.Rate.Value * block.Seconds <= EarlyTheta)
            {
                line.Add(Math.Sqrt(block.Seconds), (block.Value - fit.LeakAmperes) * Math.Sqrt(block.Seconds));
            }
        }
        if (line.Count < 4)
        {
            return null;
        }
        var isSphere = seen.Shape.MeanRate > 1;
        var plateau = isSphere ? new Estimate(line.Intercept, line.InterceptUncertainty) : new(line.MeanY, Math.Sqrt(line.VarianceY / line.Count));
        var rate = PotentialStepFormulas.CottrellRate(seen.Shape.MeanRate, plateau.Value, fit.Charge.Value);
        return new(rate, 2 * rate * plateau.Relative);
    }

    static Estimate? LongTime(PotentialStepObservation seen, PotentialStepFit fit)
    {
        var root = new PotentialStepDecay(seen.Shape, fit.Lambda).FirstRoot;
        var line = new CoMoments();
        foreach (var block in seen.Current)
        {
            var share = (block.Value - fit.LeakAmperes) / Math.Sign(seen.Coulombs);
            if (root * root * fit.Rate.Value * block.Seconds >= LateTheta / 3 && share > LeastShareOfLeak * Math.Max(fit.ResidualAmperes, Math.Abs(fit.LeakAmperes)))
            {
                line.Add(block.Seconds, Math.Log(share));
            }
        }
        if (line.Count < 4)
        {
            return null;
        }
        return new(PotentialStepFormulas.LongTimeRate(line.Slope, root), line.SlopeUncertainty / (root * root));
    }
}
