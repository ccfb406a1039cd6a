namespace CoinRig.Firmware;

/// <summary>
/// All that is looked at once a loop. Each look leaves its mark, and only a loop with every mark and without a doubt is healthy: one that
/// was left out by mistake opens the relays.
/// </summary>
public sealed class Watch
{
    const int CellsSeen = 1, SupplySeen = 2, BoardSeen = 4, DoorSeen = 8, LoopSeen = 16, CoilSeen = 32, AgreementSeen = 64, BoxSeen = 128;
    const int AllSeen = 255;

    readonly Persistence[] _outside = new Persistence[BoardProfile.Channels];
    readonly Persistence[] _unread = new Persistence[BoardProfile.Channels];
    readonly Agreement[] _agreements = new Agreement[BoardProfile.Channels];
    readonly Persistence _supplyLow = new();
    readonly Persistence _supplyUnread = new();
    long _lastLoop = -1;
    long _coilSince;
    bool _coilExpected;
    bool _coilWasPowered;
    int _seen;

    /// <summary>Nothing has been looked at.</summary>
    public Watch()
    {
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            _outside[i] = new Persistence();
            _unread[i] = new Persistence();
            _agreements[i] = new Agreement();
        }
    }

    /// <summary>What the last loop found in doubt first.</summary>
    public TripCause Cause { get; private set; }

    /// <summary>The channel of it, from 1; 0 for none.</summary>
    public int Channel { get; private set; }

    /// <summary>The limit that was crossed.</summary>
    public int Limit { get; private set; }

    /// <summary>What was read.</summary>
    public int Value { get; private set; }

    /// <summary>Channels whose cells are watched, a bit each.</summary>
    public int Watched { get; private set; }

    /// <summary>Whether the last loop looked at everything and found it good.</summary>
    public bool IsHealthy => _seen == AllSeen && Cause == TripCause.None;

    /// <summary>Watches these channels from now on. What the gateway said of one that was watched before still counts.</summary>
    public void Choose(int channels)
    {
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            if ((channels & ~Watched & (1 << i)) != 0)
            {
                _agreements[i].Forget();
            }
        }
        Watched = channels;
    }

    /// <summary>Forgets what the gateway said.</summary>
    public void ForgetTheirs()
    {
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            _agreements[i].Forget();
        }
    }

    /// <summary>Whether a cell can be watched with these limits: it was read, and is within them.</summary>
    public static bool IsInside(int channel, Readings readings, Limits limits) => readings.CellIsRead[channel]
        && readings.CellMillivolts[channel] >= limits.LowestCellMillivolts[channel] && readings.CellMillivolts[channel] <= limits.HighestCellMillivolts[channel];

    /// <summary>Takes what a good heartbeat says about a channel, from 0.</summary>
    public void TakeTheirs(long now, int channel, bool isRead, int millivolts) => _agreements[channel].TakeTheirs(now, isRead, millivolts);

    /// <summary>Looks at everything.</summary>
    /// <param name="now">Uptime, ms.</param>
    /// <param name="readings">What was read in this loop.</param>
    /// <param name="limits">What is allowed.</param>
    /// <param name="box">The black box.</param>
    /// <param name="isHeld">Whether the monostable has been toggled.</param>
    /// <param name="isTripped">Whether a trip is latched: then a person may have taken the cell out.</param>
    public void Look(long now, Readings readings, Limits limits, BlackBox box, bool isHeld, bool isTripped)
    {
        _seen = 0;
        Cause = TripCause.None;
        LookAtCells(readings, limits, isTripped);
        LookAtSupply(readings, limits);
        LookAtBoard(now, readings, limits);
        LookAtDoor(readings);
        LookAtLoop(now);
        LookAtCoil(now, readings, isHeld);
        LookAtAgreement(now);
        LookAtBox(box);
    }

    void LookAtCells(Readings readings, Limits limits, bool isTripped)
    {
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            var isWatched = (Watched & (1 << i)) != 0;
            var isRead = readings.CellIsRead[i];
            var millivolts = readings.CellMillivolts[i];
            var isAbove = isRead && millivolts > limits.HighestCellMillivolts[i];
            // An empty holder reads 0 V, so only a watched cell can be too low.
            var isTakenOut = isTripped && millivolts < BoardProfile.BelowReachMillivolts;
            var isBelow = isRead && isWatched && !isTakenOut && millivolts < limits.LowestCellMillivolts[i];
            if (_outside[i].Take(isAbove || isBelow))
            {
                Doubt(isBelow ? TripCause.CellBelow : TripCause.CellAbove, i + 1, isBelow ? limits.LowestCellMillivolts[i] : limits.HighestCellMillivolts[i], millivolts);
            }
            if (_unread[i].Take(!isRead))
            {
                Doubt(TripCause.CellLost, i + 1, 0, 0);
            }
            if (isRead)
            {
                _agreements[i].TakeOwn(millivolts);
            }
        }
        _seen |= CellsSeen;
    }

    void LookAtSupply(Readings readings, Limits limits)
    {
        if (_supplyUnread.Take(!readings.SupplyIsRead))
        {
            Doubt(TripCause.SupplyLost, 0, 0, 0);
        }
        if (_supplyLow.Take(readings.SupplyIsRead && readings.SupplyMillivolts < limits.LowestSupplyMillivolts))
        {
            Doubt(TripCause.SupplyLow, 0, limits.LowestSupplyMillivolts, readings.SupplyMillivolts);
        }
        _seen |= SupplySeen;
    }

    void LookAtBoard(long now, Readings readings, Limits limits)
    {
        if (readings.BoardReadAtMilliseconds < 0 || now - readings.BoardReadAtMilliseconds > BoardProfile.OldestTemperatureMilliseconds)
        {
            Doubt(TripCause.ThermometerLost, 0, 0, 0);
        }
        else if (readings.BoardDecidegrees > limits.HighestBoardDecidegrees)
        {
            Doubt(TripCause.BoardHot, 0, limits.HighestBoardDecidegrees, readings.BoardDecidegrees);
        }
        _seen |= BoardSeen;
    }

    void LookAtDoor(Readings readings)
    {
        if (!readings.DoorIsClosed)
        {
            Doubt(TripCause.DoorOpen, 0, 0, 0);
        }
        _seen |= DoorSeen;
    }

    void LookAtLoop(long now)
    {
        var late = now - _lastLoop;
        if (_lastLoop >= 0 && (late > BoardProfile.LatestLoopMilliseconds || late < 0))
        {
            Doubt(TripCause.LoopLate, 0, BoardProfile.LatestLoopMilliseconds, late > 32767 ? 32767 : (int)late);
        }
        _lastLoop = now;
        _seen |= LoopSeen;
    }

    void LookAtCoil(long now, Readings readings, bool isHeld)
    {
        if (isHeld != _coilExpected || readings.CoilIsPowered == isHeld)
        {
            _coilExpected = isHeld;
            _coilSince = now;
        }
        else if (isHeld && _coilWasPowered)
        {
            // The monostable has lapsed between two late loops: its next edge would close the relays again, unasked.
            Doubt(TripCause.CoilDead, 0, 0, 0);
        }
        else if (now - _coilSince >= BoardProfile.CoilMilliseconds)
        {
            Doubt(isHeld ? TripCause.CoilDead : TripCause.CoilStuck, 0, 0, 0);
        }
        _coilWasPowered = isHeld && (_coilWasPowered || readings.CoilIsPowered);
        _seen |= CoilSeen;
    }

    void LookAtAgreement(long now)
    {
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            if ((Watched & (1 << i)) != 0 && _agreements[i].IsLost(now))
            {
                Doubt(TripCause.Disagreement, i + 1, BoardProfile.AgreementMillivolts, 0);
            }
        }
        _seen |= AgreementSeen;
    }

    void LookAtBox(BlackBox box)
    {
        if (!box.IsGood)
        {
            Doubt(TripCause.BlackBoxLost, 0, 0, 0);
        }
        _seen |= BoxSeen;
    }

    /// <summary>The first one is the cause; others may follow from it.</summary>
    void Doubt(TripCause cause, int channel, int limit, int value)
    {
        if (Cause == TripCause.None)
        {
            Cause = cause;
            Channel = channel;
            Limit = limit;
            Value = value;
        }
    }
}
