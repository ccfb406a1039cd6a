namespace CoinRig.Control;

/// <summary>What people and other programs may ask of a run while it goes, from any thread.</summary>
public sealed partial class ChannelRun
{
    readonly RunRequests _requests = new();

    /// <summary>Asks the run to stop at its next scan.</summary>
    /// <param name="reason">Who or what asks, in words.</param>
    public void RequestStop(string reason) => _requests.Stop = reason;

    /// <summary>
    /// Asks the run to take the cell off at its next scan and to leave its file as a loss of power would, but with its last scan and the reason in it: a later program
    /// goes on by the protocol's rule <c>after_power_loss</c>.
    /// </summary>
    /// <param name="reason">Who or what asks, in words.</param>
    public void RequestSuspend(string reason) => _requests.Suspend = reason;

    /// <summary>Stops the run at its next scan because of what happens around it: it ends as failed, with an alarm.</summary>
    /// <param name="code">What, in kebab-case.</param>
    /// <param name="message">What happened, and what to do.</param>
    public void StopSafely(string code, string message) => _requests.Danger ??= new(code, message);

    /// <summary>Asks for a pause at the next scan: relay open, or zero current where the step holds that by its own rule; the time of the step stands still.</summary>
    public void RequestPause() => _requests.AskPause(true);

    /// <summary>Asks a paused run to go on at its next scan.</summary>
    public void RequestContinue() => _requests.AskPause(false);

    /// <summary>Asks that the step that runs now ends at its next scan, as if its end were reached; nothing where it ends by itself before.</summary>
    public void RequestSkip() => _requests.AskSkip(Live.StepCount);

    /// <summary>Sets a mark.</summary>
    /// <param name="text">What happened.</param>
    /// <param name="source">Who says so.</param>
    /// <param name="nanoseconds">When, on the rig's clock, ns.</param>
    /// <returns>False where the run is over and can hold no mark.</returns>
    public bool Mark(string text, MarkSource source, long nanoseconds)
    {
        if (HasEnded)
        {
            return false;
        }
        _requests.Add(new Mark(nanoseconds, text, source));
        return true;
    }

    /// <summary>Gives the run an event of what happened around it, while it goes.</summary>
    /// <param name="code">What, in kebab-case.</param>
    /// <param name="severity">How grave.</param>
    /// <param name="message">What happened, and what to do.</param>
    public void Happened(string code, EventSeverity severity, string message) => _requests.Add(code, severity, message);

    /// <summary>Raises and lowers trigger lines at their times, between scans too, and looks at the input for marks.</summary>
    /// <returns>Now, ns.</returns>
    long AttendLines()
    {
        if (_triggers is not null && !HasEnded)
        {
            _triggers.Attend(Live.Step, Live.StepCount, _sequencer.SegmentsBegun, _sequencer.Conditions, _scan, _sequencer.IsPaused, _clock.Nanoseconds);
        }
        var now = _clock.Nanoseconds;
        if (_markInput is not null && !HasEnded && _markInput.Look(now))
        {
            _log.Mark(_inputMark!, now);
        }
        return now;
    }

    /// <summary>The run ends: no line stays high. One that cannot be written changes nothing about the end.</summary>
    void LowerLines()
    {
        try
        {
            _triggers?.LowerAll();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _log.LastEvent(_clock.Nanoseconds, "trigger-stuck", EventSeverity.Warning, $"A trigger line could not be lowered: {e.Message}");
        }
    }

    void WriteRequests()
    {
        while (_requests.TryTake(out Mark mark))
        {
            _log.Mark(mark);
        }
        while (_requests.TryTake(out (string Code, EventSeverity Severity, string Message) e))
        {
            _log.Event(_clock.Nanoseconds, e.Code, e.Severity, e.Message);
        }
    }

    /// <summary>What came in between the last scan and the end of the run.</summary>
    void WriteLastRequests()
    {
        while (_requests.TryTake(out Mark mark))
        {
            _log.LastMark(mark);
        }
    }

    /// <summary>Pauses, or goes on, where that was asked for.</summary>
    void PauseOrContinue()
    {
        if (_requests.TakePause() is not { } wanted || wanted == _sequencer.IsPaused)
        {
            return;
        }
        if (wanted)
        {
            _sequencer.Pause(_scan);
        }
        else
        {
            _disconnection.WasConnected();
            _sequencer.Continue();
        }
        _punctuality.Changed();
        Advance(SequencerOutcome.Began);
    }

    /// <summary>Ends the step where that was asked for.</summary>
    bool Skips()
    {
        if (!_requests.TakeSkip(Live.StepCount) || _sequencer.IsPaused)
        {
            return false;
        }
        _log.Event(_clock.Nanoseconds, "step-skipped", EventSeverity.Note, $"A person ended step {Live.StepCount} here, at {_scan.Volts:0.0000} V.");
        Advance(_sequencer.EndStep(_scan, EndReason.Skipped, "skipped by a person"));
        return true;
    }
}
