namespace CoinRig.Control;

/// <summary>The part that the supervisor has in a run.</summary>
public sealed partial class ChannelRun
{
    /// <summary>Before the relay closes for the first time.</summary>
    void BeginSupervision()
    {
        if (_settings.Supervision?.Begin(Read) is { } told)
        {
            _log.Event(_clock.Nanoseconds, "supervised", EventSeverity.Note, told);
        }
    }

    /// <summary>The conversions of a scan, after which its heartbeat goes out.</summary>
    void Sense()
    {
        _settings.Supervision?.Senses();
        _sensor.Sense(ref _scan, _sequencer.IsConnected);
        _settings.Supervision?.Sensed();
    }

    void Read()
    {
        _channel.GiveTurn();
        _channel.ReadVoltage();
    }

    /// <summary>
    /// The relay is open. Where the supervisor had opened it before, that is why the run ended, whatever else was noticed first; a limit of the gateway's own
    /// stays the cause, and the supervisor's is told beside it, as is a supervisor that answered no more only at the end.
    /// </summary>
    (RunState State, string Message, string Code) EndSupervision(RunState state, string message, string code)
    {
        if (_settings.Supervision?.End() is not { } opened)
        {
            return (state, message, code);
        }
        if (state == RunState.StoppedByLimit || (state != RunState.Failed && !opened.HasOpened))
        {
            _log.LastEvent(_clock.Nanoseconds, opened.Code, EventSeverity.Alarm, opened.Message);
            return (state, message, code);
        }
        var isOther = state == RunState.Failed && message.Length > 0 && !code.StartsWith("supervisor-", StringComparison.Ordinal);
        return (RunState.Failed, isOther ? $"{opened.Message} The gateway noticed: {message}" : opened.Message, opened.Code);
    }
}
