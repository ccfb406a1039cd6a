namespace CoinRig.Firmware;

/// <summary>What the supervisor says (firmware/LINK.md).</summary>
public sealed class Reports
{
    /// <summary>Version of this firmware.</summary>
    public const int Firmware = 1;

    const int Body = FrameEncoder.Body;

    readonly Supervisor _supervisor;
    readonly FrameEncoder _out;

    /// <param name="supervisor">Whose state.</param>
    /// <param name="encoder">Where the messages go.</param>
    public Reports(Supervisor supervisor, FrameEncoder encoder)
    {
        _supervisor = supervisor;
        _out = encoder;
    }

    /// <summary>Answers a hello.</summary>
    public void Welcome(int session)
    {
        var to = _out.Content;
        to[Body] = Frames.Version;
        Bytes.Put16(to, Body + 1, session);
        to[Body + 3] = (byte)_supervisor.State;
        to[Body + 4] = (byte)_supervisor.Cause;
        to[Body + 5] = BoardProfile.Channels;
        Bytes.Put16(to, Body + 6, _supervisor.Box.Boots);
        to[Body + 8] = Firmware;
        _supervisor.Held.Write(to, Body + 9);
        _out.Send(MessageType.Welcome);
    }

    /// <summary>The limits that are held.</summary>
    public void Limits()
    {
        _supervisor.Held.Write(_out.Content, Body);
        _out.Send(MessageType.LimitsHeld);
    }

    /// <summary>What became of a request.</summary>
    public void Answer(byte type, byte sequence, Result result)
    {
        var to = _out.Content;
        to[Body] = type;
        to[Body + 1] = sequence;
        to[Body + 2] = (byte)result;
        to[Body + 3] = (byte)_supervisor.State;
        _out.Send(MessageType.Answer);
    }

    /// <summary>A heartbeat was taken, or the state has changed.</summary>
    public void Beat(int counter)
    {
        var to = _out.Content;
        Bytes.Put16(to, Body, counter);
        to[Body + 2] = (byte)_supervisor.State;
        to[Body + 3] = (byte)_supervisor.Cause;
        _out.Send(MessageType.Beat);
    }

    /// <summary>State and readings.</summary>
    public void Status(long now)
    {
        var to = _out.Content;
        var readings = _supervisor.Readings;
        to[Body] = (byte)_supervisor.State;
        to[Body + 1] = (byte)_supervisor.Cause;
        to[Body + 2] = (byte)_supervisor.CauseChannel;
        to[Body + 3] = (byte)_supervisor.Watch.Cause;
        Bytes.Put16(to, Body + 4, readings.CellMillivolts[0]);
        Bytes.Put16(to, Body + 6, readings.CellMillivolts[1]);
        Bytes.Put16(to, Body + 8, readings.SupplyMillivolts);
        Bytes.Put16(to, Body + 10, readings.BoardDecidegrees);
        to[Body + 12] = (byte)TripRecord.FlagsOf(readings);
        Bytes.Put16(to, Body + 13, _supervisor.Heartbeat.Age(now));
        Bytes.Put32(to, Body + 15, (uint)(now / 1000));
        to[Body + 19] = (byte)(_supervisor.Box.Trips > 255 ? 255 : _supervisor.Box.Trips);
        _out.Send(MessageType.Status);
    }

    /// <summary>A record of the black box.</summary>
    /// <param name="age">0 for the last one.</param>
    /// <returns>Whether there is one.</returns>
    public bool Trip(int age)
    {
        var to = _out.Content;
        if (!_supervisor.Box.Read(age, to, Body + 2))
        {
            return false;
        }
        to[Body] = (byte)age;
        to[Body + 1] = (byte)(_supervisor.Box.Trips > 255 ? 255 : _supervisor.Box.Trips);
        _out.Send(MessageType.Trip);
        return true;
    }
}
