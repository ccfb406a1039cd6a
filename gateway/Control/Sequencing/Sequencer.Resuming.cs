using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>How an interrupted run goes on.</summary>
sealed partial class Sequencer
{
    /// <summary>Does what the protocol's rule says of an interrupted step; false where there is no step.</summary>
    internal bool Resume(ResumePoint point, double openCircuitVolts)
    {
        if (point.Step is null)
        {
            _log.GoOn(_clock.Nanoseconds);
            return Begin(openCircuitVolts);
        }
        // The voltage is of now and the time of never: nothing may be interpolated across the gap.
        _last = new Scan { Volts = openCircuitVolts, VoltageNanoseconds = long.MinValue / 2, CurrentNanoseconds = long.MinValue / 2 };
        var rests = point.Action == PowerLossAction.Rest;
        _program = rests ? new ProgramCounter([new RunStep(ResumePoint.Rest)]) : _program;
        _program.Restore(rests ? new ProgramPosition(0, []) { CyclesBegun = point.Last.Cycle } : point.Position!);
        _conditions.CapacityPart = rests ? 0 : point.Position!.CapacityPart;
        if (point.Action == PowerLossAction.Continue)
        {
            Continue(point);
            return true;
        }
        _log.CloseInterrupted(point);
        var on = _drive.Enter(Rated(_program.Step!.Segments[0])).On;
        _log.GoOn(on);
        BeginStep(on);
        return true;
    }

    /// <summary>The interrupted segment goes on at the time at which it stood: at once, or after a ramp back to its voltage.</summary>
    void Continue(ResumePoint point)
    {
        _step = _program.Step!;
        _index = point.SegmentIndex;
        _segment = _step.Segments[_index];
        _stepCoulombsBase = point.StepCoulombsBefore;
        _stepJoulesBase = point.StepJoulesBefore;
        _conditions.StepCoulombs = _stepCoulombsBase + _log.Integrator.SegmentCoulombs;
        _conditions.StepJoules = _stepJoulesBase + _log.Integrator.SegmentJoules;
        (_conditions.Cycle, _conditions.VoltsPerSecond, _returning) = (point.Last.Cycle, double.NaN, ReturningScans);
        _ranges.Begin(_segment);
        var stood = point.Nanoseconds;
        var set = _segment.Set.StartsAtMeasured && point.Segment is { } started ? _segment.Set.From(started.SetValue) : Rated(_segment).Set;
        var (_, on) = _drive.Enter(_segment with { Set = set }, point.Segment is null ? 0 : (stood - point.Segment.Nanoseconds - point.SegmentUncountedNanoseconds) * 1e-9);
        var origin = _log.GoOn(on);
        _log.Reentered(on, _segment, _channel.IsConnected);
        _conditions.StepStart = origin + point.StepStartNanoseconds + point.StepUncountedNanoseconds;
        _conditions.SegmentStart = origin + (point.Segment?.Nanoseconds ?? stood) + point.SegmentUncountedNanoseconds;
        BeginWait(on);
        (_stepUncounted, _segmentUncounted) = (point.StepUncountedNanoseconds, point.SegmentUncountedNanoseconds);
        if (point.Segment is null && !_drive.IsApproaching)
        {
            StartSegment(on);
        }
        else if (_drive.IsApproaching)
        {
            _backSince = point.Segment is null ? 0 : on;
            TimedEnd = point.Segment is null ? EarliestEnd(_step.Until) : Never;
        }
        else
        {
            GoOn(on);
        }
    }
}
