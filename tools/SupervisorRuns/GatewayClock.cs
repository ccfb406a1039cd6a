using CoinRig.Clock;

namespace CoinRig.SupervisorRuns;

/// <summary>The gateway's own crystal: another start, and a little faster or slower than the supervisor's.</summary>
/// <param name="inner">The bench's time.</param>
/// <param name="start">Where it begins, ns.</param>
/// <param name="partsPerMillion">How much faster it is.</param>
sealed class GatewayClock(IRigClock inner, long start, int partsPerMillion) : IRigClock
{
    /// <inheritdoc/>
    public long Nanoseconds => start + inner.Nanoseconds + inner.Nanoseconds / 1_000_000 * partsPerMillion;

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => inner.UtcNow;

    /// <inheritdoc/>
    public void WaitUntil(long nanoseconds) => inner.WaitUntil(inner.Nanoseconds + nanoseconds - Nanoseconds);
}
