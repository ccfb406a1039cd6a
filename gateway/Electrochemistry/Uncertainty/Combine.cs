namespace CoinRig.Electrochemistry.Uncertainty;

/// <summary>Combines standard uncertainties that do not depend on each other (GUM, JCGM 100:2008, 5.1).</summary>
public static class Combine
{
    /// <summary>The root of the sum of squares.</summary>
    public static double Quadrature(params ReadOnlySpan<double> parts)
    {
        var sum = 0.0;
        foreach (var part in parts)
        {
            sum += part * part;
        }
        return Math.Sqrt(sum);
    }

    /// <summary>Relative uncertainty of a product of powers (GUM 5.1.6): the root of the sum of (power times relative uncertainty) squared.</summary>
    public static double PowerProduct(params ReadOnlySpan<(double Power, double Relative)> factors)
    {
        var sum = 0.0;
        foreach (var (power, relative) in factors)
        {
            sum += power * power * relative * relative;
        }
        return Math.Sqrt(sum);
    }
}
