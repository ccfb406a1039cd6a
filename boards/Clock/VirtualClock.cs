namespace CoinRig.Clock;

/// <summary>
/// Simulated time: a wait is a jump, an SPI transfer advances it by its bits over the clock frequency, and UTC starts
/// at a fixed date, so that a seed gives the same run to the bit on every machine.
/// </summary>
public sealed class VirtualClock : IRigClock
{
    /// <summary>The UTC date at which every virtual clock starts.</summary>
    public static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public long Nanoseconds { get; private set; }

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => Epoch.AddTicks(Nanoseconds / 100);

    /// <inheritdoc/>
    public void WaitUntil(long nanoseconds)
    {
        if (nanoseconds > Nanoseconds)
        {
            Nanoseconds = nanoseconds;
        }
    }
}
