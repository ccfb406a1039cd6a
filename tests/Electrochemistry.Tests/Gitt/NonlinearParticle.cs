namespace CoinRig.Electrochemistry.Tests.Gitt;

/// <summary>
/// A particle whose D changes with composition, D(y) = exp(b y) in units of R^2 a second, by finite volumes and implicit steps: written
/// for the tests alone, so that what the library says of curvature is judged by something else.
/// </summary>
sealed class NonlinearParticle
{
    const int Shells = 120;
    const double Thinnest = 2e-4;
    readonly double[] _edges = new double[Shells + 1];
    readonly double[] _y = new double[Shells];
    readonly int _dimensions;
    readonly double _b;

    public NonlinearParticle(int dimensions, double b)
    {
        (_dimensions, _b) = (dimensions, b);
        double low = 1.0001, high = 2;
        for (var i = 0; i < 100; i++)
        {
            var g = 0.5 * (low + high);
            (low, high) = Thinnest * (Math.Pow(g, Shells) - 1) / (g - 1) > 1 ? (low, g) : (g, high);
        }
        _edges[Shells] = 1;
        for (var i = Shells - 1; i > 0; i--)
        {
            _edges[i] = _edges[i + 1] - Thinnest * Math.Pow(low, Shells - 1 - i);
        }
    }

    /// <summary>One step with a rate of the mean composition; returns the surface's composition.</summary>
    public double Step(double seconds, double meanRate)
    {
        var old = (double[])_y.Clone();
        var (lower, diagonal, right) = (new double[Shells], new double[Shells], new double[Shells]);
        for (var pass = 0; pass < 3; pass++)
        {
            for (var i = 0; i < Shells; i++)
            {
                var volume = Math.Pow(_edges[i + 1], _dimensions) - Math.Pow(_edges[i], _dimensions);
                var (inner, outer) = (Conductance(i) * seconds, Conductance(i + 1) * seconds);
                diagonal[i] = volume + inner + outer;
                lower[i] = -inner;
                right[i] = volume * old[i] + (i == Shells - 1 ? meanRate * seconds : 0);
                if (i > 0)
                {
                    // The matrix is symmetric: the upper neighbour of i - 1 is the lower one of i.
                    var factor = lower[i] / diagonal[i - 1];
                    diagonal[i] -= factor * lower[i];
                    right[i] -= factor * right[i - 1];
                }
            }
            for (var i = Shells - 1; i >= 0; i--)
            {
                _y[i] = (right[i] - (i < Shells - 1 ? lower[i + 1] * _y[i + 1] : 0)) / diagonal[i];
            }
        }
        return _y[^1] + meanRate / (_dimensions * Math.Exp(_b * _y[^1])) * 0.5 * Thinnest;
    }

    double Conductance(int edge) => edge is 0 or Shells ? 0
        : _dimensions * Math.Pow(_edges[edge], _dimensions - 1) * Math.Exp(_b * 0.5 * (_y[edge] + _y[edge - 1])) / (0.5 * (_edges[edge + 1] - _edges[edge - 1]));
}
