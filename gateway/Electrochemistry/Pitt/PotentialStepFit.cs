using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Pitt;

/// <summary>D, Lambda, charge and leak of a step of the potential by the exact decay.</summary>
/// <param name="Rate">D/R^2, 1/s.</param>
/// <param name="Lambda">Resistance of diffusion over that in series; infinite where none shows.</param>
/// <param name="Coulombs">Charge of the whole step without the leak, C.</param>
/// <param name="LeakAmperes">The current that it goes to, A.</param>
/// <param name="ResidualAmperes">Root mean square of the residuals of the blocks, A.</param>
public sealed record PotentialStepFit(Estimate Rate, double Lambda, double Coulombs, double LeakAmperes, double ResidualAmperes)
{
    const double LowestTheta = 1e-4, HighestTheta = 100, LowestLambda = 0.05, HighestLambda = 1e3;
    const int RateLooks = 25, LambdaLooks = 9, FewestBlocks = 10;
    const double Step = 1e-4;

    /// <summary>The fit: charge and leak are linear and follow from the other two; null where they are not determined.</summary>
    public static PotentialStepFit? Of(ConstantFlux shape, Block[] blocks)
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
        var (charge, leak, squares) = Linear(new(shape, lambda), blocks, rate);
        var n = shape.MeanRate;
        return new(new(rate, rate * Relative(shape, blocks, lambda, rate)), lambda, charge / (n * rate), leak, Math.Sqrt(squares / blocks.Sum(b => b.Weight)));
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

    /// <summary>Relative standard uncertainty of the rate: covariance of all that was fitted, correlation of the residuals included.</summary>
    static double Relative(ConstantFlux shape, Block[] blocks, double lambda, double rate)
    {
        var hasLambda = !double.IsInfinity(lambda);
        var (decay, amplitude) = (new PotentialStepDecay(shape, lambda), Linear(new(shape, lambda), blocks, rate));
        var other = hasLambda ? new PotentialStepDecay(shape, lambda * (1 + Step)) : decay;
        double[] model = [.. blocks.Select(b => decay.At(rate * b.Seconds))];
        double[] residuals = [.. blocks.Select((b, i) => b.Value - amplitude.Leak - amplitude.Amplitude * model[i])];
        List<double[]> columns =
        [
            [.. blocks.Select(b => amplitude.Amplitude * (decay.At(rate * (1 + Step) * b.Seconds) - decay.At(rate * (1 - Step) * b.Seconds)) / (2 * Step))],
            model,
            [.. blocks.Select(_ => 1.0)],
        ];
        if (hasLambda)
        {
            columns.Add([.. blocks.Select((b, i) => amplitude.Amplitude * (other.At(rate * b.Seconds) - model[i]) / Step)]);
        }
        double squares = 0, lagged = 0, before = 0;
        for (var i = 0; i < blocks.Length; i++)
        {
            var scaled = residuals[i] * Math.Sqrt(blocks[i].Weight);
            (squares, lagged, before) = (squares + scaled * scaled, lagged + scaled * before, scaled);
        }
        var correlation = squares > 0 ? Math.Clamp(lagged / squares, 0, 0.95) : 0;
        return LinearFit.Solve([.. columns], residuals, [.. blocks.Select(b => b.Weight)]) is { } fit
            ? fit.Uncertainties[0] * Math.Sqrt((1 + correlation) / (1 - correlation))
            : double.NaN;
    }
}
