using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;
using MathNet.Numerics.Distributions;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>A straight line over scan rates whose uncertainty says how well it holds.</summary>
/// <param name="Slope">Its slope.</param>
/// <param name="Intercept">Its value at x = 0.</param>
/// <param name="ChiSquare">Sum of squared residuals over uncertainties; NaN where no uncertainties were known.</param>
/// <param name="Bend">How much the slope changes from one end to the other, over the slope, if a parabola is fitted instead; with its uncertainty. Null for three points or fewer.</param>
public sealed record RateLine(Estimate Slope, Estimate Intercept, double ChiSquare, Estimate? Bend)
{
    const double Confidence = 0.99;
    const double Significant = 3;
    const double LargestBend = 0.05;
    const double SmallestRelative = 1e-9;

    /// <summary>Whether the bend is above 5 % and three times its uncertainty (R2 would not show it).</summary>
    public bool IsBent => Bend is { } bend && Math.Abs(bend.Value) > LargestBend && Math.Abs(bend.Value) > Significant * bend.Uncertainty;

    /// <summary>
    /// The line with weights from the points' uncertainties. Where the residuals are larger than these allow (99 %), the residuals decide instead, with Student's factor for their few degrees of
    /// freedom.
    /// </summary>
    public static RateLine Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> u)
    {
        var freedom = x.Length - 2;
        Span<double> weights = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            weights[i] = Math.Max(u[i] > 0 ? u[i] : 0, SmallestRelative * Math.Abs(y[i]) + double.Epsilon * 1e16);
        }
        var line = WeightedLine.Of(x, y, weights);
        var holds = freedom < 1 || line.ChiSquare <= ChiSquared.InvCDF(freedom, Confidence);
        if (!holds)
        {
            // What is not in the points' own uncertainties hits all of them alike.
            weights.Fill(1);
            line = WeightedLine.Of(x, y, weights);
        }
        var scale = holds ? 1 : Math.Sqrt(line.ChiSquare / freedom) * StudentT.InvCDF(0, 1, freedom, 0.975) / Normal.InvCDF(0, 1, 0.975);
        return new(new(line.Slope, scale * line.SlopeUncertainty), new(line.Intercept, scale * line.InterceptUncertainty), line.ChiSquare, BendOf(x, y, weights, holds));
    }

    static Estimate? BendOf(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> weights, bool uncertaintiesHold)
    {
        if (x.Length < 4)
        {
            return null;
        }
        var (places, least, most) = (x.ToArray(), double.PositiveInfinity, double.NegativeInfinity);
        foreach (var place in places)
        {
            (least, most) = (Math.Min(least, place), Math.Max(most, place));
        }
        double[][] columns = [[.. places.Select(_ => 1.0)], places, [.. places.Select(p => p * p)]];
        if (LinearFit.Solve(columns, y.ToArray(), [.. weights.ToArray().Select(w => 1 / (w * w))]) is not { } fit)
        {
            return null;
        }
        var slope = fit.Coefficients[1] + fit.Coefficients[2] * (least + most);
        var change = 2 * fit.Coefficients[2] * (most - least) / slope;
        var sigma = fit.Uncertainties[2] / (uncertaintiesHold && fit.WeightedVariance > 0 ? Math.Sqrt(fit.WeightedVariance) : 1);
        return new(change, 2 * sigma * (most - least) / Math.Abs(slope));
    }
}
