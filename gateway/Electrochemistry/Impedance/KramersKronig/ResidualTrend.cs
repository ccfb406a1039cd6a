namespace CoinRig.Electrochemistry.Impedance.KramersKronig;

/// <summary>What residuals have in common with their neighbours.</summary>
static class ResidualTrend
{
    /// <summary>
    /// Root of the mean product of neighbours at distances 1 to 3: noise does not contribute on average, what moves slowly over the frequencies does.
    /// </summary>
    /// <param name="residuals">Real, then imaginary residuals in the order of the frequencies.</param>
    public static double Of(ReadOnlySpan<double> residuals)
    {
        var n = residuals.Length / 2;
        double sum = 0, count = 0;
        for (var lag = 1; lag <= 3; lag++)
        {
            for (var i = lag; i < n; i++)
            {
                sum += residuals[i] * residuals[i - lag] + residuals[n + i] * residuals[n + i - lag];
                count += 2;
            }
        }
        return Math.Sqrt(Math.Max(0, sum / count));
    }
}
