using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Electrochemistry.HalfCycles;

/// <summary>
/// Finds half cycles in rows of time, voltage and current, without step numbers, and integrates them (trapezoids, compensated sums). It is fed row by
/// row, live or in a loop, in constant memory but for the half cycles found. A half cycle goes on as long as current flows one way, with rests and short
/// pulses the other way within it; the end of the data cuts one that still goes on.
/// <para>
/// A step of the current between two rows is a jump and no ramp. Instruments that know steps write a row at the end of one, and the first of the
/// next some time after its start: the new current flows since the row before. Where the rows are equally spaced across the jump, the instrument
/// does not know steps, and the jump is taken in the middle. Its place is uncertain by the shorter of the two intervals, evenly.
/// </para>
/// </summary>
/// <param name="rules">How half cycles are told apart; null for the usual rules.</param>
public sealed class HalfCycleFinder(HalfCycleRules? rules = null)
{
    const double EqualSpacing = 0.01;
    const double ArtefactShare = 1e-3;
    readonly HalfCycleRules _rules = rules ?? new();
    readonly List<HalfCycle> _found = [];
    CurrentStep _step = new((rules ?? new()).RestAmperes);
    RunningHalfCycle _open, _turn;
    double _seconds, _volts, _amperes, _interval;
    int _sign;
    long _row = -1;

    /// <summary>Half cycles that have ended, in the order of time, without numbers: <see cref="CycleTable"/> gives them.</summary>
    public IReadOnlyList<HalfCycle> Ended => _found;

    /// <summary>Rows whose time was before that of the row before; nothing is integrated across them.</summary>
    public long BackwardRows { get; private set; }

    /// <summary>Takes in a row and integrates its current. A row that is not of numbers is passed over.</summary>
    /// <param name="seconds">Time, s.</param>
    /// <param name="volts">Voltage, V.</param>
    /// <param name="amperes">Current, A; positive charges.</param>
    public void Add(double seconds, double volts, double amperes) => Add(seconds, volts, amperes, double.NaN);

    /// <summary>Takes in a row whose instrument counted the charge itself, which is better than a current of few digits.</summary>
    /// <param name="seconds">Time, s.</param>
    /// <param name="volts">Voltage, V.</param>
    /// <param name="amperes">Current, A; positive charges.</param>
    /// <param name="countedCoulombs">Charge since the row before, positive charges, C (see <see cref="ChargeCounter"/>); NaN: the current is integrated.</param>
    public void Add(double seconds, double volts, double amperes, double countedCoulombs)
    {
        if (double.IsNaN(countedCoulombs) && AddPlain(new(new(ref seconds), new(ref volts), new(ref amperes))) == 1)
        {
            return;
        }
        _row++;
        if (!double.IsFinite(seconds) || !double.IsFinite(volts) || !double.IsFinite(amperes))
        {
            return;
        }
        var sign = _step.SignOf(amperes);
        if (sign == 0 && countedCoulombs is < 0 or > 0)
        {
            sign = Math.Sign(countedCoulombs);
        }
        var isStep = _step.Add(amperes, volts, sign);
        var interval = _row > 0 ? seconds - _seconds : 0;
        if (interval < 0)
        {
            BackwardRows++;
            (interval, _interval) = (0, 0);
        }
        if (!isStep && sign == 0)
        {
            Remember(seconds, volts, amperes, interval, sign);
            return;
        }
        Passed passed;
        if (!double.IsNaN(countedCoulombs))
        {
            passed = new(countedCoulombs, countedCoulombs * (isStep ? volts : 0.5 * (volts + _volts)), sign != 0 ? interval : 0);
        }
        else if (!isStep)
        {
            passed = new(0.5 * (_amperes + amperes) * interval, 0.5 * (_amperes * _volts + amperes * volts) * interval, interval);
        }
        else
        {
            passed = Step(seconds, volts, amperes, interval, sign);
        }
        if (sign != 0)
        {
            ref var running = ref Take(sign, seconds - passed.Seconds);
            running.Add(passed, seconds, volts, amperes, _row);
            if (!double.IsNaN(countedCoulombs))
            {
                running.AddCount(countedCoulombs);
            }
            else if (isStep)
            {
                running.AddJump(amperes - (sign == _sign ? _amperes : 0), Math.Min(interval, _interval));
            }
            EndIfTurned();
        }
        Remember(seconds, volts, amperes, interval, sign);
    }

    /// <summary>Takes in all rows of a trace, as if one after the other.</summary>
    public void AddRange(Trace trace)
    {
        for (var i = 0; i < trace.Length;)
        {
            i += AddPlain(trace[i..]);
            if (i < trace.Length)
            {
                Add(trace.Seconds[i], trace.Volts[i], trace.Amperes[i], double.NaN);
                i++;
            }
        }
    }

    /// <summary>Ends the data: what still goes on is cut. Nothing may be added after it.</summary>
    /// <returns>All half cycles.</returns>
    public IReadOnlyList<HalfCycle> Finish()
    {
        if (_turn.Sign != 0 && _sign == 0)
        {
            _open.Fold(_turn);
        }
        else if (_turn.Sign != 0)
        {
            Close(_open, true);
            _open = _turn;
        }
        _turn = default;
        if (_open.Sign != 0)
        {
            Close(_open, _sign == 0);
            _open = default;
        }
        return _found;
    }

    /// <summary>The half cycles of a trace in memory: <see cref="AddRange"/> and <see cref="Finish"/>.</summary>
    public static IReadOnlyList<HalfCycle> Find(Trace trace, HalfCycleRules? rules = null)
    {
        var finder = new HalfCycleFinder(rules);
        finder.AddRange(trace);
        return finder.Finish();
    }

    /// <summary>Takes in rows that go on as the one before did; how many.</summary>
    int AddPlain(Trace rows)
    {
        if (_open.Sign == 0 || _open.Sign != _sign || _turn.Sign != 0)
        {
            return 0;
        }
        var count = _open.AddPlain(rows, new(_seconds, _volts, _amperes), ref _step, _row + 1);
        if (count > 0)
        {
            _interval = rows.Seconds[count - 1] - (count > 1 ? rows.Seconds[count - 2] : _seconds);
            (_seconds, _volts, _amperes) = (rows.Seconds[count - 1], rows.Volts[count - 1], rows.Amperes[count - 1]);
            _row += count;
        }
        return count;
    }

    /// <summary>Divides the time across a step of the current, gives the old current its part and returns that of the new one.</summary>
    Passed Step(double seconds, double volts, double amperes, double interval, int sign)
    {
        var isBlind = interval > 0 && Math.Abs(interval - _interval) < EqualSpacing * interval;
        if (_sign != 0)
        {
            ref var ending = ref _turn.Sign == _sign ? ref _turn : ref _open;
            if (isBlind)
            {
                ending.Add(new(0.5 * _amperes * interval, 0.5 * _amperes * _volts * interval, 0.5 * interval));
            }
            if (sign != _sign)
            {
                ending.AddJump(_amperes, Math.Min(interval, _interval));
            }
        }
        var flowing = sign == 0 ? 0 : isBlind ? 0.5 * interval : interval;
        return new(amperes * flowing, amperes * volts * flowing, flowing);
    }

    /// <summary>The half cycle that a row belongs to, begun where there is none.</summary>
    ref RunningHalfCycle Take(int sign, double startSeconds)
    {
        if (_open.Sign == 0)
        {
            _open = RunningHalfCycle.Begin(sign, startSeconds);
        }
        else if (_turn.Sign == 0 && sign != _open.Sign)
        {
            _turn = RunningHalfCycle.Begin(sign, startSeconds);
        }
        else if (_turn.Sign != 0 && sign == _open.Sign)
        {
            _open.Fold(_turn);
            _turn = default;
        }
        return ref _turn.Sign != 0 ? ref _turn : ref _open;
    }

    /// <summary>A reversal that is more than a pulse ends the half cycle before it.</summary>
    void EndIfTurned()
    {
        if (_turn.Sign != 0 && (_turn.Coulombs > _rules.PulseShare * _open.Coulombs || _turn.LengthSeconds > _rules.PulseSeconds))
        {
            Close(_open, true);
            (_open, _turn) = (_turn, default);
        }
    }

    void Remember(double seconds, double volts, double amperes, double interval, int sign) =>
        (_seconds, _volts, _amperes, _interval, _sign) = (seconds, volts, amperes, interval, sign);

    /// <summary>Keeps a half cycle and forgets the switching artefacts before it.</summary>
    void Close(in RunningHalfCycle running, bool reachedEnd)
    {
        var half = running.Finish(reachedEnd);
        while (_found.Count > 0 && _found[^1].Coulombs < ArtefactShare * half.Coulombs && _found[^1].Seconds < _rules.PulseSeconds)
        {
            _found.RemoveAt(_found.Count - 1);
        }
        if (half.Coulombs > 0)
        {
            _found.Add(half);
        }
    }
}
