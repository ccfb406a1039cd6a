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

    void Read(Readings readings, long uptime)
    {
        for (var i = 0; i < readings.CellMillivolts.Length; i++)
        {
            var volts = i < _board.Channels.Count ? _board.Channels[i].CellVolts : 0;
            readings.CellMillivolts[i] = (int)Math.Round(volts * 1000) + _random.Next(-AdcNoiseMillivolts, AdcNoiseMillivolts + 1);
            readings.CellIsRead[i] = true;
        }
        (readings.SupplyMillivolts, readings.SupplyIsRead, readings.DoorIsClosed) = (SupplyMillivolts, true, DoorIsClosed);
        if (uptime == 0 || uptime >= _temperatureDue)
        {
            _temperatureDue = uptime + TemperatureMilliseconds;
            (readings.BoardDecidegrees, readings.BoardReadAtMilliseconds) = (250, uptime);
        }
    }
}
