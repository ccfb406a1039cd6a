using CoinRig.Clock;

namespace CoinRig.Gateway;

/// <summary>A clock that may show times that have been, while what happened then is made up for.</summary>
/// <param name="clock">The clock.</param>
sealed class ReplayedTime(IRigClock clock) : IRigClock
{
    /// <summary>The time that is shown; null for the clock's.</summary>
    internal long? Shown { get; set; }

    /// <inheritdoc/>
    public long Nanoseconds => Shown ?? clock.Nanoseconds;

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => clock.UtcNow;

    /// <inheritdoc/>
    public void WaitUntil(long nanoseconds) => clock.WaitUntil(nanoseconds);
}
