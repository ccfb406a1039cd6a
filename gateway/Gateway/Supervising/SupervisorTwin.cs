using CoinRig.Firmware;
using CoinRig.Supervision;
using CoinRig.Twin;

namespace CoinRig.Gateway;

/// <summary>
/// A supervisor at a twin board: the firmware's code reads the true cell voltages by its own ADC, and its monostable gives the coils of the board's relays
/// their supply. It lives in the same virtual time, in whatever waits there are.
/// </summary>
sealed class SupervisorTwin
{
    const int AdcNoiseMillivolts = 10, TemperatureMilliseconds = 1000;

    /// <summary>What code 0 of the ESP32's ADC is before the divider.</summary>
    const int LowestAdcMillivolts = 142;

    readonly BoardTwin _board;
    readonly Random _random;
    long _temperatureDue;

    /// <param name="board">The board, made with <paramref name="clock"/>.</param>
    /// <param name="clock">The clock that the supervisor lives by.</param>
    /// <param name="seed">Draws the noise of its ADC, and what happens on the line.</param>
    internal SupervisorTwin(BoardTwin board, EventClock clock, int seed)
    {
        _board = board;
        _random = new Random(seed);
        (Up, Down) = (new EmulatedLine(2 * seed), new EmulatedLine(2 * seed + 1));
        Firmware = new FirmwareTwin(Read, new EmulatedLine.End(Up, Down, clock));
        Line = new EmulatedLine.End(Down, Up, clock);
        Wires = new TwinWires(board.Channels.Count) { Changed = Rewire };
        board.HasCoilSupply = false;
        clock.NextDue = () => board.HasCoilSupply ? Math.Min(Firmware.NextDue, Firmware.Monostable.End) : Firmware.NextDue;
        clock.Happen = Happen;
    }

    /// <summary>The firmware.</summary>
    internal FirmwareTwin Firmware { get; }

    /// <summary>From the gateway to the supervisor.</summary>
    internal EmulatedLine Up { get; }

    /// <summary>From the supervisor to the gateway.</summary>
    internal EmulatedLine Down { get; }

    /// <summary>The gateway's end of the line.</summary>
    internal ISerialLine Line { get; }

    /// <summary>Its wires.</summary>
    internal TwinWires Wires { get; }

    /// <summary>The 5 V supply, mV.</summary>
    internal int SupplyMillivolts { get; set; } = 5000;

    /// <summary>Whether the door is closed.</summary>
    internal bool DoorIsClosed { get; set; } = true;

    void Happen(long now)
    {
        if (Firmware.NextDue <= now)
        {
            Firmware.Loop(now);
        }
        _board.HasCoilSupply = Firmware.Monostable.HasSupply(now);
    }

    int AtSense(int index) => index >= _board.Channels.Count || !Wires.IsThere(index == 0 ? Wire.Sense1 : Wire.Sense2) ? 0
        : Wires.HolderMillivolts[index] ?? (int)Math.Round(_board.Channels[index].CellVolts * 1000);

    void Rewire()
    {
        (Up.IsCut, Down.IsCut) = (!Wires.IsThere(Wire.Transmit), !Wires.IsThere(Wire.Receive));
        var monostable = Firmware.Monostable;
        (monostable.TriggerIsWired, monostable.ClearIsWired, monostable.HasInput) = (Wires.IsThere(Wire.Trigger), Wires.IsThere(Wire.Clear), Wires.IsThere(Wire.CoilSupply));
    }

    void Read(Readings readings, long uptime)
    {
        for (var i = 0; i < readings.CellMillivolts.Length; i++)
        {
            readings.CellMillivolts[i] = Math.Max(LowestAdcMillivolts, AtSense(i) + _random.Next(-AdcNoiseMillivolts, AdcNoiseMillivolts + 1));
            readings.CellIsRead[i] = true;
        }
        (readings.SupplyMillivolts, readings.SupplyIsRead) = (Wires.IsThere(Wire.Supply) ? SupplyMillivolts : LowestAdcMillivolts, true);
        readings.DoorIsClosed = DoorIsClosed && Wires.IsThere(Wire.Door);
        readings.CoilIsPowered &= Wires.IsThere(Wire.CoilReadBack);
        if ((uptime == 0 || uptime >= _temperatureDue) && Wires.IsThere(Wire.Thermistor))
        {
            _temperatureDue = uptime + TemperatureMilliseconds;
            (readings.BoardDecidegrees, readings.BoardReadAtMilliseconds) = (250, uptime);
        }
    }
}
