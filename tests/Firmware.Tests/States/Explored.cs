using CoinRig.Firmware;

namespace CoinRig.Firmware.Tests;

/// <summary>One supervisor that is brought along a path of inputs, with what can be seen of it from outside.</summary>
sealed class Explored
{
    readonly Readings _readings = new();
    readonly FrameEncoder _gateway = new();
    readonly Limits _hard = new();
    readonly LinkSession _link;
    readonly byte[] _memory = new byte[BlackBox.Size];
    int _counter, _session;
    uint _stamp;
    bool _thermometerAnswers = true, _coilFollows = true, _hasBeat;

    internal Explored()
    {
        Storage = new MemoryOf(_memory);
        Supervisor = new Supervisor(_readings, Storage);
        _link = new LinkSession(Supervisor);
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            (_readings.CellMillivolts[i], _readings.CellIsRead[i]) = (3700, true);
        }
        (_readings.SupplyMillivolts, _readings.SupplyIsRead, _readings.BoardDecidegrees, _readings.DoorIsClosed) = (5000, true, 250, true);
    }

    internal Supervisor Supervisor { get; }

    internal MemoryOf Storage { get; }

    internal long Now { get; private set; } = 1000;

    /// <summary>When the last heartbeat was sent that should count, ms; far in the past where there was none.</summary>
    internal long LastGoodBeat { get; private set; } = -100_000;

    /// <summary>Whether all readings and the memory have been good for the last two loops.</summary>
    internal bool AllGood => _readings.CellMillivolts[0] == 3700 && _readings.CellIsRead[0] && _readings.SupplyMillivolts == 5000 && _readings.SupplyIsRead
        && _readings.DoorIsClosed && _thermometerAnswers && _readings.BoardDecidegrees == 250 && Storage.Answers;

    internal static IReadOnlyList<(string Name, Action<Explored> Do, bool IsMessage)> Inputs { get; } =
    [
        ("20 ms", e => e.Loop(1), false),
        ("100 ms with a heartbeat", e => { e.Beat(3700); e.Loop(5); }, false),
        ("100 ms with a heartbeat that disagrees", e => { e.Beat(3000); e.Loop(5); }, false),
        ("100 ms without", e => e.Loop(5), false),
        ("420 ms without", e => e.Loop(21), false),
        ("stuck heartbeat", e => e.StuckBeat(), true),
        ("old heartbeat", e => e.OldBeat(), true),
        ("hello again", e => e.Hello(e._session), true),
        ("hello of another", e => e.Hello(e._session + 1), true),
        ("limits", e => e.SetLimits(2500, 4300), true),
        ("lower limits", e => e.SetLimits(2600, 4200), true),
        ("limits that the cell is beyond", e => e.SetLimits(2600, 3600), true),
        ("limits beyond the hard ones", e => e.SetLimits(-5, 4800), true),
        ("arm", e => e.Send(MessageType.Arm, 1), true),
        ("close", e => e.Send(MessageType.Close), true),
        ("open", e => e.Send(MessageType.Open), true),
        ("disarm", e => e.Send(MessageType.Disarm), true),
        ("reset", e => e.Send(MessageType.Reset, (byte)e.Supervisor.Cause), true),
        ("maintenance", e => e.Send(MessageType.Maintenance, 1), true),
        ("end of maintenance", e => e.Send(MessageType.Maintenance, 0), true),
        ("button", e => e.Supervisor.PressButton(e.Now), false),
        ("button held", e => e.Supervisor.HoldButton(), false),
        ("cell above", e => { e._readings.CellMillivolts[0] = 4750; e.Loop(2); }, false),
        ("cell below", e => { e._readings.CellMillivolts[0] = -20; e.Loop(2); }, false),
        ("cell unread", e => { e._readings.CellIsRead[0] = false; e.Loop(2); }, false),
        ("supply sags", e => { e._readings.SupplyMillivolts = 4000; e.Loop(2); }, false),
        ("board hot", e => { e._readings.BoardDecidegrees = 700; e.Loop(1); }, false),
        ("door open", e => { e._readings.DoorIsClosed = false; e.Loop(1); }, false),
        ("memory silent", e => { e.Storage.Answers = false; e.Supervisor.Box.Keep(e.Supervisor.State, e.Supervisor.Cause); e.Loop(2); }, false),
        ("thermometer silent", e => { e._thermometerAnswers = false; e._readings.BoardReadAtMilliseconds = e.Now - BoardProfile.OldestTemperatureMilliseconds; e.Loop(1); }, false),
        ("coil does not follow", e => { e._coilFollows = false; e.Alive(3); }, false),
        ("all mended", e => e.Mend(), false),
    ];

    /// <summary>What tells two supervisors apart, coarsely enough that there are finitely many.</summary>
    internal string Fingerprint => string.Join(',', (int)Supervisor.State, (int)Supervisor.Cause, Supervisor.Monostable.IsReleased, Supervisor.Watch.IsHealthy,
        (int)Supervisor.Watch.Cause, Math.Min(Supervisor.Heartbeat.Age(Now) / 100, 4), Supervisor.Held.LowestCellMillivolts[0], Supervisor.Held.HighestCellMillivolts[0],
        Supervisor.Watch.Watched, Supervisor.Heartbeat.Good, _session > 0,  AllGood, _coilFollows, _readings.CellMillivolts[0]);

    void Loop(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Now += BoardProfile.LoopMilliseconds;
            _readings.BoardReadAtMilliseconds = _thermometerAnswers ? Now : _readings.BoardReadAtMilliseconds;
            _readings.CoilIsPowered = _coilFollows && Supervisor.Monostable.IsReleased;
            Supervisor.Cycle(Now);
            Supervisor.Box.Save();
            _link.TellChanges();
            _link.Out.Clear();
        }
    }

    void Mend()
    {
        (_readings.CellMillivolts[0], _readings.CellIsRead[0], _readings.SupplyMillivolts, _readings.BoardDecidegrees, _readings.DoorIsClosed, Storage.Answers) =
            (3700, true, 5000, 250, true, true);
        (_thermometerAnswers, _coilFollows) = (true, true);
        Loop(2);
    }

    /// <summary>One that waited in a buffer, on a line that was quicker before: one that is always as slow cannot be told.</summary>
    void OldBeat()
    {
        if (_hasBeat)
        {
            _counter++;
            _stamp = (uint)Now - 120;
            Send(MessageType.Heartbeat, BeatBody(3700));
        }
        Loop(1);
    }

    void StuckBeat()
    {
        if (_hasBeat)
        {
            _stamp = (uint)Now;
            Send(MessageType.Heartbeat, BeatBody(3700));
        }
        Loop(1);
    }

    void Alive(int heartbeats)
    {
        for (var i = 0; i < heartbeats; i++)
        {
            Beat(3700);
            Loop(5);
        }
    }

    void Beat(int millivolts)
    {
        _counter++;
        _stamp = (uint)Now;
        Send(MessageType.Heartbeat, BeatBody(millivolts));
        (LastGoodBeat, _hasBeat) = (Now, true);
    }

    byte[] BeatBody(int millivolts)
    {
        var body = new byte[11];
        Bytes.Put16(body, 0, _counter);
        Bytes.Put32(body, 2, _stamp);
        body[6] = 3;
        Bytes.Put16(body, 7, millivolts);
        Bytes.Put16(body, 9, millivolts);
        return body;
    }

    void Hello(int session)
    {
        _hasBeat &= session == _session;
        _session = session;
        Send(MessageType.Hello, Frames.Version, (byte)session, (byte)(session >> 8), 100, 0);
    }

    void SetLimits(int lowest, int highest)
    {
        Limits limits = new() { LowestSupplyMillivolts = _hard.LowestSupplyMillivolts, HighestBoardDecidegrees = _hard.HighestBoardDecidegrees };
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            (limits.LowestCellMillivolts[i], limits.HighestCellMillivolts[i]) = (lowest, highest);
        }
        var body = new byte[Limits.Length];
        limits.Write(body, 0);
        Send(MessageType.SetLimits, body);
    }

    void Send(MessageType type, params byte[] body)
    {
        body.CopyTo(_gateway.Content, FrameEncoder.Body);
        _gateway.Send(type);
        _link.Take(_gateway.Waiting, _gateway.Count, Now);
        _gateway.Clear();
        _link.Out.Clear();
    }
}
