using CoinRig.Clock;

namespace CoinRig.CellFaults;

/// <summary>A virtual clock on which things happen at their times, also in the middle of a conversion or of a relay's way.</summary>
sealed class EventClock(VirtualClock inner) : IRigClock
{
    readonly PriorityQueue<Action, long> _events = new();

    /// <inheritdoc/>
    public long Nanoseconds => inner.Nanoseconds;

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => inner.UtcNow;

    /// <summary>Lets something happen at a time.</summary>
    public void At(long nanoseconds, Action happening) => _events.Enqueue(happening, nanoseconds);

    /// <inheritdoc/>
    public void WaitUntil(long nanoseconds)
    {
        while (_events.TryPeek(out var happening, out var time) && time <= Math.Max(nanoseconds, inner.Nanoseconds))
        {
            _events.Dequeue();
            inner.WaitUntil(time);
            happening();
        }
        inner.WaitUntil(nanoseconds);
    }
}
