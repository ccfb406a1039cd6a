namespace CoinRig.Electrochemistry.Gitt;

/// <summary>
/// The exact solution of diffusion into a particle of one shape under a constant flux, with constant D. theta = D t/R^2 (for a
/// slab R is half its thickness). The surface moves, in units of flux x R/D, as <see cref="Surface"/>; the mean as
/// <see cref="MeanRate"/> theta. (Crank 1975, The Mathematics of Diffusion, eqs. 4.55 and 6.45.)
/// </summary>
public abstract class ConstantFlux
{
    /// <summary>Below this theta the short-time form is used; both agree to 1e-10 there.</summary>
    protected const double ShortTime = 0.05;

    /// <summary>The sphere.</summary>
    public static ConstantFlux Sphere { get; } = new SphereFlux();

    /// <summary>The slab fed from both faces.</summary>
    public static ConstantFlux Slab { get; } = new SlabFlux();

    /// <summary>Its name in files: "sphere" or "slab".</summary>
    public abstract string Name { get; }

    /// <summary>Area times R over volume: 3 for a sphere, 1 for a slab. The length of Weppner and Huggins is L = R/this.</summary>
    public abstract double MeanRate { get; }

    /// <summary>Up to this theta Weppner and Huggins' formulas are within about 8 %: a slab follows the root of time far longer than a sphere.</summary>
    public abstract double LargestShortTheta { get; }

    /// <summary>The slowest relaxation goes as exp(-this theta): 20.19 of a sphere, pi^2 of a slab.</summary>
    public abstract double SlowestRate { get; }

    /// <summary>The surface: S(theta) of the sphere, F(theta) of the slab.</summary>
    public abstract double Surface(double theta);

    /// <summary>The derivative of <see cref="Surface"/>; infinite at 0.</summary>
    public abstract double SurfaceSlope(double theta);

    /// <summary>How much more the surface has moved than the mean: rho = Surface/(MeanRate theta), falling from infinity to 1.</summary>
    public double SurfaceOverMean(double theta) => Surface(theta) / (MeanRate * theta);

    /// <summary>The theta where the surface has moved <paramref name="rho"/> times as far as the mean; NaN where there is none (rho of 1 or less).</summary>
    public double ThetaOf(double rho)
    {
        if (!(rho > 1) || double.IsInfinity(rho))
        {
            return double.NaN;
        }
        var (low, high) = (Math.Log(1e-16), Math.Log(1e8));
        for (var i = 0; i < 200 && high - low > 1e-15; i++)
        {
            var middle = 0.5 * (low + high);
            (low, high) = SurfaceOverMean(Math.Exp(middle)) > rho ? (middle, high) : (low, middle);
        }
        return Math.Exp(0.5 * (low + high));
    }
}
