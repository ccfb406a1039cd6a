using CoinRig.Clock;
using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>
/// One run on one channel, as a step function: sense, limits, sequencer, actuate, hand over. Whatever happens, it ends
/// in the idle state and says how.
/// </summary>
public sealed partial class ChannelRun : IScanned
{
    readonly Plan _plan;
    readonly IChannel _channel;
    readonly IRigClock _clock;
    readonly RunSettings _settings;
    readonly Sensor _sensor;
    readonly ProtocolLimits _limits;
    readonly Sequencer _sequencer;
    readonly RunLog _log;
    readonly Disconnection _disconnection;
    readonly WallClock _wallClock;
    readonly Punctuality _punctuality;
    readonly List<(string Code, EventSeverity Severity, string Message)> _notes = [];
    Scan _scan;
    readonly Triggers? _triggers;
    readonly MarkInput? _markInput;
    readonly Mark? _inputMark;
    long _due;
    bool _begun;
    bool _awaitsReading;

    /// <summary>Makes a run; nothing moves before the first scan.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="channel">The channel, in the idle state.</param>
    /// <param name="clock">The rig's clock.</param>
    /// <param name="feed">Where the run goes.</param>
    /// <param name="settings">How it is carried out.</param>
    /// <exception cref="PlanRefusedException">The channel cannot do what the plan asks for.</exception>
    public ChannelRun(Plan plan, IChannel channel, IRigClock clock, FeedWriter feed, RunSettings settings)
    {
        var hasThermometer = settings.Thermometer?.TryRead(out _) ?? false;
        if (settings.Results is null && plan.LooksAtResults)
        {
            throw new PlanRefusedException("The protocol looks at results of the run, and nothing reads the run along. Take its conditions on results out, and 'c_rate'.");
        }
        PlanFit.Check(plan, channel.Reach, settings.ScanPeriodNanoseconds, hasThermometer);
        _plan = plan;
        _channel = channel;
        _clock = clock;
        _settings = settings;
        var ranges = new AutoRange(channel);
        _sensor = new Sensor(channel, plan.Limits, ranges, settings.Thermometer);
        _limits = new ProtocolLimits(plan.Limits.Protocol);
        _punctuality = new Punctuality(settings.ScanPeriodNanoseconds, Live);
        _log = new RunLog(feed, Live, settings.CheckpointNanoseconds);
        _sequencer = new Sequencer(plan, channel, clock, settings, ranges, _log);
        _disconnection = new Disconnection(channel);
        _wallClock = new WallClock(clock);
        _triggers = Triggers.Of(plan, settings.Lines, _log.Mark);
        if (settings.Lines?.Mark is { } input)
        {
            (_markInput, _inputMark) = (new MarkInput(settings.Lines, input), new Mark(0, input.Text, MarkSource.Gpio));
        }
        _due = clock.Nanoseconds;
    }

    /// <summary>What it is doing, for screens.</summary>
    public LiveState Live { get; } = new();

    /// <summary>Why it ended, in words; empty for a run that is done.</summary>
    public string Message { get; private set; } = "";

    /// <inheritdoc/>
    public long NextDue => _triggers is null ? _due : Math.Min(_due, _triggers.NextDue);

    /// <inheritdoc/>
    public bool HasEnded => Live.State != RunState.Running;

    /// <summary>Gives the run an event of its beginning, before the first scan.</summary>
    /// <param name="code">What, in kebab-case.</param>
    /// <param name="severity">How grave.</param>
    /// <param name="message">What happened, and what to do.</param>
    public void Note(string code, EventSeverity severity, string message) => _notes.Add((code, severity, message));

    /// <inheritdoc/>
    public void Scan()
    {
        try
        {
            if (!_begun)
            {
                Begin();
            }
            else if (AttendLines() >= _due)
            {
                DoScan();
                AttendLines();
            }
        }
        catch (LimitTrippedException e)
        {
            Finish(RunState.StoppedByLimit, e.Message, e.Code);
        }
        catch (CellOutsideException e)
        {
            Finish(RunState.StoppedByLimit, e.Message, "limit-voltage");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Finish(RunState.Failed, e.Message, FaultCode.Of(e));
        }
    }

    void Begin()
    {
        _begun = true;
        _channel.AllowedVolts = (_plan.Limits.LowestVoltage, _plan.Limits.HighestVoltage);
        var now = _clock.Nanoseconds;
        if (_settings.Resume is { } interrupted)
        {
            _log.Hold(interrupted);
            _punctuality.StartAt(_log.SinceStart(now));
        }
        else
        {
            _log.Begin(now);
        }
        _notes.ForEach(n => _log.Event(now, n.Code, n.Severity, n.Message));
        if (IsStopped())
        {
            return;
        }
        var volts = CellCheck.Measure(_channel, _plan.Cell);
        _settings.Resume?.RequireVoltage(volts);
        if (_channel.IsRelayWelded())
        {
            throw new CellRefusedException($"Channel {_channel.Number}: the cell relay is welded: a probe current flowed although its line is low. Take the cell out; replace the relay.");
        }
        BeginSupervision();
        // The first connection is in the smallest range, where a DAC that does not answer can do least.
        _disconnection.WasConnected();
        _channel.ConnectForCurrent(_channel.Reach.Ranges[0]);
        _channel.Disconnect();
        foreach (var range in _plan.Steps.SelectMany(s => s.Segments).Where(s => s.Mode != ControlMode.OpenCircuit)
            .SelectMany(s => SegmentRange.All(_channel.Reach, s)).Distinct().ToArray())
        {
            var zero = _channel.MeasureZero(range);
            ZeroFaultException.ThrowIfOne(_channel.Number, range, zero);
            _log.Event(_clock.Nanoseconds, "current-zero", EventSeverity.Note, $"Zero of the {range.Name} range with the relay open: {zero * 1e9:0.00} nA; it is subtracted.");
        }
        if (!(_settings.Resume is { } point ? Resume(point, volts) : _sequencer.Begin(volts)))
        {
            Finish(RunState.Done, "", "");
            return;
        }
        _awaitsReading = _sequencer.IsConnected;
        _due = _clock.Nanoseconds;
    }

    /// <summary>Tells what happened, before anything is driven; the sequencer then does what the protocol's rule says.</summary>
    bool Resume(ResumePoint point, double volts)
    {
        var utc = _clock.UtcNow;
        _log.Resumed(point.MarkerAt(utc, volts), point.InWords(utc, volts));
        return _sequencer.Resume(point, volts);
    }

    void DoScan()
    {
        _log.ThrowIfRecordingFailed();
        if (IsStopped())
        {
            return;
        }
        WriteRequests();
        PauseOrContinue();
        var now = _clock.Nanoseconds;
        _punctuality.Begin(_due, now);
        if (_punctuality.IsStretchOver(_log.SinceStart(now)))
        {
            _log.HourTiming(_punctuality.EndStretch(_log.SinceStart(now)));
        }
        if (_wallClock.HasJumped(now, out var jump))
        {
            _log.ClockJumped(now, jump, _clock.UtcNow);
        }
        if (now >= _sequencer.TimedEnd && !_awaitsReading)
        {
            _punctuality.Changed();
            Advance(_sequencer.EndByTime(_scan));
            return;
        }
        _scan.Flags = SampleFlags.None;
        _scan.DueNanoseconds = _due;
        Sense();
        _awaitsReading = false;
        if ((_scan.Flags & SampleFlags.Clipped) != 0)
        {
            // It says no more than that a larger range is needed: neither integrals nor conditions may see it.
            _punctuality.Changed();
            Advance(_sequencer.LeaveRange());
            return;
        }
        _scan.Flags |= _punctuality.Sensed(_clock.Nanoseconds) | (_sequencer.IsPaused ? SampleFlags.Paused : 0);
        _sequencer.Take(_scan);
        if (_limits.Check(_scan, _sequencer.Conditions) is { } limit)
        {
            if (limit.Action == LimitAction.Stop)
            {
                throw new LimitTrippedException("limit-protocol", $"The protocol's limit was crossed: {limit.Text} ({_scan.Volts:0.0000} V, {_scan.Amperes * 1e3:0.0000} mA).");
            }
            if (!_sequencer.IsPaused)
            {
                Advance(_sequencer.EndStep(_scan, EndReason.Limit, limit.Text));
                return;
            }
        }
        if (Skips())
        {
            return;
        }
        switch (_sequencer.Decide(_scan))
        {
            case SequencerOutcome.Goes:
                _due = NextScan(_punctuality.Next(_due + (_settings.Pace?.NextNanoseconds() ?? _settings.ScanPeriodNanoseconds), _clock.Nanoseconds));
                break;
            case var outcome:
                Advance(outcome);
                break;
        }
    }

    /// <summary>After a change of segment scans begin again at its write, so that the first conversion follows it at once.</summary>
    void Advance(SequencerOutcome outcome)
    {
        if (outcome == SequencerOutcome.Done)
        {
            if (_settings.Resume is { Action: PowerLossAction.Rest } left)
            {
                Finish(RunState.Failed, left.RestIsOver, "power-loss");
                return;
            }
            Finish(RunState.Done, "", "");
            return;
        }
        _awaitsReading = _sequencer.IsConnected;
        _sensor.Forget();
        _due = NextScan(_clock.Nanoseconds);
    }

    /// <summary>
    /// A scan that would not be over before the segment's end in time is left out, so that the end comes when it should; never the
    /// first one with the cell connected, or steps one after another would drive a cell that nobody looks at.
    /// </summary>
    long NextScan(long due)
    {
        if (_awaitsReading || due + _settings.ScanPeriodNanoseconds <= _sequencer.TimedEnd)
        {
            return due;
        }
        // Where scans are far apart, one just before the end tells what the segment came to.
        var last = _sequencer.TimedEnd - _settings.ScanPeriodNanoseconds;
        return _settings.Pace is not null && _clock.Nanoseconds < last ? last : _sequencer.TimedEnd;
    }
}
