namespace CoinRig.Twin;

/// <summary>
/// A channel's circuit in time. It moves from event to event: a step ends at a relay's contact, at a change of the target or
/// where a conversion looks. After a change of current the steps start short and grow with the time since, because diffusion starts
/// like the root of time and backward Euler errs by h/(10 t). Steps lie on a grid of 10 us, so that lengths repeat and the cell model can
/// keep its factorisation.
/// </summary>
sealed class ChannelCircuit(IFrontEndCircuit frontEnd)
{
    const long Grid = 10_000, ShortestStep = 50_000, LongestStep = 5_000_000_000;

    /// <summary>A step is at most this part of the time since the last change.</summary>
    const int StepPart = 16;

    /// <summary>The anti-alias filters: one pole of 0.1 ms; after 30 of them nothing is left of a change.</summary>
    const double FilterNanoseconds = 100_000;
    const long FilterMemory = 3_000_000;

    /// <summary>A conversion that begins so many of its windows after a change sees its mean at its centre.</summary>
    const int SlowWindows = 10;

    long _now, _changedAt = long.MinValue / 2;
    SignalPair _filtered, _integrals;

    /// <summary>Charge that has gone through the cell, C.</summary>
    internal double Coulombs { get; private set; }

    /// <summary>Who watches the current, if somebody does.</summary>
    internal CurrentWatch? Watch { get; set; }

    internal void Start(long now)
    {
        _now = OnGrid(now);
        _filtered = frontEnd.Signals;
    }

    /// <summary>The channel is set differently from now on.</summary>
    internal void Drive(in ChannelState state)
    {
        if (frontEnd.Drive(state))
        {
            _changedAt = _now;
        }
    }

    /// <summary>Lets the time go on. No relay moves in between.</summary>
    internal void Run(long time)
    {
        var end = OnGrid(time);
        while (_now < end)
        {
            var longest = Math.Clamp((_now - _changedAt) / StepPart / Grid * Grid, ShortestStep, LongestStep);
            Step(Math.Min(end - _now, longest));
        }
    }

    /// <summary>Whether a window lies so far behind the last change that its centre stands for its mean.</summary>
    internal bool IsSlow(long from, long to) => from - _changedAt >= SlowWindows * (to - from);

    /// <summary>The signals now, behind the filters only where a change is recent.</summary>
    internal SignalPair Reading => _now - _changedAt < FilterMemory ? _filtered : frontEnd.Signals;

    /// <summary>Integrals of the filtered signals until now, in seconds times their units, and now.</summary>
    internal (SignalPair Signals, long Now) Integrals => (_integrals, _now);

    void Step(long length)
    {
        var seconds = length * 1e-9;
        frontEnd.Step(seconds);
        _now += length;
        Coulombs += frontEnd.Amperes * seconds;
        Watch?.Take(frontEnd.Amperes, frontEnd.Volts, _now, length);
        Filter(length, seconds);
    }

    void Filter(long length, double seconds)
    {
        var (before, after) = (_filtered, frontEnd.Signals);
        if (_now - _changedAt <= FilterMemory)
        {
            var left = Math.Exp(-length / FilterNanoseconds);
            after = new(after.Voltage + (before.Voltage - after.Voltage) * left, after.Current + (before.Current - after.Current) * left);
        }
        _filtered = after;
        _integrals = new(_integrals.Voltage + 0.5 * (before.Voltage + after.Voltage) * seconds,
            _integrals.Current + 0.5 * (before.Current + after.Current) * seconds);
    }

    static long OnGrid(long time) => (time + Grid / 2) / Grid * Grid;
}
