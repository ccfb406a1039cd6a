using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>How the record of an interrupted run goes on.</summary>
sealed partial class RunLog
{
    /// <summary>
    /// An interrupted run is taken up. Until <see cref="GoOn"/> its time stands still where it was; should it fail before, the open segment
    /// and step are closed as they stood.
    /// </summary>
    internal void Hold(ResumePoint point)
    {
        _held = point.Nanoseconds;
        _sample = point.Last;
        _sample.StepCount = point.StepCount;
        _sample.SegmentCount = point.SegmentCount;
        _sample.Cycle = Math.Max(1, point.Last.Cycle);
        _stepIsOpen = point.Step is not null;
        _segmentIsOpen = point.Segment is not null;
        _isOnItsWay = point.Step is not null && point.Segment is null;
        _segment = point.Step?.Segments[point.SegmentIndex];
        live.Samples = _sample.Sequence;
        (live.StepCount, live.Cycle, live.Step) = (_sample.StepCount, _sample.Cycle, point.Step);
        Integrator.Restore(_sample.NetCoulombs, _sample.NetJoules, point.Integrals);
    }

    /// <summary>The cell is off and the run is left for a later program: its last scan is in the file, and no end.</summary>
    internal void Suspend(string message, IdleOutcome idle, long stopped, in Scan scan, Punctuality punctuality)
    {
        if (_held is null && _segment is not null && scan.VoltageNanoseconds > _gate.LastRecorded)
        {
            _gate.Note(scan);
            Record(scan, CloseGap(scan));
        }
        // At the time from which it goes on.
        var left = _held ?? (_sample.Sequence == 0 ? SinceStart(stopped) : Math.Max(_sample.VoltageNanoseconds, _sample.CurrentNanoseconds));
        if (_held is null && _sample.Sequence > 0)
        {
            RunTiming(punctuality.OfRun(left));
        }
        feed.WriteLast(new RigEvent(left, ResumePoint.SuspendedCode, EventSeverity.Note, message));
        foreach (var fault in idle.Faults)
        {
            feed.WriteLast(new RigEvent(left, "idle-fault", EventSeverity.Alarm, $"On the way to the idle state: {fault}"));
        }
    }

    /// <summary>Says that an interrupted run goes on.</summary>
    internal void Resumed(RunResumed resumed, IEnumerable<RigEvent> told)
    {
        feed.Write(resumed);
        foreach (var e in told)
        {
            feed.Write(e);
        }
        _afterGap = true;
    }

    /// <summary>Closes the segment and the step in which the run was interrupted.</summary>
    internal void CloseInterrupted(ResumePoint point)
    {
        var nanoseconds = _held!.Value;
        if (StartsLate(nanoseconds, new Scan { Volts = point.Last.Volts, Amperes = point.Last.Amperes }) is { } started)
        {
            feed.Write(started);
        }
        if (_segmentIsOpen)
        {
            feed.Write(new SegmentEnded(nanoseconds, nanoseconds, _sample.StepCount, _sample.SegmentCount, EndReason.Stopped, point.EndText, point.Integrals, point.Last.Volts, point.Last.Amperes));
        }
        if (_stepIsOpen)
        {
            feed.Write(new StepEnded(nanoseconds, _sample.StepCount, EndReason.Stopped, point.EndText));
        }
        (_segmentIsOpen, _stepIsOpen, _isOnItsWay) = (false, false, false);
    }

    /// <summary>The time of the run goes on.</summary>
    /// <param name="on">When, on the rig's clock, ns.</param>
    /// <returns>Time zero of the run on the rig's clock, ns.</returns>
    internal long GoOn(long on)
    {
        _origin = on - (_held ?? on);
        _held = null;
        return _origin;
    }

    /// <summary>The interrupted segment goes on.</summary>
    internal void Reentered(long on, Segment segment, bool flows)
    {
        Integrator.Resume(on, flows);
        _segment = segment;
        _gate.Begin(segment.Record, on);
    }

    /// <summary>
    /// The segment is back at its voltage. Scans begin anew there, the next one less than a period after the last: the record's interval must not leave it out, or
    /// the rows of a run that records every scan would not be all that its charge was integrated from.
    /// </summary>
    internal void Returned(long arrived, Segment segment) => _gate.Begin(segment.Record, arrived);
}
