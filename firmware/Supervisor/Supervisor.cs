namespace CoinRig.Firmware;

/// <summary>
/// The supervisor's decisions, without hardware: readings and messages go in, the monostable's lines come out. <see cref="Cycle"/> is called every
/// <see cref="BoardProfile.LoopMilliseconds"/>; nothing in it allocates.
/// </summary>
public sealed class Supervisor
{
    readonly Readings _readings;
    readonly TripRecord _record = new();
    bool _hasSession;
    bool _hasLimits;

    /// <summary>Starts with open relays: unarmed, or tripped where a trip was latched, relays were held closed, or the black box is not sound.</summary>
    /// <param name="readings">What the loop fills before each cycle.</param>
    /// <param name="storage">The black box's memory.</param>
    public Supervisor(Readings readings, IBlackBoxStorage storage)
    {
        _readings = readings;
        Box = new BlackBox(storage);
        if (!Box.Open())
        {
            Trip(0, TripCause.BlackBoxLost, 0, 0, 0);
        }
        else if (Box.KeptState == SupervisorState.Closed)
        {
            Trip(0, TripCause.Rebooted, 0, 0, 0);
        }
        else if (Box.KeptState == SupervisorState.Tripped)
        {
            State = SupervisorState.Tripped;
            Cause = Box.KeptCause;
        }
    }

    /// <summary>What it is doing.</summary>
    public SupervisorState State { get; private set; }

    /// <summary>Why it is tripped.</summary>
    public TripCause Cause { get; private set; }

    /// <summary>The channel that it is tripped for, from 1; 0 for none.</summary>
    public int CauseChannel { get; private set; }

    /// <summary>The limits that are held.</summary>
    public Limits Held { get; } = new();

    /// <summary>The monostable's lines.</summary>
    public Monostable Monostable { get; } = new();

    /// <summary>What it looks at.</summary>
    public Watch Watch { get; } = new();

    /// <summary>The gateway's proof of life.</summary>
    public Heartbeat Heartbeat { get; } = new();

    /// <summary>The black box.</summary>
    public BlackBox Box { get; }

    /// <summary>What was read last.</summary>
    public Readings Readings => _readings;

    /// <summary>
    /// One loop: looks at everything, opens on any doubt, and holds the relays only where all was seen and all was good. This is the only
    /// place that toggles the monostable.
    /// </summary>
    /// <param name="now">Uptime, ms.</param>
    public void Cycle(long now)
    {
        Watch.Look(now, _readings, Held, Box, Monostable.IsReleased, State == SupervisorState.Tripped);
        if (Watch.Cause != TripCause.None)
        {
            Doubt(now, Watch.Cause, Watch.Channel, Watch.Limit, Watch.Value);
        }
        else if (!Heartbeat.IsFresh(now))
        {
            Doubt(now, Heartbeat.Cause, 0, BoardProfile.SilenceMilliseconds, Heartbeat.Age(now));
        }
        if (State == SupervisorState.Closed && Watch.IsHealthy && Heartbeat.IsFresh(now))
        {
            Monostable.Toggle();
        }
        else
        {
            Monostable.Clear();
        }
    }

    /// <summary>A gateway that was not there before says hello.</summary>
    public void BeginSession(long now)
    {
        var next = Transitions.Next(State, SupervisorInput.NewSession);
        if (next == (byte)SupervisorState.Tripped && State != SupervisorState.Tripped)
        {
            Trip(now, TripCause.GatewayRestarted, 0, 0, 0);
        }
        else
        {
            Move(SupervisorInput.NewSession);
        }
        Heartbeat.Forget();
        _hasSession = true;
        _hasLimits = false;
    }

    /// <summary>Sets limits: while unarmed any within the hard ones, else none wider than what is held.</summary>
    public Result SetLimits(Limits wanted, Limits hard)
    {
        if (!_hasSession)
        {
            return Result.NoSession;
        }
        if (!wanted.IsWithin(hard) || (State != SupervisorState.Unarmed && !wanted.IsWithin(Held)))
        {
            return Result.TooWide;
        }
        Held.CopyFrom(wanted);
        _hasLimits = true;
        return Result.Done;
    }

    /// <summary>Takes a heartbeat with the gateway's readings.</summary>
    /// <returns>Whether it proves that the gateway lives; only then its readings count.</returns>
    public bool TakeHeartbeat(long now, ushort counter, uint stamp) => _hasSession && Heartbeat.Take(now, counter, stamp);

    /// <summary>Watches channels from now on; armed or closed already, it changes which are watched.</summary>
    /// <param name="now">Uptime, ms.</param>
    /// <param name="channels">A bit each.</param>
    public Result Arm(long now, int channels)
    {
        if (Transitions.Next(State, SupervisorInput.Arm) == Transitions.Refused)
        {
            return Result.NotInThisState;
        }
        if (channels == 0 || channels >= 1 << BoardProfile.Channels)
        {
            return Result.NotThere;
        }
        var order = IsInOrder(now);
        if (order != Result.Done)
        {
            return order;
        }
        var added = State == SupervisorState.Unarmed ? channels : channels & ~Watch.Watched;
        for (var i = 0; i < BoardProfile.Channels; i++)
        {
            if ((added & (1 << i)) != 0 && !Watch.IsInside(i, _readings, Held))
            {
                return Result.InDoubt;
            }
        }
        if (State == SupervisorState.Unarmed)
        {
            Watch.Choose(0);
        }
        Watch.Choose(channels);
        Move(SupervisorInput.Arm);
        return Result.Done;
    }

    /// <summary>Gives the coils supply from the next healthy cycle on.</summary>
    public Result Close(long now)
    {
        if (Transitions.Next(State, SupervisorInput.Close) == Transitions.Refused)
        {
            return Result.NotInThisState;
        }
        var order = IsInOrder(now);
        if (order == Result.Done)
        {
            Move(SupervisorInput.Close);
        }
        return order;
    }

    /// <summary>Takes the coils' supply.</summary>
    public Result Open() => Do(SupervisorInput.Open);

    /// <summary>Ends the watch.</summary>
    public Result Disarm() => Do(SupervisorInput.Disarm);

    /// <summary>Begins or ends work at the rig.</summary>
    public Result Maintain(bool isWanted) => Do(isWanted ? SupervisorInput.BeginMaintenance : SupervisorInput.EndMaintenance);

    /// <summary>Resets a trip.</summary>
    /// <param name="cause">The cause that the person has seen.</param>
    public Result Reset(TripCause cause)
    {
        if (Transitions.Next(State, SupervisorInput.Reset) == Transitions.Refused)
        {
            return Result.NotInThisState;
        }
        if (cause != Cause)
        {
            return Result.OtherCause;
        }
        if (!Watch.IsHealthy)
        {
            return Result.CauseIsThere;
        }
        Cause = TripCause.None;
        CauseChannel = 0;
        Watch.Choose(0);
        Move(SupervisorInput.Reset);
        return Result.Done;
    }

    /// <summary>The button: opens, or resets a trip whose cause is gone.</summary>
    public void PressButton(long now)
    {
        if (State == SupervisorState.Tripped)
        {
            Reset(Cause);
            return;
        }
        Doubt(now, TripCause.Button, 0, 0, 0);
    }

    /// <summary>The button held down: begins or ends maintenance.</summary>
    public void HoldButton() => Maintain(State != SupervisorState.Maintenance);

    Result IsInOrder(long now) => !_hasSession ? Result.NoSession
        : !_hasLimits ? Result.NoLimits
        : !Heartbeat.IsFresh(now) ? Result.NoHeartbeat
        : !Watch.IsHealthy ? Result.InDoubt
        : Result.Done;

    Result Do(SupervisorInput input) => !Move(input) ? Result.NotInThisState : Result.Done;

    void Doubt(long now, TripCause cause, int channel, int limit, int value)
    {
        if (Transitions.Next(State, SupervisorInput.Doubt) == (byte)SupervisorState.Tripped && State != SupervisorState.Tripped)
        {
            Trip(now, cause, channel, limit, value);
        }
    }

    void Trip(long now, TripCause cause, int channel, int limit, int value)
    {
        State = SupervisorState.Tripped;
        Monostable.Clear();
        Cause = cause;
        CauseChannel = channel;
        Watch.ForgetTheirs();
        _record.Cause = cause;
        _record.Channel = channel;
        _record.Boot = Box.Boots;
        _record.UptimeSeconds = (uint)(now / 1000);
        _record.Limit = limit;
        _record.Value = value;
        _record.HeartbeatAge = Heartbeat.Age(now);
        _record.Take(_readings);
        Box.Add(_record);
        Box.Keep(State, cause);
    }

    bool Move(SupervisorInput input)
    {
        var next = Transitions.Next(State, input);
        if (next == Transitions.Refused)
        {
            return false;
        }
        if (next != (byte)State)
        {
            State = (SupervisorState)next;
            Box.Keep(State, Cause);
        }
        if (State != SupervisorState.Closed)
        {
            Monostable.Clear();
        }
        return true;
    }
}
