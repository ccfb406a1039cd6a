namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>
/// The exact current of a Nernstian wave: semi-infinite planar diffusion, equal D of both forms, at rest at a potential far before E0 (Nicholson and Shain 1964, Anal. Chem. 36, 706): the
/// semi-derivative of the surface fraction f = 1/(1 + exp(-xi)), xi = nF(E - E0)/(Rg T) in the direction of the first sweep. In units of n F A c sqrt(D n F v/(Rg T)).
/// </summary>
public static class ReversibleWave
{
    /// <summary>Its maximum: chi of Randles and Sevcik.</summary>
    public const double PeakFunction = 0.44629469;

    /// <summary>Where the maximum is: 28.49 mV/n past E0 at 25 degC.</summary>
    public const double PeakPlace = 1.1089492;

    const int Panels = 200;

    /// <summary>Points and weights of Gauss and Legendre on -1..1, half of 16.</summary>
    static readonly (double X, double Weight)[] Gauss =
    [
        (0.0950125098376374, 0.1894506104550685), (0.2816035507792589, 0.1826034150449236), (0.4580167776572274, 0.1691565193950025), (0.6178762444026438, 0.1495959888165767),
        (0.7554044083550030, 0.1246289712555339), (0.8656312023878318, 0.0951585116824928), (0.9445750230732326, 0.0622535239386479), (0.9894009349916499, 0.0271524594117541),
    ];

    /// <summary>The current function.</summary>
    /// <param name="start">xi where the first sweep begins; -20 or less for a wave that begins at zero within 1e-8.</param>
    /// <param name="turn">xi where the sweep turns.</param>
    /// <param name="along">Way of the potential since the start, in units of Rg T/(nF); beyond <paramref name="turn"/> - <paramref name="start"/> on the way back.</param>
    /// <returns>Positive in the direction of the first sweep.</returns>
    public static double Current(double start, double turn, double along)
    {
        var there = Math.Min(along, turn - start);
        var sum = Integral(along, 0, there, s => Derivative(start + s));
        return along > there ? sum - Integral(along, there, along, s => Derivative(2 * turn - start - s)) : sum;
    }

    static double Derivative(double xi)
    {
        var half = 2 * Math.Cosh(0.5 * xi);
        return 1 / (half * half);
    }

    /// <summary>The integral of g(s)/sqrt(pi (at - s)) ds, by s = at - u^2.</summary>
    static double Integral(double at, double from, double to, Func<double, double> g)
    {
        var (low, high) = (Math.Sqrt(Math.Max(0, at - to)), Math.Sqrt(Math.Max(0, at - from)));
        var half = 0.5 * (high - low) / Panels;
        var sum = 0.0;
        for (var panel = 0; panel < Panels; panel++)
        {
            var middle = low + (2 * panel + 1) * half;
            foreach (var (x, weight) in Gauss)
            {
                sum += weight * (At(middle - half * x) + At(middle + half * x));
            }
        }
        return 2 * half * sum / Math.Sqrt(Math.PI);

        double At(double u) => g(at - u * u);
    }
}
