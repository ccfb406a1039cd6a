using CoinRig.FrontEnd;

namespace CoinRig.Twin;

/// <summary>The relays of one channel: that of the cell, and one for each range but that of the smallest, which has no line.</summary>
sealed class ChannelRelays
{
    readonly Relay _cell;
    readonly Relay[] _ranges;
    readonly bool[] _rangeLines;
    bool _cellLine;
    bool _hasSupply = true;

    internal ChannelRelays(ChannelProfile profile, bool doRangesBounce, long seed)
    {
        _cell = new(new(seed, $"cell relay of channel {profile.Number}"), bounces: true);
        _ranges = [.. profile.Ranges.Select(r => new Relay(new(seed, $"range relay {r.Name} of channel {profile.Number}"), doRangesBounce))];
        _rangeLines = new bool[_ranges.Length];
    }

    internal RelayFault CellFault
    {
        get => _cell.Fault;
        set => _cell.Fault = value;
    }

    internal bool IsCellClosed => _cell.IsClosed;

    internal void SetRangeFault(int range, RelayFault fault) => _ranges[range].Fault = fault;

    /// <summary>The range relays whose contacts are closed, one bit each.</summary>
    internal int ClosedRanges
    {
        get
        {
            var closed = 0;
            for (var i = 0; i < _ranges.Length; i++)
            {
                closed |= _ranges[i].IsClosed ? 1 << i : 0;
            }
            return closed;
        }
    }

    /// <summary>When a contact moves next, ns; <see cref="long.MaxValue"/> where all rest.</summary>
    internal long NextToggle { get; private set; } = long.MaxValue;

    internal void DriveCell(bool isOn, long now)
    {
        _cellLine = isOn;
        _cell.Drive(isOn && _hasSupply, now);
        FindNextToggle();
    }

    /// <summary>Gives all coils supply, or takes it: a coil needs its line and the supply.</summary>
    internal void Supply(bool isOn, long now)
    {
        if (isOn == _hasSupply)
        {
            return;
        }
        _hasSupply = isOn;
        if (_cellLine)
        {
            _cell.Drive(isOn, now);
        }
        for (var i = 0; i < _ranges.Length; i++)
        {
            if (_rangeLines[i])
            {
                _ranges[i].Drive(isOn, now);
            }
        }
        FindNextToggle();
    }

    internal void DriveRange(int range, bool isOn, long now)
    {
        _rangeLines[range] = isOn;
        _ranges[range].Drive(isOn && _hasSupply, now);
        FindNextToggle();
    }

    /// <summary>Every contact that is due moves.</summary>
    internal void Toggle(long time)
    {
        Toggle(_cell, time);
        foreach (var relay in _ranges)
        {
            Toggle(relay, time);
        }
        FindNextToggle();
    }

    static void Toggle(Relay relay, long time)
    {
        if (relay.NextToggle <= time)
        {
            relay.Toggle();
        }
    }

    void FindNextToggle()
    {
        NextToggle = _cell.NextToggle;
        foreach (var relay in _ranges)
        {
            NextToggle = Math.Min(NextToggle, relay.NextToggle);
        }
    }
}
