namespace CoinRig.Firmware.Tests;

/// <summary>A supervisor on the bench: good readings, a gateway that sends what the test says, and time that goes on loop by loop.</summary>
public sealed class Bench
{
    readonly FrameEncoder _gateway = new();
    readonly FrameDecoder _decoder = new();
    int _counter;

    /// <summary>A bench with a blank memory.</summary>
    public Bench() : this(new MemoryStorage())
    {
    }

    /// <summary>A bench whose supervisor starts with what a memory holds.</summary>
    public Bench(MemoryStorage storage)
    {
        Storage = storage;
        Supervisor = new Supervisor(Readings, storage);
        Link = new LinkSession(Supervisor);
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            Readings.CellMillivolts[i] = 3700;
            Readings.CellIsRead[i] = true;
        }
        Readings.SupplyMillivolts = 5000;
        Readings.SupplyIsRead = true;
        Readings.BoardDecidegrees = 250;
        Readings.DoorIsClosed = true;
    }

    /// <summary>The memory of the black box.</summary>
    public MemoryStorage Storage { get; }

    /// <summary>What the supervisor reads.</summary>
    public Readings Readings { get; } = new();

    /// <summary>The supervisor.</summary>
    public Supervisor Supervisor { get; }

    /// <summary>Its end of the link.</summary>
    public LinkSession Link { get; }

    /// <summary>Uptime, ms.</summary>
    public long Now { get; private set; } = 1000;

    /// <summary>What the gateway says that it reads, mV.</summary>
    public int Theirs { get; set; } = 3700;

    /// <summary>Whether the gateway sends heartbeats, one in five loops.</summary>
    public bool Beats { get; set; } = true;

    /// <summary>Whether the thermometer is read.</summary>
    public bool ThermometerAnswers { get; set; } = true;

    /// <summary>Whether the coils' supply follows the monostable.</summary>
    public bool CoilFollows { get; set; } = true;

    /// <summary>The result in the last answer; below 0 where none came.</summary>
    public int LastResult { get; private set; } = -1;

    /// <summary>The last frame that the supervisor sent, content only.</summary>
    public byte[] LastContent => _decoder.Content;

    /// <summary>One loop.</summary>
    public void Loop()
    {
        Now += BoardProfile.LoopMilliseconds;
        if (ThermometerAnswers)
        {
            Readings.BoardReadAtMilliseconds = Now;
        }
        if (Beats && Now % 100 == 0)
        {
            Beat();
        }
        if (CoilFollows)
        {
            Readings.CoilIsPowered = Supervisor.Monostable.IsReleased;
        }
        Supervisor.Cycle(Now);
        Supervisor.Box.Save();
        Link.TellChanges();
        Receive();
    }

    /// <summary>Loops for a time, ms.</summary>
    public void Pass(int milliseconds)
    {
        for (var i = 0; i < milliseconds / BoardProfile.LoopMilliseconds; i++)
        {
            Loop();
        }
    }

    /// <summary>Sends a heartbeat with the next counter.</summary>
    public void Beat()
    {
        _counter++;
        Beat(_counter, (uint)Now);
    }

    /// <summary>Sends a heartbeat.</summary>
    public void Beat(int counter, uint stamp)
    {
        var to = _gateway.Content;
        Bytes.Put16(to, 2, counter);
        Bytes.Put32(to, 4, stamp);
        to[8] = 3;
        Bytes.Put16(to, 9, Theirs);
        Bytes.Put16(to, 11, Theirs);
        Send(MessageType.Heartbeat);
    }

    /// <summary>Says hello as a session.</summary>
    public void Hello(int session, int period = 100, int version = Frames.Version)
    {
        var to = _gateway.Content;
        to[2] = (byte)version;
        Bytes.Put16(to, 3, session);
        Bytes.Put16(to, 5, period);
        Send(MessageType.Hello);
    }

    /// <summary>Sends limits for every channel.</summary>
    /// <returns>The result.</returns>
    public int Limit(int lowest, int highest, int supply = 4700, int board = 500)
    {
        var to = _gateway.Content;
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            Bytes.Put16(to, 2 + 4 * i, lowest);
            Bytes.Put16(to, 4 + 4 * i, highest);
        }
        Bytes.Put16(to, 2 + 4 * BoardProfile.Channels, supply);
        Bytes.Put16(to, 4 + 4 * BoardProfile.Channels, board);
        return Send(MessageType.SetLimits);
    }

    /// <summary>Sends a message of one byte.</summary>
    /// <returns>The result.</returns>
    public int Send(MessageType type, int argument)
    {
        _gateway.Content[2] = (byte)argument;
        return Send(type);
    }

    /// <summary>Sends a message whose body is written or empty.</summary>
    /// <returns>The result.</returns>
    public int Send(MessageType type)
    {
        LastResult = -1;
        _gateway.Send(type);
        Link.Take(_gateway.Waiting, _gateway.Count, Now);
        _gateway.Clear();
        Receive();
        return LastResult;
    }

    /// <summary>Brings it into the closed state, as a gateway does.</summary>
    public void Close()
    {
        Hello(7);
        Pass(400);
        Limit(2000, 4400);
        Send(MessageType.Arm, 1);
        Send(MessageType.Close);
        Pass(100);
    }

    void Receive()
    {
        for (var i = 0; i < Link.Out.Count; i++)
        {
            if (_decoder.Take(Link.Out.Waiting[i]) && _decoder.Content[1] == (byte)MessageType.Answer)
            {
                LastResult = _decoder.Content[4];
            }
        }
        Link.Out.Clear();
    }
}
