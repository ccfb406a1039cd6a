using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>What the sequencer learns from outside of the scan: results that are in the run's file, and waits that somebody ends.</summary>
sealed partial class Sequencer
{
    /// <summary>A measured capacity beyond these parts of the nominal one is no basis for a current.</summary>
    const double LeastCapacityPart = 0.1, MostCapacityPart = 1.5;

    readonly IRunResults? _results;
    readonly IExternalWait? _waits;
    readonly double _oneCCoulombs;
    bool _isWaiting;

    /// <summary>The first condition on results that holds now that a segment has ended: whether it ends the step, and its jump.</summary>
    (int? Jump, bool Ends) ResultThatHolds()
    {
        foreach (var conditions in (ReadOnlySpan<IReadOnlyList<EndCondition>>)[_step.Until, _segment.Until])
        {
            foreach (var condition in conditions)
            {
                if (condition.LooksAtResults && HoldsAfter(condition))
                {
                    return (condition.Jump, true);
                }
            }
        }
        return (null, false);
    }

    /// <summary>Whether a condition holds after a segment.</summary>
    bool HoldsAfter(EndCondition condition) => condition switch
    {
        { Terms: { } terms } => terms.All(HoldsAfter),
        { Result: { } name } => _results is not null && _results.TryRead(name, out var value) && (condition.Above ? value >= condition.Threshold : value <= condition.Threshold),
        _ => _conditions.IsMet(condition, _last, _last, out _),
    };

    /// <summary>Where a step's C-rates follow the last measured capacity: what 1C is in this step.</summary>
    void MeasureOneC(Step step)
    {
        _conditions.CapacityPart = 0;
        if (step.CapacityResult is not { } name || _results is null || !_results.TryRead(name, out var ampereHours))
        {
            return;
        }
        var part = ampereHours * 3600 / _oneCCoulombs;
        if (part is >= LeastCapacityPart and <= MostCapacityPart)
        {
            _conditions.CapacityPart = part;
        }
        else
        {
            _log.Event(_clock.Nanoseconds, "capacity-ignored", EventSeverity.Warning,
                $"The last {name} is {part * 100:0.#} % of the nominal capacity, which no current is built on: step {step.Number} takes the nominal one for 1C.");
        }
    }

    /// <summary>A segment with its current for the capacity that 1C is, within what the plan has room for.</summary>
    Segment Rated(Segment segment)
    {
        if (!segment.FollowsCapacity || _conditions.CapacityPart == 0)
        {
            return segment;
        }
        var largest = segment.LargestExpectedAmperes;
        return segment with { Set = Waveform.Constant(Math.Clamp(segment.Set.Start * _conditions.CapacityPart, -largest, largest)) };
    }

    void BeginWait(long nanoseconds)
    {
        if (_segment.Wait is not { } rule)
        {
            return;
        }
        _isWaiting = true;
        _waits?.Begin(new(rule, _step.Number));
        var what = rule.For == WaitFor.Mark ? rule.Text.Length > 0 ? $"the mark '{rule.Text}'" : "a mark" : "a person";
        _log.Event(nanoseconds, "waiting", EventSeverity.Note,
            $"Step {_step.Number} waits for {what}{(rule is { For: WaitFor.Person, Text.Length: > 0 } ? $": {rule.Text}" : "")}{(_waits is null ? ". Nobody can end this wait here: its timeout does." : ".")}");
    }

    /// <summary>Whatever is waited for is waited for no longer.</summary>
    internal void EndWait()
    {
        if (_isWaiting)
        {
            _waits?.End();
        }
        (_isWaiting, _conditions.IsReleased) = (false, false);
    }
}
