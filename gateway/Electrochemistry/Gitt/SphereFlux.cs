using CoinRig.Electrochemistry.Numerics;
using MathNet.Numerics;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>The sphere (Crank 1975, eq. 6.45; Carslaw and Jaeger 1959, ch. 9.7).</summary>
sealed class SphereFlux : ConstantFlux
{
    static readonly double[] SquaredRoots = [.. SphereRoots.Of(6).Select(l => l * l)];

    public override string Name => "sphere";

    public override double MeanRate => 3;

    public override double LargestShortTheta => 0.002;

    public override double SlowestRate => SquaredRoots[0];

    public override double Surface(double theta)
    {
        if (theta <= ShortTime)
        {
            return Math.Exp(theta) * SpecialFunctions.Erf(Math.Sqrt(theta)) + double.ExpM1(theta);
        }
        var sum = 0.0;
        foreach (var square in SquaredRoots)
        {
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
}
