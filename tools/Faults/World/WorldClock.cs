using CoinRig.Clock;

namespace CoinRig.Faults;

/// <summary>Virtual time in which things happen at their times, whoever waits; its UTC may be set, as by a person or by the network.</summary>
sealed class WorldClock : IRigClock
{
    readonly VirtualClock _inner = new();
    readonly PriorityQueue<Action, (long Time, int Order)> _events = new();
    int _order;
    bool _isHappening;

    /// <inheritdoc/>
    public long Nanoseconds => _inner.Nanoseconds;

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => _inner.UtcNow + UtcOffset;

    /// <summary>By how much the computer's clock is off.</summary>
    internal TimeSpan UtcOffset { get; set; }

    /// <summary>Lets something happen at a time.</summary>
    internal void At(long nanoseconds, Action happening) => _events.Enqueue(happening, (nanoseconds, _order++));

    /// <inheritdoc/>
    public void WaitUntil(long nanoseconds)
    {
        while (!_isHappening && _events.TryPeek(out var happening, out var at) && at.Time <= Math.Max(nanoseconds, Nanoseconds))
        {
            _events.Dequeue();
            _inner.WaitUntil(at.Time);
            _isHappening = true;
            try
            {
                happening();
            }
            finally
            {
                _isHappening = false;
            }
        }
        _inner.WaitUntil(nanoseconds);
    }
}
