using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>
/// Raises the lines that steps ask for and lowers them again, each at its time and between scans too, and tells the record. The marks are made before the first scan, so
/// that raising one allocates nothing of ours.
/// </summary>
sealed class Triggers
{
    const long Never = long.MaxValue;

    readonly SideLines _lines;
    readonly Dictionary<Step, Mark> _marks;
    readonly Action<Mark, long> _raised;
    readonly long[] _lowAt;
    Step? _step;
    Mark? _mark;
    int _stepCount;
    int _segmentsBegun;
    long _timed = Never;
    bool _hasFired;

    Triggers(SideLines lines, Dictionary<Step, Mark> marks, Action<Mark, long> raised)
    {
        (_lines, _marks, _raised) = (lines, marks, raised);
        _lowAt = [.. lines.Triggers.Select(_ => Never)];
    }

    /// <summary>The triggers of a plan; null where it has none.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="lines">The board's lines; null where nothing is raised, as in a preview.</param>
    /// <param name="raised">Gets the mark of a raised line and when that was, ns.</param>
    /// <exception cref="PlanRefusedException">The board's profile does not give a line to triggers.</exception>
    internal static Triggers? Of(Plan plan, SideLines? lines, Action<Mark, long> raised)
    {
        if (lines is null)
        {
            return null;
        }
        var marks = new Dictionary<Step, Mark>(ReferenceEqualityComparer.Instance);
        foreach (var step in plan.Steps.Where(s => s.Trigger is not null))
        {
            var trigger = step.Trigger!;
            if (!lines.Triggers.Contains(trigger.Pin))
            {
                throw new PlanRefusedException($"Step {step.Number} (line {step.Line}) raises GPIO {trigger.Pin}, which this board has not given to triggers{(lines.Triggers is { Count: > 0 } some ? $"; it has: {string.Join(", ", some)}" : "")}. Add 'triggers: [{trigger.Pin}]' to its profile if nothing of the board hangs on that line.");
            }
            marks[step] = new Mark(0, $"trigger GPIO {trigger.Pin}: {trigger.Text}", MarkSource.Trigger);
        }
        return marks.Count == 0 ? null : new Triggers(lines, marks, raised);
    }

    /// <summary>When it must be attended to next, ns.</summary>
    internal long NextDue { get; private set; } = Never;

    /// <summary>Does what is due.</summary>
    /// <param name="step">The step that runs.</param>
    /// <param name="stepCount">How many were begun.</param>
    /// <param name="segmentsBegun">How many segments have begun.</param>
    /// <param name="conditions">Where the step stands.</param>
    /// <param name="scan">The last scan.</param>
    /// <param name="isPaused">Whether its time stands still.</param>
    /// <param name="now">Now, ns.</param>
    internal void Attend(Step? step, int stepCount, int segmentsBegun, in Conditions conditions, in Scan scan, bool isPaused, long now)
    {
        Lower(now);
        var isNewSegment = segmentsBegun != _segmentsBegun;
        _segmentsBegun = segmentsBegun;
        if (stepCount != _stepCount)
        {
            (_step, _stepCount, _hasFired) = (step, stepCount, false);
            _mark = step is not null && _marks.TryGetValue(step, out var mark) ? mark : null;
        }
        _timed = Never;
        if (_mark is not null && !isPaused)
        {
            Watch(_step!.Trigger!, conditions, scan, isNewSegment, now);
        }
        NextDue = _timed;
        foreach (var low in _lowAt)
        {
            NextDue = Math.Min(NextDue, low);
        }
    }

    void Watch(StepTrigger trigger, in Conditions conditions, in Scan scan, bool isNewSegment, long now)
    {
        var isDue = false;
        switch (trigger.Moment)
        {
            case TriggerMoment.StepStart:
                isDue = isNewSegment && !_hasFired;
                break;
            case TriggerMoment.SegmentStart:
                isDue = isNewSegment;
                break;
            case TriggerMoment.Time when !_hasFired:
                var due = conditions.StepStart + (long)(trigger.Seconds * 1e9);
                isDue = now >= due;
                _timed = isDue ? Never : due;
                break;
            case TriggerMoment.Condition when !_hasFired:
                isDue = scan.VoltageNanoseconds >= conditions.SegmentStart && conditions.IsMet(trigger.Condition!, scan, scan, out _);
                break;
        }
        if (!isDue)
        {
            return;
        }
        _hasFired = true;
        _lines.Write(trigger.Pin, true);
        _lowAt[IndexOf(trigger.Pin)] = now + (long)(trigger.PulseSeconds * 1e9);
        _raised(_mark!, now);
    }

    int IndexOf(int pin)
    {
        for (var i = 0; i < _lowAt.Length; i++)
        {
            if (_lines.Triggers[i] == pin)
            {
                return i;
            }
        }
        return 0;
    }

    void Lower(long now)
    {
        for (var i = 0; i < _lowAt.Length; i++)
        {
            if (_lowAt[i] != Never && now >= _lowAt[i])
            {
                _lines.Write(_lines.Triggers[i], false);
                _lowAt[i] = Never;
            }
        }
    }

    /// <summary>The run is over: every line that is still high goes low.</summary>
    internal void LowerAll() => Lower(Never);
}
