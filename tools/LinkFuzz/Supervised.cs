using CoinRig.Firmware;

namespace CoinRig.LinkFuzz;

/// <summary>A supervisor with good readings that hears the bytes, and what of it they changed.</summary>
sealed class Supervised : IBlackBoxStorage
{
    readonly Readings _readings = new() { SupplyMillivolts = 5000, SupplyIsRead = true, BoardDecidegrees = 250, DoorIsClosed = true };
    readonly Limits _held = new();
    readonly Supervisor _supervisor;
    readonly LinkSession _link;
    readonly byte[] _one = new byte[1];
    SupervisorState _state;
    TripCause _cause;
    int _age, _good, _watched;
    long _now = 1000;

    internal Supervised()
    {
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            (_readings.CellMillivolts[i], _readings.CellIsRead[i]) = (2, true);
        }
        _supervisor = new Supervisor(_readings, this);
        _link = new LinkSession(_supervisor);
        Loop();
    }

    /// <summary>Takes one byte.</summary>
    /// <returns>Whether anything that matters has changed.</returns>
    internal bool Take(byte received)
    {
        Look();
        _one[0] = received;
        _link.Take(_one, 1, _now);
        _link.Out.Clear();
        return Look();
    }

    /// <summary>One loop; a trip is reset, so that the next bytes find all states.</summary>
    internal void Loop()
    {
        _now += BoardProfile.LoopMilliseconds;
        _readings.BoardReadAtMilliseconds = _now;
        _readings.CoilIsPowered = _supervisor.Monostable.IsReleased;
        _supervisor.Cycle(_now);
        _supervisor.Box.Save();
        _link.TellChanges();
        _link.Out.Clear();
        if (_supervisor.State == SupervisorState.Tripped)
        {
            _supervisor.PressButton(_now);
        }
    }

    bool IBlackBoxStorage.Read(byte[] to, int count) => true;

    bool IBlackBoxStorage.Write(byte[] from, int start, int count) => true;

    bool Look()
    {
        var isSame = _state == _supervisor.State && _cause == _supervisor.Cause && _age == _supervisor.Heartbeat.Age(_now) && _good == _supervisor.Heartbeat.Good
            && _watched == _supervisor.Watch.Watched && _held.IsWithin(_supervisor.Held) && _supervisor.Held.IsWithin(_held);
        (_state, _cause, _age, _good, _watched) = (_supervisor.State, _supervisor.Cause, _supervisor.Heartbeat.Age(_now), _supervisor.Heartbeat.Good, _supervisor.Watch.Watched);
        _held.CopyFrom(_supervisor.Held);
        return !isSame;
    }
}
