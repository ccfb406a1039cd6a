namespace CoinRig.Firmware;

/// <summary>The supervisor's end of the link: bytes in, decisions asked for, answers out (firmware/LINK.md).</summary>
public sealed class LinkSession
{
    readonly Supervisor _supervisor;
    readonly Reports _reports;
    readonly FrameDecoder _decoder = new();
    readonly Limits _wanted = new();
    readonly Limits _hard = new();
    byte _sequence;
    int _session = -1;
    SupervisorState _told;

    /// <param name="supervisor">Who decides.</param>
    public LinkSession(Supervisor supervisor)
    {
        _supervisor = supervisor;
        _reports = new Reports(supervisor, Out);
        _told = supervisor.State;
    }

    /// <summary>What waits to be sent.</summary>
    public FrameEncoder Out { get; } = new();

    /// <summary>Frames that were thrown away: damaged, repeated or old.</summary>
    public uint Refused => _decoder.Refused;

    /// <summary>Takes received bytes.</summary>
    /// <param name="bytes">The buffer.</param>
    /// <param name="count">How many are in it.</param>
    /// <param name="now">Uptime, ms.</param>
    public void Take(byte[] bytes, int count, long now)
    {
        for (var i = 0; i < count; i++)
        {
            if (_decoder.Take(bytes[i]))
            {
                TakeFrame(_decoder.Content, now);
            }
        }
    }

    /// <summary>Tells the gateway of a change of state that it did not ask for.</summary>
    public void TellChanges()
    {
        if (_session >= 0 && _told != _supervisor.State)
        {
            _reports.Beat(0);
        }
        _told = _supervisor.State;
    }

    void TakeFrame(byte[] content, long now)
    {
        var sequence = content[0];
        var type = content[1];
        if (type == (byte)MessageType.Hello)
        {
            TakeHello(content, now);
            return;
        }
        if (Tells(type, content, now))
        {
            return;
        }
        var steps = (byte)(sequence - _sequence);
        if (_session >= 0 && (steps == 0 || steps >= 128))
        {
            _decoder.Refused++;
            return;
        }
        _sequence = sequence;
        if (type == (byte)MessageType.Heartbeat)
        {
            TakeHeartbeat(content, now);
        }
        else if (type < 0x80)
        {
            _reports.Answer(type, sequence, _session < 0 ? Result.NoSession : Ask(type, content, now));
            _told = _supervisor.State;
        }
    }

    /// <summary>Answers what only asks to be told, whoever asks: it changes nothing, so its number does not matter.</summary>
    bool Tells(byte type, byte[] content, long now)
    {
        switch (type)
        {
            case (byte)MessageType.ReadLimits:
                _reports.Limits();
                return true;
            case (byte)MessageType.ReadStatus:
                _reports.Status(now);
                return true;
            case (byte)MessageType.ReadTrip:
                if (!_reports.Trip(content[Frames.Header]))
                {
                    _reports.Answer(type, content[0], Result.NotThere);
                }
                return true;
            default:
                return false;
        }
    }

    void TakeHello(byte[] content, long now)
    {
        var session = Bytes.Unsigned16(content, Frames.Header + 1);
        var isNew = session != _session;
        if (content[Frames.Header] != Frames.Version)
        {
            _reports.Answer((byte)MessageType.Hello, content[0], Result.OtherVersion);
        }
        else if (Bytes.Unsigned16(content, Frames.Header + 3) > BoardProfile.LongestHeartbeatPeriodMilliseconds)
        {
            _reports.Answer((byte)MessageType.Hello, content[0], Result.PeriodTooLong);
        }
        else
        {
            if (isNew)
            {
                _session = session;
                _sequence = content[0];
                _supervisor.BeginSession(now);
            }
            _reports.Welcome(session);
        }
    }

    void TakeHeartbeat(byte[] content, long now)
    {
        var counter = Bytes.Unsigned16(content, Frames.Header);
        if (_supervisor.TakeHeartbeat(now, (ushort)counter, Bytes.Unsigned32(content, Frames.Header + 2)))
        {
            var read = content[Frames.Header + 6];
            for (var i = 0; i < BoardProfile.Channels; i++)
            {
                _supervisor.Watch.TakeTheirs(now, i, (read & (1 << i)) != 0, Bytes.Signed16(content, Frames.Header + 7 + 2 * i));
            }
            _reports.Beat(counter);
            _told = _supervisor.State;
        }
    }

    Result Ask(byte type, byte[] content, long now)
    {
        switch (type)
        {
            case (byte)MessageType.SetLimits:
                _wanted.Read(content, Frames.Header);
                return _supervisor.SetLimits(_wanted, _hard);
            case (byte)MessageType.Arm:
                return _supervisor.Arm(now, content[Frames.Header]);
            case (byte)MessageType.Close:
                return _supervisor.Close(now);
            case (byte)MessageType.Open:
                return _supervisor.Open();
            case (byte)MessageType.Disarm:
                return _supervisor.Disarm();
            case (byte)MessageType.Reset:
                return _supervisor.Reset((TripCause)content[Frames.Header]);
            default:
                return _supervisor.Maintain(content[Frames.Header] != 0);
        }
    }
}
