namespace CoinRig.Control;

/// <summary>How a run ends, or is left for a later program.</summary>
public sealed partial class ChannelRun
{
    bool IsStopped()
    {
        if (_requests.Danger is { } danger)
        {
            Finish(RunState.Failed, danger.Message, danger.Code);
            return true;
        }
        if (_requests.Stop is { } reason)
        {
            Finish(RunState.StoppedByPerson, reason, "stopped");
            return true;
        }
        // From a segment without a reading nobody could go on.
        if (_requests.Suspend is { } cause && !_awaitsReading)
        {
            Finish(RunState.Suspended, cause, ResumePoint.SuspendedCode);
            return true;
        }
        return false;
    }

    void Finish(RunState state, string message, string code)
    {
        var stopped = _clock.Nanoseconds;
        _sequencer.EndWait();
        var idle = _disconnection.Carry(state, _scan.Amperes);
        (state, message, code) = EndSupervision(state, message, code);
        if (idle.RelayWelded && state != RunState.Failed)
        {
            // Whoever reads how it ended must not take the cell for disconnected.
            (state, message, code) = (RunState.Failed, $"The cell relay is welded: the cell is still connected. Take it out now. {message}".TrimEnd(), state switch { RunState.Done => "fault", RunState.Suspended => "stopped", _ => code });
        }
        Message = message;
        LowerLines();
        WriteLastRequests();
        if (state == RunState.Suspended)
        {
            _log.Suspend(message, idle, stopped, _scan, _punctuality);
            Live.State = state;
            return;
        }
        _log.RunTiming(_punctuality.OfRun(_log.SinceStart(stopped)));
        _log.Finish(state, message, code, idle, stopped, _clock.Nanoseconds, _scan);
        Live.State = state;
    }
}
