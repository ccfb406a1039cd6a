using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Electrochemistry.HalfCycles;

/// <summary>What has been summed of a half cycle that still goes on.</summary>
struct RunningHalfCycle
{
    NeumaierSum _coulombs;
    NeumaierSum _joules;
    double _seconds;
    SteadyCurrent _steady;
    Sampling _sampling;
    double _jumpVariance;
    long _rows, _firstRow, _lastRow;
    double _startSeconds, _endSeconds, _endVolts, _amperes;
    double _smallestCount;
    long _zeroCounts;

    /// <summary>+1 for a charge, -1 for a discharge.</summary>
    public int Sign { get; private set; }

    /// <summary>Charge passed so far in its direction, C.</summary>
    public readonly double Coulombs => Sign * _coulombs.Value;

    /// <summary>From its first row to its last, s.</summary>
    public readonly double LengthSeconds => _endSeconds - _startSeconds;

    /// <summary>Begins.</summary>
    public static RunningHalfCycle Begin(int sign, double seconds) => new() { Sign = sign, _startSeconds = seconds, _firstRow = -1 };

    /// <summary>Adds what passed up to a row, which is in the half cycle.</summary>
    public void Add(in Passed passed, double seconds, double volts, double amperes, long row)
    {
        _steady.Add(volts, amperes, passed.Seconds);
        if (_rows > 0)
        {
            _sampling.Add(_amperes, amperes, passed.Seconds, _steady.Kernel.Ended);
        }
        Add(passed);
        _firstRow = _firstRow < 0 ? row : _firstRow;
        (_rows, _lastRow, _endSeconds, _endVolts, _amperes) = (_rows + 1, row, seconds, volts, amperes);
    }

    /// <summary>Adds what passed before the current changed, up to a row that is in it no more.</summary>
    public void Add(in Passed passed)
    {
        _coulombs.Add(passed.Coulombs);
        _joules.Add(passed.Joules);
        _seconds += passed.Seconds;
    }

    /// <summary>
    /// Adds rows as long as they are plain: in order of time, of numbers, with a current that changed little since the row before. This is where nearly all
    /// rows of a measurement go, so that the sums are kept in registers.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="before">The row before them, which is in the half cycle.</param>
    /// <param name="step">Watches the current.</param>
    /// <param name="row">Number of the first of them.</param>
    /// <returns>How many were taken.</returns>
    public int AddPlain(Trace rows, in Row before, ref CurrentStep step, long row)
    {
        var seconds = rows.Seconds;
        var volts = rows.Volts;
        var amperes = rows.Amperes;
        if (seconds.Length == 0 || volts.Length < seconds.Length || amperes.Length < seconds.Length)
        {
            return 0;
        }
        var (coulombs, joules, flowing, sampling) = (_coulombs, _joules, _seconds, _sampling);
        var steady = _steady.Kernel;
        var (t0, v0, i0, p0) = (before.Seconds, before.Volts, before.Amperes, before.Amperes * before.Volts);
        var (rest, largest, iBefore) = (step.RestAmperes, 0.0, before.Amperes);
        var n = 0;
        for (; n < seconds.Length; n++)
        {
            var (t, v, i) = (seconds[n], volts[n], amperes[n]);
            var (dt, di, size) = (t - t0, i - i0, Math.Abs(i));
            if (!(dt >= 0 && dt < double.PositiveInfinity && Math.Abs(di) <= CurrentStep.Plain * Math.Abs(i0) && size > rest && v - v == 0) || !steady.TryAdd(v, i, dt))
            {
                break;
            }
            var p = i * v;
            sampling.Add(i0, i, dt, steady.Ended);
            coulombs.Add(0.5 * (i0 + i) * dt);
            joules.Add(0.5 * (p0 + p) * dt);
            flowing += dt;
            largest = size > largest ? size : largest;
            iBefore = i0;
            (t0, v0, i0, p0) = (t, v, i, p);
        }
        if (n == 0)
        {
            return 0;
        }
        (_coulombs, _joules, _seconds, _sampling) = (coulombs, joules, flowing, sampling);
        _steady.Kernel = steady;
        (_rows, _lastRow, _endSeconds, _endVolts, _amperes) = (_rows + n, row + n - 1, t0, v0, i0);
        step.Skip(largest, iBefore, i0, v0);
        return n;
    }

    /// <summary>The current changed by so much somewhere in a time of which nothing is known.</summary>
    public void AddJump(double amperes, double withinSeconds) => _jumpVariance += amperes * amperes * withinSeconds * withinSeconds / 12;

    /// <summary>Watches how fine the instrument's counter counts.</summary>
    public void AddCount(double coulombs)
    {
        var size = Math.Abs(coulombs);
        _zeroCounts += size == 0 ? 1 : 0;
        _sampling = default;
        _smallestCount = size > 0 && (_smallestCount == 0 || size < _smallestCount) ? size : _smallestCount;
    }

    /// <summary>Takes in a short reversal.</summary>
    public void Fold(in RunningHalfCycle pulse)
    {
        _coulombs.Add(pulse._coulombs.Value);
        _joules.Add(pulse._joules.Value);
        _jumpVariance += pulse._jumpVariance;
        _sampling.Fold(pulse._sampling);
    }

    /// <summary>A counter that stands still at most rows has steps as large as the smallest that it made: half a step is uncertain at both ends.</summary>
    readonly double CountVariance => 2 * _zeroCounts > _rows ? _smallestCount * _smallestCount / 6 : 0;

    /// <summary>The half cycle as it stands; its number and what is known of its start come later.</summary>
    public readonly HalfCycle Finish(bool reachedEnd) => new(Sign > 0, 0, Coulombs, Sign * _joules.Value, _seconds, _steady.RateAmperes, reachedEnd, false, Math.Sqrt(_jumpVariance + CountVariance))
    {
        Rows = _rows,
        FirstRow = _firstRow,
        LastRow = _lastRow,
        StartSeconds = _startSeconds,
        EndSeconds = _endSeconds,
        EndVolts = _endVolts,
        NoiseAmperes = _steady.NoiseAmperes,
        NoiseVolts = _steady.NoiseVolts,
        SamplingUncertaintyCoulombs = _sampling.UncertaintyCoulombs,
    };
}

/// <summary>What passed from one row to the next.</summary>
/// <param name="Coulombs">Charge with its sign, C.</param>
/// <param name="Joules">Energy with its sign, J.</param>
/// <param name="Seconds">Time, s.</param>
readonly record struct Passed(double Coulombs, double Joules, double Seconds);

/// <summary>A row.</summary>
/// <param name="Seconds">Time, s.</param>
/// <param name="Volts">Voltage, V.</param>
/// <param name="Amperes">Current, A.</param>
readonly record struct Row(double Seconds, double Volts, double Amperes);
