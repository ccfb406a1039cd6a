using CoinRig.Clock;
using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary>Holds the relays closed again and again, and sees that each thing that must open them does, and is named.</summary>
/// <param name="visit">The supervisor.</param>
/// <param name="hands">Who pulls the wires.</param>
/// <param name="say">Says what is being done.</param>
/// <param name="stop">Ends it.</param>
sealed class WireTest(SupervisorVisit visit, IHands hands, Action<string> say, CancellationToken stop)
{
    const long Millisecond = RigClockExtensions.Millisecond;
    const int SilenceAllowedMilliseconds = 500, EmptyHolderMillivolts = 200, BatteryBandMillivolts = 300;

    readonly SupervisorHold _hold = new(visit.Client, visit.Clock);
    readonly List<WireOutcome> _outcomes = [];

    /// <summary>How long a person has for each step.</summary>
    internal long PatienceNanoseconds { get; init; } = 120 * RigClockExtensions.Second;

    /// <summary>Goes through everything.</summary>
    /// <exception cref="RefusedException">It cannot begin.</exception>
    internal IReadOnlyList<WireOutcome> Run()
    {
        RequireReady();
        try
        {
            foreach (var channel in visit.Profile.Channels)
            {
                TryRelay(channel.Number);
            }
            foreach (var step in WireStep.All)
            {
                Try(step, drivenChannel: 1);
            }
            foreach (var channel in visit.Profile.Channels)
            {
                TryDivider(channel.Number);
            }
        }
        finally
        {
            DriveAll(false);
            _hold.LetGo();
        }
        return _outcomes;
    }

    void RequireReady()
    {
        var status = visit.Client.ReadStatus();
        if (status.State is not SupervisorState.Unarmed)
        {
            throw new RefusedException($"The supervisor is {SupervisorText.State(status.State)}. {(status.State == SupervisorState.Tripped ? "First 'coinrig supervisor reset'." : "")}".TrimEnd());
        }
        if (status.Doubt != TripCause.None)
        {
            throw new RefusedException($"In doubt before anything was pulled: {SupervisorText.Cause(status.Doubt, 0)}. {status.Doubt.Cure()}");
        }
        if (status.Cell1 >= EmptyHolderMillivolts || status.Cell2 >= EmptyHolderMillivolts)
        {
            throw new RefusedException($"Take every cell out first: the supervisor reads {status.Cell1 / 1e3:0.000} V and {status.Cell2 / 1e3:0.000} V.");
        }
    }

    /// <summary>The coil needs the gateway's line and the monostable: each alone closes nothing.</summary>
    void TryRelay(int channel)
    {
        var name = $"relay {channel}";
        const string Expected = "closed with line and supply only";
        say($"{name}: the coil needs the gateway's line and the supervisor's supply.");
        if (!hands.HasRelays)
        {
            _outcomes.Add(new(name, Expected, "not tried: give the board's profile with --board, on the machine that drives it", null));
            return;
        }
        var wrong = new List<string>();
        Check(line: true, isHeld: false);
        Check(line: false, isHeld: true);
        Check(line: true, isHeld: true);
        Check(line: false, isHeld: true);
        _hold.LetGo();
        _outcomes.Add(new(name, Expected, wrong.Count == 0 ? Expected : string.Join(", ", wrong), wrong.Count == 0));

        void Check(bool line, bool isHeld)
        {
            if (isHeld && _hold.State != SupervisorState.Closed && _hold.Close(SupervisorHold.EmptyHolders, null) is { } refused)
            {
                wrong.Add(refused);
                return;
            }
            hands.Drive(channel, line);
            Pass(300);
            if (!hands.IsRelay(channel, line && isHeld))
            {
                wrong.Add($"not {(line && isHeld ? "closed" : "open")} with line {(line ? "on" : "off")} and supply {(isHeld ? "on" : "off")}");
            }
            if (!line || !isHeld)
            {
                hands.Drive(channel, false);
            }
        }
    }

    void TryDivider(int channel)
    {
        hands.Fill(channel, true);
        var reading = 0;
        var isThere = Until(s => (reading = channel == 1 ? s.Cell1 : s.Cell2) is > 1100 and < 1800);
        if (!isThere)
        {
            _outcomes.Add(new($"divider {channel}", "1.1 to 1.8 V in the holder", $"{reading / 1e3:0.000} V", false));
            return;
        }
        Pass(500);
        Try(WireStep.Divider(channel), null, (channel, (short)reading));
        hands.Fill(channel, false);
        Until(s => (channel == 1 ? s.Cell1 : s.Cell2) < EmptyHolderMillivolts);
    }

    void Try(WireStep step, int? drivenChannel, (int Channel, short Millivolts)? cell = null)
    {
        say($"{step.Name}: must trip by {string.Join(" or ", step.Expected.Select(c => c.Code()))}.");
        var limits = cell is { } known ? SupervisorHold.Around(known.Channel, known.Millivolts, BatteryBandMillivolts) : SupervisorHold.EmptyHolders;
        if (_hold.Close(limits, cell) is { } refused)
        {
            Report(step, refused, false);
            return;
        }
        Drive(drivenChannel, true);
        Pass(300);
        var (seen, isRight) = Provoke(step, drivenChannel);
        Drive(drivenChannel, false);
        if (!step.IsVoice)
        {
            hands.Undo(step);
        }
        var isGood = Until(s => s.Doubt == TripCause.None);
        var remains = isGood ? _hold.Reset() : "it is not good again";
        Report(step, remains is null ? seen : $"{seen}; {remains}", isRight && remains is null);
    }

    (string Seen, bool IsRight) Provoke(WireStep step, int? drivenChannel)
    {
        var silentSince = visit.Clock.Nanoseconds;
        hands.Do(step);
        _hold.IsSilent = step.Wire == Wire.None;
        if (step.IsVoice)
        {
            // While it cannot be heard nothing is known; what it did meanwhile is asked afterwards.
            var isMute = UntilMute();
            Pass(isMute ? 1000 : 0);
            hands.Undo(step);
            if (!isMute)
            {
                return ("nothing: it was heard all the time, and stayed closed", false);
            }
        }
        if (!Until(s => s.State == SupervisorState.Tripped && !s.Flags.HasFlag(ReadingFlags.CoilsHaveSupply)))
        {
            return (_hold.State == SupervisorState.Tripped ? "tripped, but the coils kept their supply" : "nothing: it stayed closed", false);
        }
        var milliseconds = (visit.Clock.Nanoseconds - silentSince) / Millisecond;
        var isOpen = drivenChannel is not { } channel || !hands.HasRelays || visit.Twin is null || hands.IsRelay(channel, false);
        var isInTime = step.Wire != Wire.None || milliseconds <= SilenceAllowedMilliseconds;
        var time = step.Wire == Wire.None ? $", open {milliseconds} ms after the last heartbeat" : "";
        return ($"{_hold.Cause.Code()}{time}{(isOpen ? "" : ", but the relay stayed closed")}", step.Expected.Contains(_hold.Cause) && isOpen && isInTime);
    }

    void Report(WireStep step, string seen, bool isRight)
    {
        say($"  {(isRight ? "good" : "WRONG")}: {seen}");
        _outcomes.Add(new(step.Name, string.Join(" or ", step.Expected.Select(c => c.Code())), seen, isRight));
    }

    void Drive(int? channel, bool isOn)
    {
        if (channel is { } number && hands.HasRelays)
        {
            hands.Drive(number, isOn);
        }
    }

    void DriveAll(bool isOn)
    {
        foreach (var channel in visit.Profile.Channels)
        {
            Drive(channel.Number, isOn);
        }
    }

    void Pass(int milliseconds)
    {
        for (var end = visit.Clock.Nanoseconds + milliseconds * Millisecond; visit.Clock.Nanoseconds < end;)
        {
            stop.ThrowIfCancellationRequested();
            _hold.Step();
        }
    }

    bool UntilMute()
    {
        for (var end = visit.Clock.Nanoseconds + PatienceNanoseconds; visit.Clock.Nanoseconds < end;)
        {
            stop.ThrowIfCancellationRequested();
            if (_hold.Step() is null)
            {
                return true;
            }
        }
        return false;
    }

    bool Until(Func<SupervisorStatus, bool> isSo)
    {
        for (var end = visit.Clock.Nanoseconds + PatienceNanoseconds; visit.Clock.Nanoseconds < end;)
        {
            stop.ThrowIfCancellationRequested();
            if (_hold.Step() is { } status && isSo(status))
            {
                return true;
            }
        }
        return false;
    }
}
