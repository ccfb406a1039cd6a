namespace CoinRig.Electrochemistry.Numerics;

/// <summary>A straight line y = a + b x through few points of known uncertainty, by least squares with weights 1/u^2.</summary>
/// <param name="Slope">b.</param>
/// <param name="Intercept">a.</param>
/// <param name="SlopeUncertainty">Of b, from the uncertainties of the points.</param>
/// <param name="InterceptUncertainty">Of a, likewise.</param>
/// <param name="ChiSquare">Sum of squared residuals, each over its uncertainty: about the number of points less two where the line holds.</param>
public readonly record struct WeightedLine(double Slope, double Intercept, double SlopeUncertainty, double InterceptUncertainty, double ChiSquare)
{
    /// <summary>The line; slope NaN where all x are the same.</summary>
    /// <param name="x">Places.</param>
    /// <param name="y">Values.</param>
    /// <param name="u">Standard uncertainties of the values, all above zero.</param>
    public static WeightedLine Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> u)
    {
        double weight = 0, meanX = 0, meanY = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var w = 1 / (u[i] * u[i]);
            weight += w;
            meanX += w * (x[i] - meanX) / weight;
            meanY += w * (y[i] - meanY) / weight;
        }
        double xx = 0, xy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var w = 1 / (u[i] * u[i]);
            xx += w * (x[i] - meanX) * (x[i] - meanX);
            xy += w * (x[i] - meanX) * (y[i] - meanY);
        }
        var slope = xx > 0 ? xy / xx : double.NaN;
        var chiSquare = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            var residual = (y[i] - meanY - slope * (x[i] - meanX)) / u[i];
            chiSquare += residual * residual;
        }
        return new(slope, meanY - slope * meanX, 1 / Math.Sqrt(xx), Math.Sqrt(1 / weight + meanX * meanX / xx), chiSquare);
    }
}
