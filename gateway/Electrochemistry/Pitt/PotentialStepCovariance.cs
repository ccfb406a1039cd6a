using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Pitt;

/// <summary>
/// What rate and charge of a fitted decay are uncertain by: the covariance of all that was fitted (rate, charge, leak and, where it shows, Lambda), the correlation of the
/// residuals included, and what a wrong time zero would do.
/// </summary>
static class PotentialStepCovariance
{
    const double Step = 1e-4, LongestCorrelation = 0.95;

    /// <summary>Relative standard uncertainties.</summary>
    /// <param name="shape">The particle's shape.</param>
    /// <param name="blocks">The current over the time since the step.</param>
    /// <param name="lambda">Lambda; infinite where it was not fitted.</param>
    /// <param name="rate">D/R^2, 1/s.</param>
    /// <param name="amplitude">n Q D/R^2, A.</param>
    /// <param name="leak">The leak, A.</param>
    /// <param name="timeZeroSeconds">Standard uncertainty of the moment of the step, s.</param>
    public static (double Rate, double Charge, double RateTimeZero, double ChargeTimeZero) Of(ConstantFlux shape, Block[] blocks, double lambda, double rate, double amplitude, double leak,
        double timeZeroSeconds)
    {
        var decay = new PotentialStepDecay(shape, lambda);
        double[] model = [.. blocks.Select(b => amplitude * decay.At(rate * b.Seconds))];
        double[] slope = [.. blocks.Select(b => amplitude * (decay.At(rate * (1 + Step) * b.Seconds) - decay.At(rate * (1 - Step) * b.Seconds)) / (2 * Step))];
        double[] weights = [.. blocks.Select(b => b.Weight)];
        // At the same charge the amplitude grows with the rate.
        List<double[]> columns = [[.. model.Zip(slope, (m, s) => m + s)], model, [.. blocks.Select(_ => 1.0)]];
        if (!double.IsInfinity(lambda))
        {
            var other = new PotentialStepDecay(shape, lambda * (1 + Step));
            columns.Add([.. blocks.Select((b, i) => (amplitude * other.At(rate * b.Seconds) - model[i]) / Step)]);
        }
        double[] residuals = [.. blocks.Select((b, i) => b.Value - leak - model[i])];
        double[] later = [.. blocks.Select((b, i) => slope[i] * timeZeroSeconds / b.Seconds)];
        if (LinearFit.Solve([.. columns], residuals, weights) is not { } fit)
        {
            return (double.NaN, double.NaN, double.NaN, double.NaN);
        }
        var (spread, fromTime, chargeFromTime) = (Math.Sqrt(fit.WeightedVariance) * Correlated(residuals, weights), 0.0, 0.0);
        // What a wrong time zero leaves in the residuals is counted as such and not once more as noise.
        if (timeZeroSeconds > 0 && LinearFit.Solve([.. columns], later, weights) is { } moved && LinearFit.Solve([.. columns, later], residuals, weights) is { } without)
        {
            (fromTime, chargeFromTime) = (Math.Abs(moved.Coefficients[0]), Math.Abs(moved.Coefficients[1]));
            double[] left = [.. residuals.Select((r, i) => r - without.Coefficients[^1] * later[i] - columns.Select((c, j) => without.Coefficients[j] * c[i]).Sum())];
            spread = Math.Min(spread, Math.Sqrt(without.WeightedVariance) * Correlated(left, weights));
        }
        var wider = spread / Math.Sqrt(fit.WeightedVariance);
        return (Combine.Quadrature(fit.Uncertainties[0] * wider, fromTime), Combine.Quadrature(fit.Uncertainties[1] * wider, chargeFromTime), fromTime, chargeFromTime);
    }

    static double Correlated(double[] residuals, double[] weights)
    {
        double squares = 0, lagged = 0, before = 0;
        for (var i = 0; i < residuals.Length; i++)
        {
            var scaled = residuals[i] * Math.Sqrt(weights[i]);
            (squares, lagged, before) = (squares + scaled * scaled, lagged + scaled * before, scaled);
        }
        var correlation = squares > 0 ? Math.Clamp(lagged / squares, 0, LongestCorrelation) : 0;
        return Math.Sqrt((1 + correlation) / (1 - correlation));
    }
}
