using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>
/// Turns what happens into the feed: samples with their sequence numbers, markers, integrals, all in time since the
/// run's start, and the live state for screens.
/// </summary>
sealed partial class RunLog(FeedWriter feed, LiveState live, long checkpointNanoseconds)
{
    readonly RecordGate _gate = new();
    readonly RowMean _mean = new();
    Sample _sample;
    long _origin;
    long? _held;
    bool _afterGap;
    long _checkpointed;
    bool _segmentIsOpen;
    bool _stepIsOpen;
    Segment? _segment;
    Ending? _ending;
    OpenGap? _change;

    /// <summary>Time that step and segment do not count, ns; kept by the sequencer.</summary>
    internal (long Step, long Segment) Uncounted { get; set; }

    SegmentState State => new(Integrator.Segment, Uncounted.Step, Uncounted.Segment);

    /// <summary>Charge and energy.</summary>
    internal Integrator Integrator { get; } = new();

    /// <summary>The run begins.</summary>
    internal void Begin(long nanoseconds)
    {
        _origin = nanoseconds;
        _sample.Cycle = 1;
    }

    /// <summary>Throws if what is measured cannot be stored.</summary>
    internal void ThrowIfRecordingFailed() => feed.ThrowIfReaderFailed();

    /// <summary>Notes an event.</summary>
    internal void Event(long nanoseconds, string code, EventSeverity severity, string message) =>
        feed.Write(new RigEvent(SinceStart(nanoseconds), code, severity, message));

    /// <summary>Time since the run's start, ns.</summary>
    internal long SinceStart(long nanoseconds) => _held ?? nanoseconds - _origin;

    /// <summary>How punctual the last hour was, with a warning where it was not.</summary>
    internal void HourTiming(ScanTiming timing)
    {
        feed.Write(timing);
        if (timing.IsUnpunctual)
        {
            feed.Write(LateScans(timing, "the last hour"));
        }
    }

    /// <summary>How punctual the whole run was, among its last words.</summary>
    internal void RunTiming(ScanTiming timing)
    {
        feed.WriteLast(timing);
        if (timing.IsUnpunctual)
        {
            feed.WriteLast(LateScans(timing, "the run"));
        }
    }

    static RigEvent LateScans(ScanTiming timing, string stretch) => new(timing.Nanoseconds, "late-scans", EventSeverity.Warning,
        $"Of the {timing.Scans} scans of {stretch} {timing.LateScans} came later than half a period and {timing.MissedScans} more were left out; the latest began "
        + $"{timing.LargestNanoseconds * 1e-6:0.0} ms after it was due. Their samples bear the flag 'late' and their true times. If they are many, the computer is too busy, or 'coinrig run' said at its start what it was refused.");

    /// <summary>The output went over to a segment, which starts now or after a ramp.</summary>
    internal void Entered(long nanoseconds, Step? newStep, Segment segment, int cycle, ProgramPosition position, bool flows)
    {
        _segment = segment;
        _isOnItsWay = true;
        _sample.Cycle = cycle;
        _sample.SegmentCount++;
        if (newStep is not null)
        {
            _sample.StepCount++;
            _sample.SegmentCount = 0;
            feed.Write(new StepStarted(SinceStart(nanoseconds), _sample.StepCount, newStep, cycle, position));
            _stepIsOpen = true;
            live.Step = newStep;
            live.StepCount = _sample.StepCount;
        }
        live.Cycle = cycle;
        Integrator.BeginSegment(nanoseconds, flows);
        _gate.Begin(segment.Record, nanoseconds);
    }

    /// <summary>The segment's time zero.</summary>
    internal void SegmentStarted(long nanoseconds, double set, string range, in Scan last)
    {
        feed.Write(new SegmentStarted(SinceStart(nanoseconds), _sample.StepCount, _sample.SegmentCount, _segment!, _sample.Cycle, set, range, last.Volts, last.Amperes));
        (_segmentIsOpen, _isOnItsWay) = (true, false);
        _gate.Begin(_segment!.Record, nanoseconds);
    }

    /// <summary>A scan within a segment.</summary>
    internal void Scanned(in Scan scan, bool approaching)
    {
        Show(scan);
        var closed = CloseGap(scan);
        var sweeps = _segment!.Set.SlopePerSecond != 0 && !approaching && !live.IsPaused;
        if (sweeps)
        {
            _mean.Add(scan);
        }
        if (_gate.Passes(scan, out var first) || closed != SampleFlags.None)
        {
            _gate.Note(scan);
            var flags = (first ? SampleFlags.AfterStep : 0) | (approaching ? SampleFlags.Approach : 0) | closed;
            if (sweeps && flags == SampleFlags.None)
            {
                RecordMean(scan);
            }
            else
            {
                Record(scan, flags);
            }
        }
        else if (checkpointNanoseconds > 0 && scan.CurrentNanoseconds - _checkpointed >= checkpointNanoseconds)
        {
            Fill(scan);
            feed.Write(_sample, State, FeedKind.Checkpoint);
            _checkpointed = scan.CurrentNanoseconds;
        }
    }

    /// <summary>The current range changed while a segment runs. The scan before is recorded, so that the samples show the gap.</summary>
    /// <param name="gap">The time without current.</param>
    /// <param name="left">The range before.</param>
    /// <param name="entered">The range from now on.</param>
    /// <param name="scan">The last scan whose current is known.</param>
    internal void RangeChanged(RangeGap gap, CurrentRange left, CurrentRange entered, in Scan scan)
    {
        if (scan.VoltageNanoseconds > _gate.LastRecorded)
        {
            _gate.Note(scan);
            Record(scan, SampleFlags.None);
        }
        _change ??= new(left.Name, scan.CurrentNanoseconds, Integrator.NetCoulombs);
        _change = _change with { Entered = entered.Name };
        Integrator.Bridge(gap.OffNanoseconds, gap.OnNanoseconds);
    }

    /// <summary>The first reading after a change of range closes its gap.</summary>
    SampleFlags CloseGap(in Scan scan)
    {
        if (_change is not { } change)
        {
            return SampleFlags.None;
        }
        _change = null;
        Event(scan.CurrentNanoseconds, "range-changed", EventSeverity.Note,
            $"From the {change.Left} to the {change.Entered} range, at {scan.Amperes * 1e6:0.0000} uA: {(scan.CurrentNanoseconds - change.ReadNanoseconds) * 1e-6:0} ms without a reading. The charge of this time, {(Integrator.NetCoulombs - change.Coulombs) * 1e6:0.000} uC, is estimated from the readings before and after.");
        return SampleFlags.RangeChanged;
    }

    /// <summary>The scan with which a segment ends is always recorded.</summary>
    internal void LastOfSegment(in Scan scan, Ending ending)
    {
        _ending = ending;
        Show(scan);
        var closed = CloseGap(scan);
        if (scan.VoltageNanoseconds > _gate.LastRecorded)
        {
            _gate.Note(scan);
            Record(scan, closed);
        }
    }

    /// <summary>The segment's current was taken off or changed.</summary>
    internal void SegmentEnded(long off, in Scan scan)
    {
        Integrator.EndSegment(off);
        if (StartsLate(_ending!.Seen, scan) is { } started)
        {
            feed.Write(started);
        }
        if (!_segmentIsOpen)
        {
            return;
        }
        _segmentIsOpen = false;
        feed.Write(new SegmentEnded(SinceStart(_ending!.Seen), SinceStart(_ending.Condition), _sample.StepCount, _sample.SegmentCount, _ending.Reason, _ending.Text,
            Integrator.Segment, scan.Volts, scan.Amperes));
    }

    /// <summary>The step is over.</summary>
    internal void StepEnded()
    {
        _stepIsOpen = false;
        feed.Write(new StepEnded(SinceStart(_ending!.Seen), _sample.StepCount, _ending.Reason, _ending.Text));
    }

    /// <summary>The run is over and the rig idle. Written as far as the recorder still takes it.</summary>
    internal void Finish(RunState state, string message, string code, IdleOutcome idle, long stopped, long idleAt, in Scan scan)
    {
        if (state != RunState.Done || _ending is null)
        {
            _ending = new Ending(stopped, stopped, EndReason.Stopped, message);
        }
        Integrator.EndSegment(stopped);
        if (StartsLate(_ending.Seen, scan) is { } started)
        {
            feed.WriteLast(started);
        }
        if (_segmentIsOpen)
        {
            feed.WriteLast(new SegmentEnded(SinceStart(_ending.Seen), SinceStart(_ending.Condition), _sample.StepCount, _sample.SegmentCount, _ending.Reason, _ending.Text,
                Integrator.Segment, scan.Volts, scan.Amperes));
        }
        if (_stepIsOpen)
        {
            feed.WriteLast(new StepEnded(SinceStart(_ending.Seen), _sample.StepCount, _ending.Reason, _ending.Text));
        }
        if (state is not RunState.Done)
        {
            feed.WriteLast(new RigEvent(SinceStart(stopped), code, state == RunState.StoppedByPerson ? EventSeverity.Note : EventSeverity.Alarm, message));
        }
        if (idle.RelayWelded)
        {
            feed.WriteLast(new RigEvent(SinceStart(idleAt), "relay-welded", EventSeverity.Alarm,
                $"{(double.IsNaN(idle.ResidualAmperes) ? "A probe current" : $"{idle.ResidualAmperes * 1e6:0.00} uA still")} flowed after the cell relay was let go: it is welded. The output is off; take the cell out now."));
        }
        foreach (var fault in idle.Faults)
        {
            feed.WriteLast(new RigEvent(SinceStart(idleAt), "idle-fault", EventSeverity.Alarm, $"On the way to the idle state: {fault}"));
        }
        feed.WriteLast(new RunEnded(SinceStart(idleAt), state, message));
    }

    void Show(in Scan scan)
    {
        live.Seconds = SinceStart(scan.VoltageNanoseconds) * 1e-9;
        live.Volts = scan.Volts;
        live.Amperes = scan.Amperes;
        live.DegreesCelsius = scan.DegreesCelsius;
        live.NetCoulombs = Integrator.NetCoulombs;
        live.Scans++;
    }

    void Record(in Scan scan, SampleFlags flags)
    {
        Fill(scan);
        _sample.Flags |= flags;
        Write(scan);
    }

    /// <summary>A row of a sweep is the mean of its scans. Charge and energy are those up to the last of them: they say where an interrupted run goes on.</summary>
    void RecordMean(in Scan scan)
    {
        Fill(_mean.Of(scan));
        Write(scan);
    }

    void Write(in Scan scan)
    {
        _sample.Sequence++;
        _sample.Flags |= _afterGap ? SampleFlags.AfterGap : 0;
        _afterGap = false;
        feed.Write(_sample, State);
        _mean.Clear();
        _checkpointed = scan.CurrentNanoseconds;
        live.Samples = _sample.Sequence;
    }

    void Fill(in Scan scan)
    {
        _sample.VoltageNanoseconds = SinceStart(scan.VoltageNanoseconds);
        _sample.CurrentNanoseconds = SinceStart(scan.CurrentNanoseconds);
        _sample.Volts = scan.Volts;
        _sample.Amperes = scan.Amperes;
        _sample.NetCoulombs = Integrator.NetCoulombs;
        _sample.NetJoules = Integrator.NetJoules;
        _sample.DegreesCelsius = scan.DegreesCelsius;
        _sample.Flags = scan.Flags;
    }

    /// <summary>A change of range that no reading has followed yet.</summary>
    /// <param name="Left">The range before.</param>
    /// <param name="ReadNanoseconds">The last reading in it.</param>
    /// <param name="Coulombs">Net charge until then.</param>
    sealed record OpenGap(string Left, long ReadNanoseconds, double Coulombs)
    {
        internal string Entered { get; init; } = "";
    }
}
