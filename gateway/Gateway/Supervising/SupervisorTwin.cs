using CoinRig.Firmware;
using CoinRig.Supervision;
using CoinRig.Twin;

namespace CoinRig.Gateway;

/// <summary>
/// A supervisor at a twin board: the firmware's code reads the true cell voltages by its own ADC, and its monostable gives the coils of the board's relays
/// their supply. It lives in the same virtual time, in whatever waits there are.
/// </summary>
sealed partial class SupervisorTwin
{
    const int AdcNoiseMillivolts = 10, TemperatureMilliseconds = 1000;

    /// <summary>What code 0 of the ESP32's ADC is before the divider.</summary>
    const int LowestAdcMillivolts = 142;

    /// <summary>A channel that nobody has looked at for so long is brought up to the present, ns.</summary>
    const long LatestNanoseconds = 200_000_000;

    readonly BoardTwin _board;
    readonly Random _random;
    readonly ReplayedTime _time;
    readonly FirmwareTwin _firmware;
    readonly EmulatedLine _up, _down;
    readonly TwinWires _wires;
    int _supplyMillivolts = 5000;
    bool _isDoorClosed = true;
    long _temperatureDue;

    /// <param name="board">The board, made with <paramref name="clock"/>.</param>
    /// <param name="clock">The clock that the supervisor lives by.</param>
    /// <param name="seed">Draws the noise of its ADC, and what happens on the line.</param>
    internal SupervisorTwin(BoardTwin board, EventClock clock, int seed)
    {
        _board = board;
        _random = new Random(seed);
        (_up, _down) = (new EmulatedLine(2 * seed), new EmulatedLine(2 * seed + 1));
        _time = new ReplayedTime(clock);
        _firmware = new FirmwareTwin(Read, new EmulatedLine.End(_up, _down, _time));
        Line = new WakingLine(new EmulatedLine.End(_down, _up, _time), Wake);
        _wires = new TwinWires(board.Channels.Count) { Changed = Rewire };
        board.HasCoilSupply = false;
        clock.NextDue = () => _isQuiet ? _lastBeat + LongestQuiet : board.HasCoilSupply ? Math.Min(_firmware.NextDue, _firmware.Monostable.End) : _firmware.NextDue;
        clock.Happen = Happen;
    }

    /// <summary>The firmware. Whoever reaches for it, for a line or for a reading wakes it.</summary>
    internal FirmwareTwin Firmware => Awake(_firmware);

    /// <summary>From the gateway to the supervisor.</summary>
    internal EmulatedLine Up => Awake(_up);

    /// <summary>From the supervisor to the gateway.</summary>
    internal EmulatedLine Down => Awake(_down);

    /// <summary>The gateway's end of the line.</summary>
    internal ISerialLine Line { get; }

    /// <summary>Its wires.</summary>
    internal TwinWires Wires => Awake(_wires);

    /// <summary>The 5 V supply, mV.</summary>
    internal int SupplyMillivolts
    {
        get => _supplyMillivolts;
        set => _supplyMillivolts = Awake(value);
    }

    /// <summary>Whether the door is closed.</summary>
    internal bool DoorIsClosed
    {
        get => _isDoorClosed;
        set => _isDoorClosed = Awake(value);
    }

    void Happen(long now)
    {
        if (_isQuiet)
        {
            Wake();
            return;
        }
        if (_firmware.NextDue <= now)
        {
            _firmware.Loop(now);
        }
        _board.HasCoilSupply = _firmware.Monostable.HasSupply(now);
    }

    int AtSense(int index) => index >= _board.Channels.Count || !_wires.IsThere(index == 0 ? Wire.Sense1 : Wire.Sense2) ? 0
        : _wires.HolderMillivolts[index] ?? (int)Math.Round(VoltsOf(_board.Channels[index]) * 1000);

    void Rewire()
    {
        (Up.IsCut, Down.IsCut) = (!Wires.IsThere(Wire.Transmit), !Wires.IsThere(Wire.Receive));
        var monostable = Firmware.Monostable;
        (monostable.TriggerIsWired, monostable.ClearIsWired, monostable.HasInput) = (Wires.IsThere(Wire.Trigger), Wires.IsThere(Wire.Clear), Wires.IsThere(Wire.CoilSupply));
    }

    double VoltsOf(ChannelTwin channel) => _time.Nanoseconds - channel.LatestNanoseconds > LatestNanoseconds ? channel.CellVolts : channel.LatestCellVolts;

    void Read(Readings readings, long uptime)
    {
        for (var i = 0; i < readings.CellMillivolts.Length; i++)
        {
            readings.CellMillivolts[i] = Math.Max(LowestAdcMillivolts, AtSense(i) + _random.Next(-AdcNoiseMillivolts, AdcNoiseMillivolts + 1));
            readings.CellIsRead[i] = true;
        }
        (readings.SupplyMillivolts, readings.SupplyIsRead) = (_wires.IsThere(Wire.Supply) ? SupplyMillivolts : LowestAdcMillivolts, true);
        readings.DoorIsClosed = DoorIsClosed && _wires.IsThere(Wire.Door);
        readings.CoilIsPowered &= _wires.IsThere(Wire.CoilReadBack);
        if ((uptime == 0 || uptime >= _temperatureDue) && _wires.IsThere(Wire.Thermistor))
        {
            _temperatureDue = uptime + TemperatureMilliseconds;
            (readings.BoardDecidegrees, readings.BoardReadAtMilliseconds) = (250, uptime);
        }
    }
}
