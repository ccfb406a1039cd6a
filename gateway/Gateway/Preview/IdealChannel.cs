using CoinRig.Clock;
using CoinRig.FrontEnd;
using CoinRig.Twin;

namespace CoinRig.Gateway;

/// <summary>
/// A channel without chips: what is set flows or is held exactly, what is read is the cell model's value at the moment. The model goes on in time
/// when it is looked at, in one step as long as nobody looked.
/// </summary>
/// <param name="profile">The board, whose ranges and span it has.</param>
/// <param name="number">The board's channel.</param>
/// <param name="cell">The cell model.</param>
/// <param name="clock">The clock.</param>
sealed class IdealChannel(BoardProfile profile, int number, ICellModel cell, VirtualClock clock) : IChannel
{
    /// <summary>The first reading after a write is that of a conversion's centre: before it the double layer has not yet charged.</summary>
    const long FirstReadingNanoseconds = 20_000_000;

    Mode _mode;
    long _time;
    long _written = -1;
    double _heldAmperes = double.NaN;

    enum Mode
    {
        Open,
        Current,
        Voltage,
    }

    /// <summary>What is set now, A or V; 0 at open circuit.</summary>
    internal double Set { get; private set; }

    /// <summary>Whether a voltage is held.</summary>
    internal bool HoldsVoltage => _mode == Mode.Voltage;

    /// <summary>How often a set value was written or the cell connected or disconnected.</summary>
    internal int Changes { get; private set; }

    /// <summary>The last readings, V and A.</summary>
    internal (double Volts, double Amperes) Last { get; private set; }

    /// <inheritdoc/>
    public int Number => number;

    /// <inheritdoc/>
    public ChannelReach Reach { get; } = new(profile, profile.Channels[number - 1]);

    /// <inheritdoc/>
    public CurrentRange Range { get; private set; } = profile.Channels[number - 1].Ranges[0];

    /// <inheritdoc/>
    public bool IsConnected => _mode != Mode.Open;

    /// <inheritdoc/>
    public Reading ReadVoltage()
    {
        GoOn();
        var volts = _mode switch { Mode.Voltage => Set, Mode.Current => cell.TerminalVolts(Set), _ => cell.OpenCircuitVolts };
        Last = Last with { Volts = volts };
        return new(volts, clock.Nanoseconds, false);
    }

    /// <inheritdoc/>
    public Reading ReadCurrent()
    {
        GoOn();
        var amperes = _mode switch { Mode.Voltage => double.IsNaN(_heldAmperes) ? cell.AdvanceVoltage(Set, 0) : _heldAmperes, Mode.Current => Set, _ => 0 };
        Last = Last with { Amperes = amperes };
        return new(amperes, clock.Nanoseconds, Math.Abs(amperes) > Range.FullScaleAmperes);
    }

    /// <inheritdoc/>
    public Reading ReadMiddleVoltage() => ReadVoltage();

    /// <inheritdoc/>
    public double MeasureZero(CurrentRange range) => 0;

    /// <inheritdoc/>
    public bool IsRelayWelded() => false;

    /// <inheritdoc/>
    public void ConnectForCurrent(CurrentRange range)
    {
        Range = range;
        Become(Mode.Current, 0);
    }

    /// <inheritdoc/>
    public void ConnectForVoltage(CurrentRange range, double volts)
    {
        Range = range;
        Become(Mode.Voltage, volts);
    }

    /// <inheritdoc/>
    public long WriteCurrent(double amperes) => Become(Mode.Current, amperes);

    /// <inheritdoc/>
    public long WriteVoltage(double volts) => Become(Mode.Voltage, volts);

    /// <inheritdoc/>
    public long Regulate(double target, double volts, double amperes)
    {
        if (_mode != Mode.Open && target != Set)
        {
            GoOn();
            Set = target;
        }
        return clock.Nanoseconds;
    }

    /// <inheritdoc/>
    public void ChangeRange(CurrentRange range)
    {
        Range = range;
        Become(Mode.Current, 0);
    }

    /// <inheritdoc/>
    public RangeGap ChangeRange(CurrentRange range, double amperes, double voltsPerSecond)
    {
        Range = range;
        return new(clock.Nanoseconds, clock.Nanoseconds);
    }

    /// <inheritdoc/>
    public long Disconnect() => Become(Mode.Open, 0);

    /// <inheritdoc/>
    public IdleOutcome Idle()
    {
        Disconnect();
        return new(false, 0, []);
    }

    long Become(Mode mode, double set)
    {
        GoOn();
        (_mode, Set, _heldAmperes, _written) = (mode, set, double.NaN, clock.Nanoseconds);
        Changes++;
        return clock.Nanoseconds;
    }

    /// <summary>Brings the model to the present.</summary>
    void GoOn()
    {
        if (clock.Nanoseconds == _written && IsConnected)
        {
            clock.WaitUntil(_written + FirstReadingNanoseconds);
        }
        var seconds = (clock.Nanoseconds - _time) * 1e-9;
        _time = clock.Nanoseconds;
        if (seconds <= 0)
        {
            return;
        }
        _heldAmperes = _mode == Mode.Voltage ? cell.AdvanceVoltage(Set, seconds) : double.NaN;
        if (_mode != Mode.Voltage)
        {
            cell.AdvanceCurrent(_mode == Mode.Current ? Set : 0, seconds);
        }
    }
}
