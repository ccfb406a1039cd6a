namespace CoinRig.Clock;

/// <summary>
/// Simulated time: a wait is a jump, an SPI transfer advances it by its bits over the clock frequency, and UTC starts
/// at a fixed date, so that a seed gives the same run to the bit on every machine.
/// </summary>
/// <param name="start">The UTC at which it starts.</param>
public sealed class VirtualClock(DateTimeOffset start) : IRigClock
{
    /// <summary>The UTC date at which a virtual clock starts of which nothing else is said.</summary>
    public static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A clock that starts at <see cref="Epoch"/>.</summary>
    public VirtualClock() : this(Epoch)
    {
    }

    /// <inheritdoc/>
    public long Nanoseconds { get; private set; }

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => start.AddTicks(Nanoseconds / 100);

    /// <inheritdoc/>
    public void WaitUntil(long nanoseconds)
    {
        if (nanoseconds > Nanoseconds)
        {
            Nanoseconds = nanoseconds;
        }
    }
}
