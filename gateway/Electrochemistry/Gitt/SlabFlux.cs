namespace CoinRig.Electrochemistry.Gitt;

/// <summary>The slab (Crank 1975, eq. 4.55; Carslaw and Jaeger 1959, ch. 3.8).</summary>
sealed class SlabFlux : ConstantFlux
{
    const int Terms = 6;

    public override string Name => "slab";

    public override double MeanRate => 1;

    public override double LargestShortTheta => 0.2;

    public override double SlowestRate => Math.PI * Math.PI;

    public override double Surface(double theta)
    {
        if (theta <= ShortTime)
        {
            return 2 * Math.Sqrt(theta / Math.PI);
        }
        var sum = 0.0;
        for (var n = 1; n <= Terms; n++)
        {
            sum += Math.Exp(-n * n * Math.PI * Math.PI * theta) / (n * n);
        }
        return theta + 1.0 / 3 - 2 / (Math.PI * Math.PI) * sum;
    }

    public override double SurfaceSlope(double theta)
    {
        if (theta <= ShortTime)
        {
            return 1 / Math.Sqrt(Math.PI * theta);
        }
        var sum = 0.0;
        for (var n = 1; n <= Terms; n++)
        {
            sum += Math.Exp(-n * n * Math.PI * Math.PI * theta);
        }
        return 1 + 2 * sum;
    }
}
