using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>Knows by a rule when what waits is due, by the times of the feed and, where it tells none, by a clock.</summary>
sealed class CommitTiming(CommitRule rule)
{
    long _lastCommit;
    long? _waitsSince;

    /// <summary>The latest time of the feed, ns.</summary>
    public long Now { get; private set; }

    /// <summary>Whether a segment has ended and nothing has begun: there is nowhere to go on from but where it stood before.</summary>
    public bool IsChanging { get; private set; }

    /// <summary>Whether what waits has the age of the rule by the feed.</summary>
    public bool IsDue => Now - _lastCommit >= rule.Nanoseconds;

    /// <summary>Goes on where an interrupted run stood.</summary>
    public void Continue(long nanoseconds) => Now = _lastCommit = nanoseconds;

    /// <summary>The feed told a state of the run.</summary>
    public void State(long nanoseconds)
    {
        IsChanging = false;
        Now = Math.Max(Now, nanoseconds);
    }

    /// <summary>The feed told a marker.</summary>
    /// <returns>Whether a change begins with it.</returns>
    public bool Marker(Marker marker)
    {
        Now = Math.Max(Now, marker.Nanoseconds);
        var wasChanging = IsChanging;
        IsChanging = marker is SegmentEnded or StepEnded || (IsChanging && marker is not (StepStarted or SegmentStarted));
        return IsChanging && !wasChanging;
    }

    /// <summary>Something waits at a clock's time.</summary>
    /// <returns>Whether it has waited for as long as the rule allows.</returns>
    public bool WaitsTooLong(long nanoseconds) => nanoseconds - (_waitsSince ??= nanoseconds) >= rule.Nanoseconds;

    /// <summary>What waited was committed.</summary>
    public void Committed() => (_lastCommit, _waitsSince) = (Now, null);
}
