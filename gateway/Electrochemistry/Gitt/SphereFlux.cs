using CoinRig.Electrochemistry.Numerics;
using MathNet.Numerics;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>The sphere (Crank 1975, eq. 6.45; Carslaw and Jaeger 1959, ch. 9.7).</summary>
sealed class SphereFlux : ConstantFlux
{
    static readonly double[] SquaredRoots = [.. SphereRoots.Of(6).Select(l => l * l)];

    static readonly double[] Coefficients = InverseGammas(15);
    const double LargestExponent = 37;

    public override string Name => "sphere";

    public override double MeanRate => 3;

    public override double LargestShortTheta => 0.002;

    public override double SlowestRate => SquaredRoots[0];

    public override double Surface(double theta)
    {
        if (theta <= ShortTime)
        {
            return Early(Math.Sqrt(theta));
        }
        var sum = 0.0;
        foreach (var square in SquaredRoots)
        {
            if (square * theta > LargestExponent)
            {
                break;
            }
            sum += Math.Exp(-square * theta) / square;
        }
        return 3 * theta + 0.2 - 2 * sum;
    }

    public override double SurfaceSlope(double theta)
    {
        if (theta <= ShortTime)
        {
            return Math.Exp(theta) * (1 + SpecialFunctions.Erf(Math.Sqrt(theta))) + 1 / Math.Sqrt(Math.PI * theta);
        }
        var sum = 0.0;
        foreach (var square in SquaredRoots)
        {
            sum += Math.Exp(-square * theta);
        }
        return 3 + 2 * sum;
    }

    /// <summary>exp(x^2) (1 + erf x) - 1 = sum of x^n/Gamma(n/2 + 1), n from 1, for small x (it is the Mittag-Leffler function of order 1/2); exp and erf cost several times as much.</summary>
    static double Early(double x)
    {
        var sum = 0.0;
        for (var i = Coefficients.Length - 1; i >= 0; i--)
        {
            sum = Math.FusedMultiplyAdd(sum, x, Coefficients[i]);
        }
        return sum * x;
    }

    /// <summary>1/Gamma(n/2 + 1), n from 1: Gamma(3/2) = sqrt(pi)/2, Gamma(2) = 1, then Gamma(z + 1) = z Gamma(z).</summary>
    static double[] InverseGammas(int count)
    {
        var values = new double[count];
        for (var n = 1; n <= count; n++)
        {
            values[n - 1] = n == 1 ? 2 / Math.Sqrt(Math.PI) : n == 2 ? 1 : values[n - 3] / (0.5 * n);
        }
        return values;
    }
}
