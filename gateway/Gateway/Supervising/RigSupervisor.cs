using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.FrontEnd;
using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary>
/// The supervisor of one board, as the gateway drives it: heartbeats come from the board's conversions and never from a timer, so that whoever does not measure
/// any more has no relay. One thread at a time.
/// </summary>
sealed class RigSupervisor : IDisposable
{
    /// <summary>Beside the heartbeat after each scan, conversions are heartbeats too where the last one is so old: outside of a scan, and within one, ns.</summary>
    const long BetweenBeats = 30 * RigClockExtensions.Millisecond, BetweenBeatsInScan = 200 * RigClockExtensions.Millisecond;

    /// <summary>One that was just supplied takes a while to start, ns.</summary>
    const long StartNanoseconds = 2 * RigClockExtensions.Second;

    /// <summary>So many heartbeats without an answer, over so long, and it counts as lost.</summary>
    const int MostUnanswered = 6;
    const long LongestSilence = 600 * RigClockExtensions.Millisecond;

    /// <summary>A reading that is older is none, ns.</summary>
    const long OldReading = 3 * RigClockExtensions.Second;

    readonly Board _board;
    readonly IRigClock _clock;
    readonly ISerialLine _line;
    readonly PortOnDemand? _port;
    readonly ushort _session;
    readonly SupervisorTwin? _twin;
    readonly int _periodMilliseconds;

    /// <summary>Channels that are watched, a bit each.</summary>
    int _watched;
    bool _senses;
    long _lastBeat = long.MinValue / 2;

    /// <summary>Takes the board's conversions as heartbeats; nothing is said before <see cref="Greet"/>.</summary>
    /// <param name="board">The board.</param>
    /// <param name="clock">Its clock.</param>
    /// <param name="line">The line to the supervisor.</param>
    /// <param name="session">A number that no gateway before had.</param>
    /// <param name="twin">The supervisor, where it is a twin that may rest; null where it is none.</param>
    internal RigSupervisor(Board board, IRigClock clock, ISerialLine line, ushort session, SupervisorTwin? twin = null)
    {
        (_board, _clock, _line, _session, _twin) = (board, clock, line, session, twin);
        _port = line as PortOnDemand;
        Client = new SupervisorClient(line, clock);
        _periodMilliseconds = (int)Math.Ceiling(board.Profile.HeartbeatSeconds * 1e3 - 1e-6);
        board.Adc.Converted = Converted;
        if (twin is not null)
        {
            twin.Resend = (readings, nanoseconds) => Client.Beat(readings, nanoseconds);
        }
    }

    /// <summary>The link.</summary>
    internal SupervisorClient Client { get; }

    /// <summary>What it said of itself when it was greeted.</summary>
    internal SupervisorWelcome Welcome { get; private set; }

    string ResetCommand => _port is null ? "'coinrig supervisor reset'" : $"'coinrig supervisor reset --port {_port.Path}'";

    /// <summary>Says hello before anything of a run begins.</summary>
    /// <exception cref="RefusedException">No relay may close: it does not answer, has tripped, is in maintenance, or the board's rates do not suit it.</exception>
    internal void Greet()
    {
        if (_watched != 0)
        {
            return;
        }
        if (SupervisorReader.WhyRefused(_board.Profile) is { } reason)
        {
            throw new RefusedException($"The profile '{_board.Profile.Name}' does not suit its supervisor: {reason}{(_twin is null ? "" : "; 'supervisor: none' makes a twin without one")}.");
        }
        try
        {
            _port?.Take();
            Welcome = Hello();
            if (Client.State == SupervisorState.Tripped)
            {
                throw new RefusedException($"The supervisor has tripped, and no relay closes before a person has reset it. {TripText.Of(Client)} Then {ResetCommand}, and start again.");
            }
            if (Client.State == SupervisorState.Maintenance)
            {
                throw new RefusedException("The supervisor is in maintenance: no relay closes. Hold its button for 3 s, and start again.");
            }
        }
        catch (SupervisorException e)
        {
            throw new RefusedException($"No relay of '{_board.Profile.Name}' closes without its supervisor. {e.Message}", e);
        }
    }

    /// <summary>The watch of one channel.</summary>
    /// <param name="channel">Its number on the board, from 1.</param>
    /// <param name="lowestVolts">The lowest voltage that its cell may have, V.</param>
    /// <param name="highestVolts">The highest, V.</param>
    internal SupervisedChannel Watch(int channel, double lowestVolts, double highestVolts) => new(this, channel, CellLimits.Of(channel, lowestVolts, highestVolts));

    /// <summary>
    /// A channel begins: hello, limits, heartbeats, arm, close, and the coils' supply. While another one of the board is watched its limits can only be narrowed.
    /// </summary>
    /// <exception cref="SupervisorException">It refuses, or does not hold what it was told.</exception>
    /// <exception cref="RefusedException">It does not answer, has tripped or is in maintenance.</exception>
    internal void Begin(SupervisedChannel channel, Action read)
    {
        if (_watched == 0)
        {
            Greet();
            Client.SetLimits(channel.Limits);
        }
        else
        {
            Client.SetLimits(Client.State == SupervisorState.Tripped ? throw new SupervisorException(TripText.Of(Client)) : Joined(channel));
        }
        _watched |= channel.Bit;
        try
        {
            var arming = new Arming(Client, _clock, read);
            arming.Watch(() => _watched);
            arming.Close();
        }
        catch
        {
            Release(channel);
            throw;
        }
    }

    SupervisorLimits Joined(SupervisedChannel channel)
    {
        var held = Client.ReadLimits();
        var wider = CellLimits.Narrower(held, channel.Limits);
        var (low, high, wantedLow, wantedHigh) = channel.Number == 1
            ? (wider.LowestCell1, wider.HighestCell1, channel.Limits.LowestCell1, channel.Limits.HighestCell1)
            : (wider.LowestCell2, wider.HighestCell2, channel.Limits.LowestCell2, channel.Limits.HighestCell2);
        return (low, high) == (wantedLow, wantedHigh) ? wider : throw new SupervisorException(
            $"The supervisor holds channel {channel.Number} to {SupervisorText.Span(low, high)} since its run before, this one needs {SupervisorText.Span(wantedLow, wantedHigh)}, and no limit is widened while relays are held. Begin it when nothing runs on the board's other channel.");
    }

    /// <summary>A scan's conversions begin: its heartbeat comes after them.</summary>
    internal void Senses() => _senses = !_board.Profile.IsScanSlow;

    /// <summary>They are done.</summary>
    /// <exception cref="SupervisionException">It has opened the relays, or is lost.</exception>
    internal void Sensed()
    {
        _senses = false;
        Beat();
        if (_line.Lost is { } reason)
        {
            throw new SupervisionException(SupervisedChannel.LostCode, reason);
        }
        if (Client.State != SupervisorState.Closed)
        {
            throw new SupervisionException(SupervisedChannel.TrippedCode, $"The supervisor is {SupervisorText.State(Client.State)}.", hasOpened: true);
        }
        if (Client.Unanswered >= MostUnanswered && _clock.Nanoseconds - Client.HeardNanoseconds >= LongestSilence)
        {
            throw new SupervisionException(SupervisedChannel.LostCode, $"The supervisor has answered none of the last {Client.Unanswered} heartbeats. Look at its supply and at the wires TXD and RXD.");
        }
    }

    /// <summary>Measures once more where the next scan would come too late for a heartbeat, as it does where one of the channels that share the board's scans is idle.</summary>
    /// <param name="due">When the next scan is due, ns.</param>
    internal void Fill(long due)
    {
        var scan = (long)(_board.Profile.ScanSeconds * 1e9);
        var latest = _lastBeat + (long)(SupervisorReader.LongestHeartbeatSeconds * 1e9);
        if (_watched == 0 || _board.Profile.SharedBy == 1 || due + scan <= latest || due - _clock.Nanoseconds < scan)
        {
            return;
        }
        _clock.WaitUntil(Math.Min(due - scan, latest - scan / 2));
        _board.Channels[(_watched & 1) != 0 ? 0 : 1].ReadVoltage();
    }

    /// <summary>A channel's relay is open for good.</summary>
    /// <returns>Why the supervisor opened it before; null where it did not.</returns>
    /// <exception cref="SupervisorException">It does not answer.</exception>
    internal string? End(SupervisedChannel channel)
    {
        if ((_watched & channel.Bit) == 0)
        {
            return null;
        }
        _watched &= ~channel.Bit;
        _senses = false;
        try
        {
            if (Client.ReadStatus().State == SupervisorState.Tripped)
            {
                return $"{TripText.Of(Client)} Then {ResetCommand}.";
            }
            Leave();
            return null;
        }
        finally
        {
            GiveBack();
        }
    }

    /// <summary>Lets others use the port while nothing is watched.</summary>
    internal void GiveBack()
    {
        if (_watched == 0)
        {
            _port?.GiveBack();
        }
    }

    /// <summary>Watches what is left, or nothing.</summary>
    void Leave()
    {
        if (_watched == 0)
        {
            Client.Ask(LinkMessage.Disarm);
        }
        else
        {
            Client.Ask(LinkMessage.Arm, (byte)_watched);
        }
    }

    void Converted()
    {
        if (_watched != 0 && _clock.Nanoseconds - _lastBeat >= (_senses ? BetweenBeatsInScan : BetweenBeats))
        {
            Beat();
        }
    }

    void Beat()
    {
        _lastBeat = _clock.Nanoseconds;
        var last = _board.LastVoltages;
        var second = last.Count > 1 ? Read(last[1]) : default;
        var first = Read(last[0]);
        var readings = new CellReadings(first.IsRead, first.Millivolts, second.IsRead, second.Millivolts);
        if (_twin is null || !_twin.Rests(readings))
        {
            Client.Beat(readings);
        }
    }

    (bool IsRead, short Millivolts) Read(LastVoltage last) => _lastBeat - last.Nanoseconds > OldReading || double.IsNaN(last.Volts)
        ? default : (true, (short)Math.Clamp(Math.Round(last.Volts * 1000), short.MinValue, short.MaxValue));

    SupervisorWelcome Hello()
    {
        for (var until = _clock.Nanoseconds + StartNanoseconds; ;)
        {
            try
            {
                return Client.Begin(_session, _periodMilliseconds);
            }
            catch (SupervisorException) when (_line.Lost is null && _clock.Nanoseconds < until)
            {
                // It starts.
            }
        }
    }

    /// <summary>The board's relays are open.</summary>
    public void Dispose()
    {
        _board.Adc.Converted = null;
        if (_watched != 0)
        {
            _watched = 0;
            TryLeave();
        }
    }

    void Release(SupervisedChannel channel)
    {
        _watched &= ~channel.Bit;
        TryLeave();
    }

    /// <summary>Whatever it answers: without heartbeats it opens by itself.</summary>
    void TryLeave()
    {
        try
        {
            Leave();
        }
        catch (SupervisorException)
        {
            // It is asked for nothing any more.
        }
        GiveBack();
    }
}
