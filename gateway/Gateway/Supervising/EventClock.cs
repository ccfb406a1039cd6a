using CoinRig.Clock;

namespace CoinRig.Gateway;

/// <summary>Virtual time in which something happens by itself: whoever waits, it happens in between, at its own time.</summary>
/// <param name="inner">The clock that is moved.</param>
sealed class EventClock(VirtualClock inner) : IRigClock
{
    bool _isHappening;

    /// <summary>When something happens next, ns.</summary>
    internal Func<long> NextDue { get; set; } = () => long.MaxValue;

    /// <summary>What happens; gets the time, and makes the next due time later.</summary>
    internal Action<long> Happen { get; set; } = _ => { };

    /// <inheritdoc/>
    public long Nanoseconds => inner.Nanoseconds;

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => inner.UtcNow;

    /// <inheritdoc/>
    public void WaitUntil(long nanoseconds)
    {
        if (!_isHappening)
        {
            _isHappening = true;
            for (var due = NextDue(); due <= nanoseconds; due = NextDue())
            {
                inner.WaitUntil(due);
                Happen(inner.Nanoseconds);
            }
            _isHappening = false;
        }
        inner.WaitUntil(nanoseconds);
    }
}
