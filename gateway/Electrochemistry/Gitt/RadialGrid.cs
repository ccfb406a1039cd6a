namespace CoinRig.Electrochemistry.Gitt;

/// <summary>Finite volumes over 0..1 with shells that thin out towards the surface, and backward Euler steps of diffusion with D = 1.</summary>
sealed class RadialGrid
{
    readonly double[] _volumes;
    readonly double[] _conductances;
    readonly double[] _upper;
    readonly double[] _diagonal;

    /// <summary>Makes a grid.</summary>
    /// <param name="shells">Shells; the last is at the surface.</param>
    /// <param name="thinnest">Thickness of the outermost shell.</param>
    /// <param name="power">2 for a sphere, 0 for a slab.</param>
    public RadialGrid(int shells, double thinnest, int power)
    {
        var edges = Edges(shells, thinnest);
        _volumes = new double[shells];
        _conductances = new double[shells];
        _upper = new double[shells];
        _diagonal = new double[shells];
        for (var i = 0; i < shells; i++)
        {
            _volumes[i] = (Math.Pow(edges[i + 1], power + 1) - Math.Pow(edges[i], power + 1)) / (power + 1);
            if (i > 0)
            {
                _conductances[i] = Math.Pow(edges[i], power) / (0.5 * (edges[i + 1] - edges[i - 1]));
            }
        }
    }

    /// <summary>One step of the values in place.</summary>
    /// <param name="values">One a shell.</param>
    /// <param name="source">What is added to each shell in this step, by volume.</param>
    /// <param name="step">The step of theta.</param>
    /// <param name="flux">Flux through the surface.</param>
    public void Step(double[] values, double[] source, double step, double flux)
    {
        var last = values.Length - 1;
        double diagonalBefore = 0;
        for (var i = 0; i <= last; i++)
        {
            var inner = i > 0 ? _conductances[i] * step : 0;
            var outer = i < last ? _conductances[i + 1] * step : 0;
            var right = _volumes[i] * (values[i] + source[i]) + (i == last ? flux * step : 0);
            var diagonal = _volumes[i] + inner + outer;
            if (i > 0)
            {
                var factor = inner / diagonalBefore;
                diagonal -= factor * inner;
                right += factor * values[i - 1];
            }
            values[i] = right;
            _upper[i] = outer;
            diagonalBefore = diagonal;
            _diagonal[i] = diagonal;
        }
        for (var i = last; i >= 0; i--)
        {
            values[i] = (values[i] + (i < last ? _upper[i] * values[i + 1] : 0)) / _diagonal[i];
        }
    }

    static double[] Edges(int shells, double thinnest)
    {
        double low = 1 + 1e-9, high = 10;
        for (var i = 0; i < 200; i++)
        {
            var growth = 0.5 * (low + high);
            (low, high) = thinnest * (Math.Pow(growth, shells) - 1) / (growth - 1) > 1 ? (low, growth) : (growth, high);
        }
        var edges = new double[shells + 1];
        edges[shells] = 1;
        for (var i = shells - 1; i > 0; i--)
        {
            edges[i] = edges[i + 1] - thinnest * Math.Pow(low, shells - 1 - i);
        }
        edges[0] = 0;
        return edges;
    }
}
