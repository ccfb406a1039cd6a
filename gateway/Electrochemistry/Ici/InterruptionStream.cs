using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Ici;

/// <summary>Interruptions of a constant current row by row, in constant memory.</summary>
public sealed class InterruptionStream
{
    /// <summary>First and last time of the line, s: earlier the double layer discharges, later the root of time no longer holds.</summary>
    public const double FirstSeconds = 1, LastSeconds = 10;

    readonly LogBlocks _rest = new();
    CoMoments _line, _current;
    double _start, _startUncertainty, _onSeconds, _totalOn, _coulombs, _volts = double.NaN, _lastOn = double.NaN, _lastInLine;
    bool _isOn;
    int _number;

    /// <summary>A step begins.</summary>
    /// <param name="isOn">Whether current flows in it.</param>
    /// <param name="isFresh">Whether what was before is forgotten: a rest that is long, or another kind of step.</param>
    /// <param name="seconds">The moment at which the current changed, s.</param>
    /// <param name="uncertaintySeconds">Its standard uncertainty, s.</param>
    public void Begin(bool isOn, bool isFresh, double seconds, double uncertaintySeconds = 0)
    {
        (_isOn, _start, _startUncertainty) = (isOn, seconds, uncertaintySeconds);
        _totalOn = isFresh ? 0 : _totalOn;
        if (isOn)
        {
            _current = default;
            return;
        }
        _rest.Clear();
        (_line, _lastOn, _lastInLine) = (default, _volts, 0);
    }

    /// <summary>Takes in a row.</summary>
    /// <param name="seconds">Its time, s.</param>
    /// <param name="volts">Voltage, V.</param>
    /// <param name="amperes">Current, A.</param>
    public void Add(double seconds, double volts, double amperes)
    {
        var since = seconds - _start;
        _volts = volts;
        if (_isOn)
        {
            _current.Add(since, amperes);
            return;
        }
        _rest.Add(since, volts);
        if (since is >= FirstSeconds and <= LastSeconds)
        {
            _line.Add(Math.Sqrt(since), volts);
            _lastInLine = since;
        }
    }

    /// <summary>A step ends.</summary>
    /// <param name="seconds">The moment at which the current changed, s.</param>
    /// <returns>The interruption that ended; null for a step with current.</returns>
    public InterruptionObservation? End(double seconds)
    {
        if (_isOn)
        {
            _onSeconds = seconds - _start;
            _totalOn += _onSeconds;
            _coulombs += _current.MeanY * _onSeconds;
            return null;
        }
        return new()
        {
            Number = ++_number,
            Seconds = _start,
            TimeZeroUncertaintySeconds = _startUncertainty,
            Amperes = _current.MeanY,
            OnSeconds = _onSeconds,
            OffSeconds = seconds - _start,
            TotalOnSeconds = _totalOn,
            Coulombs = _coulombs,
            LastVolts = _lastOn,
            Line = _line,
            LastSeconds = _lastInLine,
            Rest = _rest.Between(FirstSeconds, double.PositiveInfinity),
        };
    }
}
