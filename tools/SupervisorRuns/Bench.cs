using CoinRig.Clock;
using CoinRig.Firmware;
using CoinRig.Gateway;

namespace CoinRig.SupervisorRuns;

/// <summary>Firmware, both directions of the line, and what the supervisor reads, in virtual time; and what the coils' supply did.</summary>
sealed class Bench
{
    internal const short Lowest = 2400, Highest = 4300, LowestSupply = 4700, HighestBoard = 450;

    readonly Random _random;
    long _temperatureDue;
    long _loopLate;
    bool _hadSupply, _hasLapsed;

    internal Bench(int seed)
    {
        _random = new Random(seed);
        (Up, Down) = (new EmulatedLine(2 * seed), new EmulatedLine(2 * seed + 1));
        Clock = new EventClock(new VirtualClock());
        Firmware = new FirmwareTwin(Read, new EmulatedLine.End(Up, Down, Clock));
        Clock.NextDue = () => Math.Min(Firmware.NextDue + _loopLate, EventDue);
        Clock.Happen = Happen;
        Line = new RecordedLine(new EmulatedLine.End(Down, Up, Clock));
    }

    internal EventClock Clock { get; }

    internal EmulatedLine Up { get; }

    internal EmulatedLine Down { get; }

    internal FirmwareTwin Firmware { get; }

    /// <summary>The gateway's end.</summary>
    internal RecordedLine Line { get; }

    internal int CellMillivolts { get; set; } = 3700;

    internal bool CellIsRead { get; set; } = true;

    internal int SupplyMillivolts { get; set; } = 5000;

    internal int BoardDecidegrees { get; set; } = 260;

    internal bool DoorIsClosed { get; set; } = true;

    /// <summary>When the fault comes, ns, and what it does.</summary>
    internal long EventDue { get; set; } = long.MaxValue;

    internal Action Event { get; set; } = () => { };

    /// <summary>When the last good heartbeat was sent, ns.</summary>
    internal long LastGoodBeat { get; set; } = long.MinValue / 2;

    /// <summary>When the supervisor first read something beyond a limit, ns.</summary>
    internal long CrossedAt { get; private set; } = long.MaxValue;

    /// <summary>When the firmware began to hang, ns.</summary>
    internal long HungAt { get; set; } = long.MaxValue;

    /// <summary>Longest time that the coils had supply after the last good heartbeat, ns.</summary>
    internal long LongestAfterBeat { get; private set; }

    /// <summary>The same after a reading that crossed a limit, ns.</summary>
    internal long LongestAfterCrossing { get; private set; }

    /// <summary>The same after the firmware began to hang, ns.</summary>
    internal long LongestAfterHang { get; private set; }

    /// <summary>How late each loop of the firmware is, ns.</summary>
    internal Func<long> LoopsLate { get; set; } = () => 0;

    /// <summary>Whether the coils got their supply again after they had lost it.</summary>
    internal bool HasReturned { get; private set; }

    /// <summary>A person has reset it: supply may come again.</summary>
    internal void ForgetSupply() => (_hasLapsed, HasReturned) = (false, false);

    /// <summary>Whether the coils have supply.</summary>
    internal bool HasSupply => Firmware.Monostable.HasSupply(Clock.Nanoseconds);

    /// <summary>What the gateway reads: the same cell by a better ADC.</summary>
    internal short GatewayMillivolts() => (short)(CellMillivolts + _random.Next(-2, 3));

    void Happen(long now)
    {
        Watch(now);
        _hasLapsed |= _hadSupply && !Firmware.Monostable.HasSupply(now);
        if (EventDue <= now)
        {
            EventDue = long.MaxValue;
            Event();
        }
        else
        {
            Firmware.Loop(now);
            _loopLate = LoopsLate();
        }
        _hasLapsed |= _hadSupply && !Firmware.Monostable.HasSupply(now);
        _hadSupply = Firmware.Monostable.HasSupply(now);
        HasReturned |= _hasLapsed && _hadSupply;
    }

    /// <summary>Since the last happening the supply stayed until now, or until the monostable's end.</summary>
    void Watch(long now)
    {
        if (_hadSupply)
        {
            var until = Math.Min(now, Firmware.Monostable.End);
            LongestAfterBeat = Math.Max(LongestAfterBeat, until - LastGoodBeat);
            LongestAfterCrossing = Math.Max(LongestAfterCrossing, until - CrossedAt);
            LongestAfterHang = Math.Max(LongestAfterHang, until - HungAt);
        }
    }

    /// <summary>As the ESP32's ADC reads: noise of 15 mV, and two cells of which one holder is empty.</summary>
    void Read(Readings readings, long uptime)
    {
        readings.CellMillivolts[0] = CellMillivolts + _random.Next(-15, 16);
        readings.CellIsRead[0] = CellIsRead;
        (readings.CellMillivolts[1], readings.CellIsRead[1]) = (_random.Next(0, 20), true);
        (readings.SupplyMillivolts, readings.SupplyIsRead) = (SupplyMillivolts + _random.Next(-30, 31), true);
        readings.DoorIsClosed = DoorIsClosed;
        if (uptime >= _temperatureDue || uptime == 0)
        {
            _temperatureDue = uptime + 1000;
            (readings.BoardDecidegrees, readings.BoardReadAtMilliseconds) = (BoardDecidegrees + _random.Next(-5, 6), uptime);
        }
        if (CrossedAt == long.MaxValue && (readings.CellMillivolts[0] > Highest || readings.CellMillivolts[0] < Lowest || !CellIsRead || !DoorIsClosed
            || readings.SupplyMillivolts < LowestSupply || readings.BoardDecidegrees > HighestBoard))
        {
            CrossedAt = Clock.Nanoseconds;
        }
    }
}
