using CoinRig.Clock;
using CoinRig.Firmware;
using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary>
/// Time in which nothing can happen is left out: while the relays are held, heartbeats come, all is read well within its limits, and gateway and supervisor
/// agree, a loop of the firmware only toggles the monostable. Then neither its loops nor the heartbeats are carried out. What is not so any more, a heartbeat
/// that does not come, or anything else that is said on the line wakes it: it gets the last heartbeat at its own time and makes up for the loops since.
/// </summary>
sealed partial class SupervisorTwin
{
    /// <summary>Without a heartbeat for so long it is woken, in time for what it does about that, ns.</summary>
    internal const long LongestQuiet = 200 * RigClockExtensions.Millisecond;

    /// <summary>It stays awake for so long, ns.</summary>
    const long AwakeNanoseconds = RigClockExtensions.Second;

    /// <summary>Nearer to a limit than this, or farther apart than that, it is awake, mV.</summary>
    const int MarginMillivolts = 40, ApartMillivolts = 100;

    /// <summary>It wakes so often whatever happens, because the link's times and counters go round, ns.</summary>
    const long LongestRest = 3600 * RigClockExtensions.Second;

    readonly Readings _glance = new();
    bool _isQuiet;
    long _awakeSince, _quietSince;
    long _lastBeat;
    CellReadings _lastReadings;

    /// <summary>Sends a heartbeat that was left out, with its readings and its time in ns.</summary>
    internal Action<CellReadings, long> Resend { get; set; } = (_, _) => { };

    /// <summary>Whether it never rests, for who compares.</summary>
    internal bool NeverRests { get; init; }

    /// <summary>Whether a heartbeat may be left out, because nothing can come of it.</summary>
    internal bool Rests(in CellReadings readings)
    {
        var now = _time.Nanoseconds;
        if (NeverRests || !(_isQuiet ? now - _quietSince < LongestRest : MayRest(now)) || !IsUneventful(readings, now))
        {
            Wake();
            return false;
        }
        _quietSince = _isQuiet ? _quietSince : now;
        (_isQuiet, _lastBeat, _lastReadings) = (true, now, readings);
        return true;
    }

    bool MayRest(long now) => now - _awakeSince >= AwakeNanoseconds && _firmware is { IsHung: false, Supervisor: { State: CoinRig.Firmware.SupervisorState.Closed, Watch.IsHealthy: true } firmware }
        && firmware.Heartbeat.IsFresh(_firmware.UptimeAt(now)) && _board.HasCoilSupply && IsWhole(_up, now) && IsWhole(_down, now);

    static bool IsWhole(EmulatedLine line, long now) => !line.IsCut && line.BadPart == 0 && line.DelayNanoseconds == EmulatedLine.UsualDelayNanoseconds && line.LastArrival <= now;

    bool IsUneventful(in CellReadings theirs, long now)
    {
        var (limits, watched) = (_firmware.Supervisor!.Held, _firmware.Supervisor.Watch.Watched);
        Read(_glance, _firmware.UptimeAt(Math.Min(now, _firmware.NextDue)));
        if (!_glance.DoorIsClosed || !_glance.SupplyIsRead || _glance.SupplyMillivolts < limits.LowestSupplyMillivolts)
        {
            return false;
        }
        for (var i = 0; i < _glance.CellMillivolts.Length; i++)
        {
            var (own, isWatched) = (_glance.CellMillivolts[i], (watched & (1 << i)) != 0);
            var (isRead, their) = i == 0 ? (theirs.IsRead1, theirs.Millivolts1) : (theirs.IsRead2, theirs.Millivolts2);
            if (!_glance.CellIsRead[i] || own > limits.HighestCellMillivolts[i] - MarginMillivolts
                || isWatched && (own < limits.LowestCellMillivolts[i] + MarginMillivolts || !isRead || Math.Abs(own - their) > ApartMillivolts))
            {
                return false;
            }
        }
        return true;
    }

    T Awake<T>(T value)
    {
        Wake();
        return value;
    }

    void Wake()
    {
        if (!_isQuiet)
        {
            return;
        }
        (_isQuiet, _awakeSince) = (false, _time.Nanoseconds);
        var now = _time.Nanoseconds;
        _firmware.Skip(_lastBeat);
        _time.Shown = _lastBeat;
        Resend(_lastReadings, _lastBeat);
        while (_firmware.NextDue <= now)
        {
            _time.Shown = _firmware.NextDue;
            Happen(_firmware.NextDue);
        }
        _time.Shown = null;
    }
}
