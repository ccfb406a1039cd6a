using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Impedance.KramersKronig;

/// <summary>
/// Z = R0 + sum R_k/(1 + j omega tau_k) [+ j omega L0 + 1/(j omega C0)] with given tau_k, fitted to a spectrum by linear least squares of residuals over
/// the modulus. Points are taken from the highest frequency to the lowest; memory is allocated once.
/// </summary>
sealed class ElementChain
{
    readonly int _n;
    readonly double[] _omega;
    readonly double[] _weight;
    readonly double[] _data;
    readonly double[] _right;
    readonly Householder _solver;
    readonly double[] _factors;
    readonly int _extras;
    readonly KramersKronigOptions _options;

    public ElementChain(Spectrum spectrum, KramersKronigOptions options, int mostElements)
    {
        (Order, _n, _options) = (spectrum.Falling(), spectrum.Count, options);
        (_omega, _weight, _data, _right) = (new double[_n], new double[_n], new double[2 * _n], new double[2 * _n]);
        for (var i = 0; i < _n; i++)
        {
            var ohms = spectrum.Ohms[Order[i]];
            _omega[i] = 2 * Math.PI * spectrum.Hertz[Order[i]];
            _weight[i] = 1 / ohms.Magnitude;
            (_data[i], _data[_n + i]) = (ohms.Real * _weight[i], ohms.Imaginary * _weight[i]);
        }
        _extras = 1 + (options.HasInductance ? 1 : 0) + (options.HasCapacitance ? 1 : 0);
        _solver = new(2 * _n, mostElements + _extras);
        _factors = new double[mostElements + _extras];
        Residuals = new double[2 * _n];
    }

    /// <summary>Places in the spectrum of the points as they are taken.</summary>
    public int[] Order { get; }

    /// <summary>Real, then imaginary residuals over the modulus, from the highest frequency to the lowest.</summary>
    public double[] Residuals { get; }

    /// <summary>R0, ohm.</summary>
    public double SeriesOhms => _factors[0];

    /// <summary>mu = 1 - sum of negative over sum of positive resistances.</summary>
    public double Mu { get; set; }

    /// <summary>Fits with a number of elements.</summary>
    public void Fit(int elements)
    {
        Write(elements);
        _data.CopyTo(_right, 0);
        _solver.Solve(elements + _extras, _right, _factors);
        double negative = 0, positive = 0;
        foreach (var ohms in _factors.AsSpan(_extras, elements))
        {
            (negative, positive) = ohms < 0 ? (negative - ohms, positive) : (negative, positive + ohms);
        }
        Mu = positive > 0 ? 1 - negative / positive : 0;
    }

    /// <summary>Computes the residuals of the last fit.</summary>
    public void FindResiduals(int elements)
    {
        Write(elements);
        _data.CopyTo(Residuals, 0);
        for (var j = 0; j < elements + _extras; j++)
        {
            VectorDot.AddMultiple(-_factors[j], _solver.Column(j), Residuals);
        }
    }

    void Write(int elements)
    {
        var (re, im) = (0, _n);
        var constant = _solver.Column(0);
        constant.Clear();
        _weight.CopyTo(constant);
        if (_options.HasInductance)
        {
            var column = _solver.Column(1);
            column.Clear();
            for (var i = 0; i < _n; i++)
            {
                column[im + i] = _weight[i] * _omega[i];
            }
        }
        if (_options.HasCapacitance)
        {
            var column = _solver.Column(_extras - 1);
            column.Clear();
            for (var i = 0; i < _n; i++)
            {
                column[im + i] = -_weight[i] / _omega[i];
            }
        }
        var (first, ratio) = (1 / _omega[0], Math.Log(_omega[0] / _omega[_n - 1]) / Math.Max(1, elements - 1));
        for (var k = 0; k < elements; k++)
        {
            var column = _solver.Column(_extras + k);
            var tau = first * Math.Exp(ratio * k);
            for (var i = 0; i < _n; i++)
            {
                var x = _omega[i] * tau;
                var real = _weight[i] / (1 + x * x);
                (column[re + i], column[im + i]) = (real, -x * real);
            }
        }
    }
}
