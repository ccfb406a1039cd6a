using CoinRig.Clock;
using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>Goes through the plan: decides from each scan whether a segment or step ends, and begins the next.</summary>
sealed partial class Sequencer
{
    const long Never = long.MaxValue;

    /// <summary>Nearer to its end than this a segment stays in its range, unless the current leaves it.</summary>
    const long LongestChangeNanoseconds = 1_000_000_000;

    /// <summary>Scans after a change of range in which the current comes back: a dip in it is not the end of a hold.</summary>
    const int ReturningScans = 20;

    /// <summary>Scans in a row after which a bounded load is told of.</summary>
    const int BoundedScans = 5;

    readonly IRigClock _clock;
    ProgramCounter _program;
    readonly Drive _drive;
    readonly FollowCheck _follow;
    readonly IChannel _channel;
    readonly AutoRange _ranges;
    readonly RunLog _log;
    readonly SlopeWindow _slope = new();
    Conditions _conditions;
    Scan _last;
    Step _step = null!;
    Segment _segment = null!;
    int _index;
    double _stepCoulombsBase;
    double _stepJoulesBase;
    int _returning;
    int _boundedScans;
    long _backSince;
    long _stepUncounted;
    long _segmentUncounted;

    internal Sequencer(Plan plan, IChannel channel, IRigClock clock, RunSettings settings, AutoRange ranges, RunLog log)
    {
        _results = settings.Results;
        _waits = settings.Waits;
        _clock = clock;
        _program = new ProgramCounter(plan.Instructions, plan.Jumps, HoldsAfter);
        _oneCCoulombs = plan.Cell.OneCAmperes * 3600;
        _drive = new Drive(channel, clock, settings.ScanPeriodNanoseconds, plan.Limits);
        _follow = new FollowCheck(channel);
        _channel = channel;
        _ranges = ranges;
        _log = log;
    }

    /// <summary>Where step and segment stand.</summary>
    internal Conditions Conditions => _conditions;

    /// <summary>When the segment ends by time, on the rig's clock, ns; never where nothing ends it by time.</summary>
    internal long TimedEnd { get; private set; } = Never;

    /// <summary>How many segments have reached their time zero.</summary>
    internal int SegmentsBegun { get; private set; }

    /// <summary>Whether the cell is connected.</summary>
    internal bool IsConnected => _channel.IsConnected;

    /// <summary>Begins the first step; false where there is none.</summary>
    internal bool Begin(double openCircuitVolts)
    {
        if (!_program.MoveNext())
        {
            return false;
        }
        _last.Volts = openCircuitVolts;
        MeasureOneC(_program.Step!);
        BeginStep(_drive.Enter(Rated(_program.Step!.Segments[0])).On);
        return true;
    }

    /// <summary>Takes a scan into the integrals.</summary>
    internal void Take(in Scan scan)
    {
        _log.Integrator.Add(scan.CurrentNanoseconds, scan.Amperes, scan.Volts);
        _conditions.StepCoulombsBefore = _conditions.StepCoulombs;
        _conditions.StepCoulombs = _stepCoulombsBase + _log.Integrator.SegmentCoulombs;
        _conditions.StepJoulesBefore = _conditions.StepJoules;
        _conditions.StepJoules = _stepJoulesBase + _log.Integrator.SegmentJoules;
        _log.Uncounted = UncountedAt(scan.CurrentNanoseconds);
        _slope.Add(scan.VoltageNanoseconds, scan.Volts);
        _conditions.VoltsPerSecond = _slope.VoltsPerSecond;
        _conditions.IsReleased = _isWaiting && _waits is { IsOver: true };
    }

    /// <summary>Looks at the end conditions, drives the output, and hands the scan over.</summary>
    internal SequencerOutcome Decide(in Scan scan)
    {
        if (IsPaused)
        {
            _log.Scanned(scan, approaching: false);
            _last = scan;
            return SequencerOutcome.Goes;
        }
        var approaching = _drive.IsApproaching;
        _returning = Math.Max(0, _returning - 1);
        if (!approaching)
        {
            _follow.CheckBreak(_segment, scan);
        }
        if (FirstMet(_step.Until, scan, out var met, out var when) && _backSince == 0)
        {
            return End(scan, new Ending(_clock.Nanoseconds, when, EndReason.StepCondition, met.Text) { Jump = met.Jump });
        }
        if (!approaching)
        {
            if (FirstMet(_segment.Until, scan, out met, out when))
            {
                return End(scan, new Ending(_clock.Nanoseconds, when, EndReason.Condition, met.Text) { Jump = met.Jump });
            }
            _follow.Check(_segment.Mode, _drive.Set, scan);
        }
        if (_ranges.Wanted(scan.Amperes, mayLower: !approaching) is { } range && TimedEnd - _clock.Nanoseconds > LongestChangeNanoseconds)
        {
            _log.Scanned(scan, approaching);
            _last = scan;
            return ChangeRange(range, scan.Amperes, scan);
        }
        var arrived = _drive.Update(_conditions.SegmentStart, scan.Volts, scan.Amperes);
        TellOfBound(scan);
        _log.Scanned(scan, approaching);
        _last = scan;
        if (arrived == 0)
        {
            return SequencerOutcome.Goes;
        }
        if (_backSince != 0)
        {
            Return(arrived);
        }
        else
        {
            StartSegment(arrived);
        }
        return SequencerOutcome.Began;
    }

    /// <summary>A load that needs more current than it may have goes on with less; somebody should know.</summary>
    void TellOfBound(in Scan scan)
    {
        _boundedScans = _drive.IsLoadBounded ? _boundedScans + 1 : 0;
        if (_boundedScans == BoundedScans)
        {
            _log.Event(scan.CurrentNanoseconds, "load-bounded", EventSeverity.Warning,
                $"The {(_segment.Mode == ControlMode.Power ? "power" : "resistance")} of step {_step.Number} needs more than {Math.Abs(_drive.Set) * 1e3:0.####} mA at {scan.Volts:0.0000} V: the step goes on with that current. A larger 'largest_current' allows more.");
        }
    }

    /// <summary>The current left its range: goes on in the largest.</summary>
    internal SequencerOutcome LeaveRange() => ChangeRange(_ranges.Largest, double.NaN, _last);

    SequencerOutcome ChangeRange(CurrentRange range, double amperes, in Scan scan)
    {
        var left = _channel.Range;
        var gap = _drive.ChangeRange(range, amperes);
        _log.RangeChanged(gap, left, range, scan);
        _ranges.Forget();
        _follow.Begin();
        _returning = ReturningScans;
        return SequencerOutcome.Began;
    }

    /// <summary>The segment's time is over.</summary>
    internal SequencerOutcome EndByTime(in Scan scan)
    {
        var end = TimedEnd;
        var stepEnds = EarliestEnd(_step.Until) == end;
        var text = stepEnds ? "time of the step" : double.IsFinite(_drive.DurationSeconds) ? "end of the sweep" : "time of the segment";
        var jump = (stepEnds ? _step.Until : _segment.Until).FirstOrDefault(c => EndOf(c) == end)?.Jump;
        return End(scan, new Ending(_clock.Nanoseconds, end, stepEnds ? EndReason.StepCondition : EndReason.Condition, text) { Jump = jump });
    }

    /// <summary>Ends the whole step.</summary>
    internal SequencerOutcome EndStep(in Scan scan, EndReason reason, string text) => End(scan, new Ending(_clock.Nanoseconds, scan.VoltageNanoseconds, reason, text));

    SequencerOutcome End(in Scan scan, Ending ending)
    {
        (TimedEnd, _backSince) = (Never, 0);
        _last = scan;
        _log.LastOfSegment(scan, ending);
        var (jump, resultEnds) = ending.Jump is null ? ResultThatHolds() : (ending.Jump, false);
        var stepEnds = jump is not null || resultEnds || ending.Reason != EndReason.Condition || (_index + 1 == _step.Segments.Count && !_step.Repeats);
        EndWait();
        if (stepEnds && _segment.Pass > 0 && !_program.IsInCountedLoop)
        {
            _program.CountOwnCycles(_segment.Pass);
        }
        if (jump is { } number)
        {
            _program.Jump(number);
        }
        if (stepEnds && !_program.MoveNext())
        {
            return SequencerOutcome.Done;
        }
        if (stepEnds)
        {
            MeasureOneC(_program.Step!);
        }
        var next = stepEnds ? _program.Step!.Segments[0] : _step.Segments[(_index + 1) % _step.Segments.Count];
        var (off, on) = _drive.Enter(Rated(next));
        _log.SegmentEnded(off, scan);
        if (stepEnds)
        {
            _log.StepEnded();
            BeginStep(on);
        }
        else
        {
            _stepCoulombsBase += _log.Integrator.SegmentCoulombs;
            _stepJoulesBase += _log.Integrator.SegmentJoules;
            _index = (_index + 1) % _step.Segments.Count;
            EnterSegment(on, isNewStep: false);
        }
        return SequencerOutcome.Began;
    }

    void BeginStep(long on)
    {
        _step = _program.Step!;
        _index = 0;
        (_stepCoulombsBase, _stepJoulesBase) = (0, 0);
        _stepUncounted = 0;
        _conditions.StepStart = on;
        EnterSegment(on, isNewStep: true);
    }

    /// <summary>The output has gone over to the segment's mode; it starts now, or after the ramp to its first voltage.</summary>
    void EnterSegment(long on, bool isNewStep)
    {
        _segment = _step.Segments[_index];
        _ranges.Begin(_segment);
        (_returning, _segmentUncounted) = (0, 0);
        (_conditions.StepCoulombs, _conditions.StepJoules, _conditions.VoltsPerSecond, _boundedScans) = (_stepCoulombsBase, _stepJoulesBase, double.NaN, 0);
        var cycle = _program.Cycle + (_program.IsInCountedLoop ? 0 : _segment.Pass);
        _conditions.Cycle = cycle;
        _log.Entered(on, isNewStep ? _step : null, _segment, cycle, _program.Position with { CapacityPart = _conditions.CapacityPart }, _channel.IsConnected);
        if (_drive.IsApproaching)
        {
            TimedEnd = EarliestEnd(_step.Until);
        }
        else
        {
            StartSegment(on);
        }
    }

    void StartSegment(long zero)
    {
        _conditions.SegmentStart = zero;
        BeginWait(zero);
        _log.SegmentStarted(zero, _drive.Set, !_channel.IsConnected ? "" : _segment.Range.IsAuto ? SegmentRange.AutoName : _channel.Range.Name, _last);
        SegmentsBegun++;
        GoOn(zero);
    }

    /// <summary>The segment runs, from its time zero or from where it was interrupted.</summary>
    /// <param name="since">Since when its set value stands, ns.</param>
    void GoOn(long since)
    {
        _follow.Begin();
        _slope.Begin(Math.Max(LongestWindow(_segment.Until), LongestWindow(_step.Until)), since);
        TimedEnd = Math.Min(After(_conditions.SegmentStart, _drive.DurationSeconds), Math.Min(EarliestEnd(_segment.Until), EarliestEnd(_step.Until)));
    }
}
