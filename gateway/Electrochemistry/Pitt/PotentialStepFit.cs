using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Pitt;

/// <summary>D, Lambda, charge and leak of a step of the potential by the exact decay.</summary>
/// <param name="Rate">D/R^2, 1/s.</param>
/// <param name="Lambda">Resistance of diffusion over that in series; infinite where none shows.</param>
/// <param name="Charge">Charge of the whole step without the leak, C.</param>
/// <param name="LeakAmperes">The current that it goes to, A.</param>
/// <param name="RelativeTimeZero">Of the rate, what is not known of the moment of the step, relative.</param>
/// <param name="ChargeTimeZero">Of the charge, the same, C.</param>
/// <param name="ResidualAmperes">Root mean square of the residuals of the blocks, A.</param>
public sealed record PotentialStepFit(Estimate Rate, double Lambda, Estimate Charge, double LeakAmperes, double ResidualAmperes, double RelativeTimeZero, double ChargeTimeZero)
{
    const double LowestTheta = 1e-4, HighestTheta = 100, LowestLambda = 0.05, HighestLambda = 1e3;
    const int RateLooks = 25, LambdaLooks = 9, FewestBlocks = 10;

    /// <summary>The fit: charge and leak are linear and follow from the other two; null where they are not determined.</summary>
    /// <param name="shape">The particle's shape.</param>
    /// <param name="blocks">The current over the time since the step.</param>
    /// <param name="timeZeroSeconds">Standard uncertainty of the moment of the step, s.</param>
    public static PotentialStepFit? Of(ConstantFlux shape, Block[] blocks, double timeZeroSeconds = 0)
    {
        if (blocks.Length < FewestBlocks)
        {
            return null;
        }
        var end = blocks[^1].Seconds;
        var logLambda = Minimum.Find(x => Best(shape, blocks, Math.Exp(x), end).Misfit, Math.Log(LowestLambda), Math.Log(HighestLambda), LambdaLooks, 1e-4, out _);
        var lambda = Math.Exp(logLambda);
        var (rate, misfit) = Best(shape, blocks, lambda, end);
        var (freeRate, free) = Best(shape, blocks, double.PositiveInfinity, end);
        // Beyond what its largest value still explains, the resistance in series does not show.
        if (free <= misfit * (1 + 1e-3) || lambda > 0.9 * HighestLambda)
        {
            (lambda, rate) = (double.PositiveInfinity, freeRate);
        }
        if (double.IsNaN(rate))
        {
            return null;
        }
        var (amplitude, leak, squares) = Linear(new(shape, lambda), blocks, rate);
        var coulombs = amplitude / (shape.MeanRate * rate);
        var relative = PotentialStepCovariance.Of(shape, blocks, lambda, rate, amplitude, leak, timeZeroSeconds);
        return new(new(rate, rate * relative.Rate), lambda, new(coulombs, Math.Abs(coulombs * relative.Charge)), leak, Math.Sqrt(squares / blocks.Sum(b => b.Weight)),
            relative.RateTimeZero, Math.Abs(coulombs * relative.ChargeTimeZero));
    }

    static (double Rate, double Misfit) Best(ConstantFlux shape, Block[] blocks, double lambda, double end)
    {
        var decay = new PotentialStepDecay(shape, lambda);
        var log = Minimum.Find(x => Linear(decay, blocks, Math.Exp(x)).Squares, Math.Log(LowestTheta / end), Math.Log(HighestTheta / end), RateLooks, 1e-8, out var atEnd);
        var rate = Math.Exp(log);
        return (atEnd ? double.NaN : rate, Linear(decay, blocks, rate).Squares);
    }

    /// <summary>The best amplitude and leak for a rate: I = leak + amplitude f.</summary>
    static (double Amplitude, double Leak, double Squares) Linear(PotentialStepDecay decay, Block[] blocks, double rate)
    {
        double weight = 0, mx = 0, my = 0, sxx = 0, sxy = 0, syy = 0;
        foreach (var block in blocks)
        {
            var x = decay.At(rate * block.Seconds);
            weight += block.Weight;
            var (dx, dy, share) = (x - mx, block.Value - my, block.Weight / weight);
            (mx, my) = (mx + dx * share, my + dy * share);
            (sxx, sxy, syy) = (sxx + block.Weight * dx * (x - mx), sxy + block.Weight * dx * (block.Value - my), syy + block.Weight * dy * (block.Value - my));
        }
        var amplitude = sxy / sxx;
        return (amplitude, my - amplitude * mx, Math.Max(0, syy - amplitude * sxy));
    }
}
