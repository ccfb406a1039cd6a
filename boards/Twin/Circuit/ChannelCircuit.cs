namespace CoinRig.Twin;

/// <summary>
/// Current and voltage of one cell in time. It moves from event to event: a step ends at a relay's contact, at a change of the target or
/// where a conversion looks. After a change of current the steps start short and grow with the time since, because diffusion starts
/// like the root of time and backward Euler errs by h/(10 t). Steps lie on a grid of 10 us, so that lengths repeat and the cell model can
/// keep its factorisation.
/// </summary>
sealed class ChannelCircuit(CellSeat seat, OutputStage stage)
{
    const long Grid = 10_000, ShortestStep = 50_000, LongestStep = 5_000_000_000;

    /// <summary>A step is at most this part of the time since the last change.</summary>
    const int StepPart = 16;

    /// <summary>The anti-alias filters: one pole of 0.1 ms; after 30 of them nothing is left of a change.</summary>
    const double FilterNanoseconds = 100_000;
    const long FilterMemory = 3_000_000;

    /// <summary>A conversion that begins so many of its windows after a change sees its mean at its centre.</summary>
    const int SlowWindows = 10;

    /// <summary>Smaller changes than this part of full scale, or than this voltage, do not make the steps start short again.</summary>
    const double SmallCurrentPart = 1e-3, SmallVolts = 1e-3;

    long _now, _changedAt = long.MinValue / 2;
    double _sensedVolts, _filteredVolts, _filteredAmperes, _voltSeconds, _coulombs;
    bool _isNearLimit = true;
    double _drivenVolts = double.NaN;

    internal Loop Loop { get; private set; }

    /// <summary>Amperes or volts, as <see cref="Loop"/> has it.</summary>
    internal double Target { get; private set; }

    internal double ShuntOhms { get; private set; } = 1;

    /// <summary>Voltage at the cell's terminals, V.</summary>
    internal double Volts { get; private set; }

    /// <summary>Current through the cell, A.</summary>
    internal double Amperes { get; private set; }

    /// <summary>Charge that has gone through the cell, C.</summary>
    internal double Coulombs { get; private set; }

    /// <summary>What the sense leads show where that is not the cell's voltage, V; NaN where it is.</summary>
    internal double ForcedSenseVolts { get; set; } = double.NaN;

    internal void Start(long now)
    {
        _now = OnGrid(now);
        Volts = _sensedVolts = _filteredVolts = double.IsNaN(ForcedSenseVolts) ? seat.OpenCircuitVolts : ForcedSenseVolts;
    }

    /// <summary>The loop is set differently from now on.</summary>
    /// <param name="loop">What it does.</param>
    /// <param name="target">Amperes or volts.</param>
    /// <param name="shuntOhms">The shunt in the way of the current, ohm.</param>
    /// <param name="fullScaleAmperes">Full scale of the range, A.</param>
    internal void Drive(Loop loop, double target, double shuntOhms, double fullScaleAmperes)
    {
        var before = (Loop, Amperes);
        (Loop, Target, ShuntOhms) = (loop, target, shuntOhms);
        bool isSmall;
        if (loop == Loop.Potentiostat)
        {
            isSmall = before.Loop == loop && Math.Abs(target - _drivenVolts) <= SmallVolts;
            _drivenVolts = target;
            Volts = target;
        }
        else
        {
            _isNearLimit |= before.Loop != loop || loop == Loop.Railed;
            var isTrim = loop == Loop.Galvanostat && !_isNearLimit && Math.Abs(target - before.Amperes) <= SmallCurrentPart * fullScaleAmperes;
            Amperes = loop switch
            {
                Loop.Galvanostat => isTrim ? target : stage.Drivable(seat, target, shuntOhms),
                Loop.Railed => stage.Drivable(seat, Math.CopySign(OutputStage.LargestAmperes, target), shuntOhms),
                _ => 0,
            };
            isSmall = Math.Abs(Amperes - before.Amperes) <= SmallCurrentPart * fullScaleAmperes && (loop == before.Loop || before.Loop != Loop.Potentiostat);
            if (!isSmall)
            {
                Volts = seat.TerminalVolts(Amperes);
            }
        }
        if (!isSmall)
        {
            _changedAt = _now;
            _isNearLimit = true;
        }
        var sensed = _sensedVolts;
        Sense();
        if (Math.Abs(sensed - _sensedVolts) > SmallVolts)
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

    /// <summary>What the filters stand at long after a change, V and A.</summary>
    internal (double Volts, double Amperes) Steady => (_sensedVolts, Amperes);

    /// <summary>The sensed voltage while nothing but time can change it: known without a step.</summary>
    internal bool IsVoltageHeld => Loop == Loop.Potentiostat && !_isNearLimit;

    /// <summary>The current while nothing but time can change it: known without a step.</summary>
    internal bool IsCurrentHeld => Loop == Loop.Open || (Loop == Loop.Galvanostat && !_isNearLimit);

    /// <summary>Sense leads and current now, behind the filters only where a change is recent.</summary>
    internal (double Volts, double Amperes) Reading
        => _now - _changedAt < FilterMemory ? (_filteredVolts, _filteredAmperes) : (_sensedVolts, Amperes);

    /// <summary>Integrals of the filtered readings until now, and now.</summary>
    internal (double VoltSeconds, double Coulombs, long Now) Integrals => (_voltSeconds, _coulombs, _now);

    void Step(long length)
    {
        var seconds = length * 1e-9;
        switch (Loop)
        {
            case Loop.Open:
                Volts = seat.AdvanceCurrent(0, seconds);
                break;
            case Loop.Potentiostat:
                HoldVoltage(seconds);
                break;
            default:
                HoldCurrent(seconds);
                break;
        }
        _now += length;
        Coulombs += Amperes * seconds;
        Sense();
        Filter(length, seconds);
    }

    void HoldCurrent(double seconds)
    {
        if (_isNearLimit)
        {
            var target = Loop == Loop.Railed ? Math.CopySign(OutputStage.LargestAmperes, Target) : Target;
            Amperes = stage.Drivable(seat, target, ShuntOhms);
        }
        Volts = seat.AdvanceCurrent(Amperes, seconds);
        _isNearLimit = stage.IsNearLimit(Volts, Amperes, ShuntOhms);
    }

    void HoldVoltage(double seconds)
    {
        if (_isNearLimit)
        {
            var (lowest, highest) = stage.Span(Target, ShuntOhms);
            var limited = seat.TerminalVolts(highest) < Target ? highest : seat.TerminalVolts(lowest) > Target ? lowest : double.NaN;
            if (!double.IsNaN(limited))
            {
                Amperes = limited;
                Volts = seat.AdvanceCurrent(limited, seconds);
                return;
            }
        }
        Amperes = seat.AdvanceVoltage(Target, seconds);
        Volts = Target;
        _isNearLimit = stage.IsNearLimit(Volts, Amperes, ShuntOhms);
    }

    void Sense() => _sensedVolts = double.IsNaN(ForcedSenseVolts) ? Volts : ForcedSenseVolts;

    void Filter(long length, double seconds)
    {
        var (volts, amperes) = (_filteredVolts, _filteredAmperes);
        if (_now - _changedAt <= FilterMemory)
        {
            var left = Math.Exp(-length / FilterNanoseconds);
            _filteredVolts = _sensedVolts + (volts - _sensedVolts) * left;
            _filteredAmperes = Amperes + (amperes - Amperes) * left;
        }
        else
        {
            (_filteredVolts, _filteredAmperes) = (_sensedVolts, Amperes);
        }
        _voltSeconds += 0.5 * (volts + _filteredVolts) * seconds;
        _coulombs += 0.5 * (amperes + _filteredAmperes) * seconds;
    }

    static long OnGrid(long time) => (time + Grid / 2) / Grid * Grid;
}
