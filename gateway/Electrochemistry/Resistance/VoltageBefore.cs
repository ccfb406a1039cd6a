using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Resistance;

/// <summary>
/// The voltage before a step of the current: the last rows tell where it stood, those of the last ten seconds how it drifted. It keeps no more than
/// these rows.
/// </summary>
sealed class VoltageBefore
{
    const int Capacity = 128, LevelRows = 5;
    const double DriftSeconds = 10;
    readonly double[] _seconds = new double[Capacity], _volts = new double[Capacity];
    int _next, _count;
    double _amperes;

    /// <summary>Rows kept.</summary>
    public int Count => _count;

    /// <summary>Mean current of the rows, A.</summary>
    public double Amperes => _count > 0 ? _amperes / _count : double.NaN;

    /// <summary>Time of the last row, s.</summary>
    public double LastSeconds => Seconds(_count - 1);

    /// <summary>Takes in a row.</summary>
    public void Add(double seconds, double volts, double amperes)
    {
        (_seconds[_next], _volts[_next]) = (seconds, volts);
        _next = (_next + 1) % Capacity;
        _amperes = _count == Capacity ? _amperes * (Capacity - 1) / Capacity + amperes : _amperes + amperes;
        _count = Math.Min(_count + 1, Capacity);
    }

    /// <summary>Forgets all rows.</summary>
    public void Clear() => (_next, _count, _amperes) = (0, 0, 0);

    /// <summary>Noise of a row, V, from second differences; NaN where there are too few.</summary>
    public double Noise()
    {
        var sum = 0.0;
        for (var i = 2; i < _count; i++)
        {
            var second = Volts(i) - 2 * Volts(i - 1) + Volts(i - 2);
            sum += second * second;
        }
        return _count < LevelRows ? double.NaN : Math.Sqrt(sum / (6 * (_count - 2)));
    }

    /// <summary>Where the voltage stood at the last row, V, by a line through the last five.</summary>
    /// <param name="noiseVolts">Noise of a row, V.</param>
    public Estimate Level(double noiseVolts)
    {
        if (_count < 3)
        {
            return new(Volts(_count - 1), noiseVolts);
        }
        var line = Line(_count - Math.Min(_count, LevelRows));
        return new(line.Intercept, noiseVolts * Math.Sqrt(1.0 / line.Count + line.MeanX * line.MeanX / SquaresOfX(_count - Math.Min(_count, LevelRows), line.MeanX)));
    }

    /// <summary>How it drifted, V/s, by a line through the last ten seconds (five rows at least); 0 with no uncertainty where there are fewer than three rows.</summary>
    /// <param name="noiseVolts">Noise of a row, V.</param>
    public Estimate Drift(double noiseVolts)
    {
        if (_count < 3)
        {
            return new(0, double.NaN);
        }
        var from = _count - 1;
        while (from > 0 && (_count - from < LevelRows || LastSeconds - Seconds(from - 1) <= DriftSeconds))
        {
            from--;
        }
        var line = Line(from);
        return new(line.Slope, noiseVolts / Math.Sqrt(SquaresOfX(from, line.MeanX)));
    }

    CoMoments Line(int from)
    {
        var line = new CoMoments();
        for (var i = from; i < _count; i++)
        {
            line.Add(Seconds(i) - LastSeconds, Volts(i));
        }
        return line;
    }

    double SquaresOfX(int from, double mean)
    {
        var sum = 0.0;
        for (var i = from; i < _count; i++)
        {
            var x = Seconds(i) - LastSeconds - mean;
            sum += x * x;
        }
        return sum;
    }

    double Seconds(int i) => _seconds[(_next - _count + i + 2 * Capacity) % Capacity];

    double Volts(int i) => _volts[(_next - _count + i + 2 * Capacity) % Capacity];
}
