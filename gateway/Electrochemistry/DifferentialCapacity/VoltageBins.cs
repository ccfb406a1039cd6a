namespace CoinRig.Electrochemistry.DifferentialCapacity;

/// <summary>
/// Charge in equal bins of voltage, row by row: dQ/dV = dQ/dV of a bin. What passes between two rows is spread over the voltages between
/// them. Its memory grows with the range of voltage alone. A bin that was not crossed is empty, not zero.
/// </summary>
public sealed class VoltageBins
{
    const int MostBins = 1 << 20;
    readonly double _width, _perVolt;
    double[] _coulombs = new double[512];
    int[] _rows = new int[512];
    long _first = long.MinValue;
    double _low = double.NaN, _high = double.NaN, _volts = double.NaN;
    int _bin;

    /// <summary>Makes empty bins.</summary>
    /// <param name="binVolts">Width of a bin, V; 2 to 5 mV are usual.</param>
    public VoltageBins(double binVolts)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(binVolts);
        (_width, _perVolt) = (binVolts, 1 / binVolts);
    }

    /// <summary>Begins at a voltage, without charge.</summary>
    public void Begin(double volts)
    {
        if (volts >= _low && volts < _high)
        {
            _volts = volts;
            return;
        }
        Enter(volts);
        _volts = volts;
    }

    /// <summary>Takes in a row.</summary>
    /// <param name="volts">Its voltage, V.</param>
    /// <param name="coulombs">Charge passed since the row before, with its sign, C.</param>
    public void Add(double volts, double coulombs)
    {
        if (volts >= _low && volts < _high)
        {
            _coulombs[_bin] += coulombs;
            _rows[_bin]++;
            _volts = volts;
            return;
        }
        Cross(volts, coulombs);
    }

    /// <summary>The curve, in the order of rising voltage for a charge and of falling for a discharge.</summary>
    /// <param name="isCharge">Whether it charged.</param>
    /// <param name="noiseVolts">Noise of one reading of the voltage, V; NaN or 0 for none.</param>
    public DifferentialCurve Curve(bool isCharge, double noiseVolts)
    {
        var used = Enumerable.Range(0, _coulombs.Length).Where(i => _coulombs[i] != 0).ToList();
        var (from, to) = used.Count == 0 ? (0, -1) : (used[0], used[^1]);
        var count = to - from + 1;
        var sign = isCharge ? 1 : -1;
        double[] volts = new double[count], slopes = new double[count], uncertainties = new double[count], passed = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            var bin = isCharge ? from + i : to - i;
            volts[i] = (_first + bin + 0.5) * _width;
            var coulombs = sign * _coulombs[bin];
            slopes[i] = coulombs > 0 ? coulombs / _width : double.NaN;
            uncertainties[i] = slopes[i] * RelativeNoise(noiseVolts, _rows[bin]);
            passed[i] = sum + 0.5 * coulombs;
            sum += coulombs;
        }
        return new(volts, slopes, uncertainties, passed) { IsCharge = isCharge, NoiseVolts = noiseVolts, Method = FormattableString.Invariant($"voltage bins of {1e3 * _width:0.###} mV") };
    }

    /// <summary>
    /// Noise moves both edges of a bin: sqrt(2/n) sigma/dV. A crossing is interpolated between two readings, which is worth 1.5 of them on average (the mean of
    /// f^2 + (1 - f)^2 is 2/3); where readings are closer than the noise, those within it are averaged.
    /// </summary>
    double RelativeNoise(double noiseVolts, int rows)
    {
        if (!(noiseVolts > 0))
        {
            return 0;
        }
        var averaged = Math.Max(1.5, 2 * noiseVolts * rows * _perVolt);
        return Math.Sqrt(2 / averaged) * noiseVolts * _perVolt;
    }

    void Cross(double volts, double coulombs)
    {
        if (double.IsNaN(_volts))
        {
            Begin(volts);
            return;
        }
        var perVolt = coulombs / Math.Abs(volts - _volts);
        var rises = volts > _volts;
        while (!(volts >= _low && volts < _high))
        {
            var edge = rises ? _high : _low;
            _coulombs[_bin] += perVolt * Math.Abs(edge - _volts);
            _volts = edge;
            Go(_first + _bin + (rises ? 1 : -1));
        }
        _coulombs[_bin] += perVolt * Math.Abs(volts - _volts);
        _rows[_bin]++;
        _volts = volts;
    }

    void Enter(double volts) => Go((long)Math.Floor(volts * _perVolt));

    void Go(long bin)
    {
        if (_first == long.MinValue)
        {
            _first = bin - _coulombs.Length / 2;
        }
        if (bin < _first || bin >= _first + _coulombs.Length)
        {
            Grow(bin);
        }
        _bin = (int)(bin - _first);
        (_low, _high) = (bin * _width, (bin + 1) * _width);
    }

    void Grow(long bin)
    {
        var low = Math.Min(bin, _first);
        var length = Math.Max(2L * _coulombs.Length, Math.Max(bin + 1, _first + _coulombs.Length) - low);
        if (length > MostBins)
        {
            throw new InvalidOperationException($"The voltage went from {_volts:0.###} V to {bin * _width:0.###} V: more than {MostBins} bins of {_width} V. Look at the file's voltage column.");
        }
        low = bin < _first ? low - (length - _coulombs.Length) / 2 : low;
        low = Math.Min(low, bin);
        var coulombs = new double[length];
        var rows = new int[length];
        _coulombs.CopyTo(coulombs, _first - low);
        _rows.CopyTo(rows, _first - low);
        (_coulombs, _rows, _first) = (coulombs, rows, low);
    }
}
