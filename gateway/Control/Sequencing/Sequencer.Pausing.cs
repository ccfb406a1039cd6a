using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>How a step is paused and goes on: its time and its charge stand still meanwhile.</summary>
sealed partial class Sequencer
{
    Pausing? _pause;

    /// <summary>Whether the step is paused.</summary>
    internal bool IsPaused => _pause is not null;

    /// <summary>
    /// Takes the current off and opens the relay. A step that holds zero current by its own rule keeps its relay closed: nothing is to be taken off.
    /// </summary>
    internal void Pause(in Scan scan)
    {
        var isBefore = _drive.IsApproaching && _backSince == 0;
        var holds = _segment.Mode == ControlMode.Current && _segment.Set is { Start: 0, SlopePerSecond: 0 };
        var set = _drive.Waveform;
        var off = holds ? _clock.Nanoseconds : _drive.Leave();
        // On the way back from an earlier pause the time of the step stands still as it did there.
        var since = _backSince != 0 ? _backSince : off;
        _pause = new(since, isBefore ? 0 : (since - _conditions.SegmentStart) * 1e-9, set, isBefore, holds);
        (_backSince, TimedEnd) = (0, Never);
        _log.Paused(off, scan, flows: holds);
    }

    /// <summary>The paused segment goes on where it stood: at once, or after a ramp back to its voltage.</summary>
    internal void Continue()
    {
        var pause = _pause!;
        _pause = null;
        var on = pause.Holds ? _clock.Nanoseconds : _drive.Enter(_segment with { Set = pause.Set }, pause.ElapsedSeconds).On;
        _log.Continued(on, _segment, pause.Holds ? _channel.IsConnected : null, (on - pause.Since) * 1e-9);
        LeaveOut(on - pause.Since, pause.IsBefore ? 0 : on - pause.Since);
        // Nothing may be interpolated across the pause.
        _last.VoltageNanoseconds = _last.CurrentNanoseconds = long.MinValue / 2;
        _ranges.Begin(_segment);
        _returning = ReturningScans;
        if (_drive.IsApproaching)
        {
            _backSince = pause.IsBefore ? 0 : on;
            TimedEnd = pause.IsBefore ? EarliestEnd(_step.Until) : Never;
        }
        else if (pause.IsBefore)
        {
            StartSegment(on);
        }
        else
        {
            GoOn(on);
        }
    }

    /// <summary>The segment is back at its voltage: the ramp was in none of its times.</summary>
    void Return(long arrived)
    {
        LeaveOut(arrived - _backSince, arrived - _backSince);
        _backSince = 0;
        _log.Returned(arrived, _segment);
        GoOn(arrived);
    }

    /// <summary>Takes a stretch out of the times of step and segment.</summary>
    void LeaveOut(long step, long segment)
    {
        _conditions.StepStart += step;
        _conditions.SegmentStart += segment;
        _stepUncounted += step;
        _segmentUncounted += segment;
    }

    /// <summary>What the times of step and segment do not count until a moment, a pause or a ramp back that goes on included, ns.</summary>
    (long Step, long Segment) UncountedAt(long nanoseconds)
    {
        var now = _pause is { } pause ? nanoseconds - pause.Since : _backSince != 0 ? nanoseconds - _backSince : 0;
        return (_stepUncounted + now, _segmentUncounted + (_pause is { IsBefore: true } ? 0 : now));
    }

    /// <summary>A pause.</summary>
    /// <param name="Since">When the time of the step stopped, ns.</param>
    /// <param name="ElapsedSeconds">The time of the segment there, s.</param>
    /// <param name="Set">Its set value over its time.</param>
    /// <param name="IsBefore">Whether it was still on the way to its first voltage.</param>
    /// <param name="Holds">Whether nothing was taken off, because it holds zero current.</param>
    sealed record Pausing(long Since, double ElapsedSeconds, Waveform Set, bool IsBefore, bool Holds);
}
