namespace CoinRig.Clock;

/// <summary>
/// The rig's one clock: nanoseconds since an arbitrary start, waiting, and UTC. Nothing else in CoinRig
/// reads the system's time or sleeps.
/// </summary>
public interface IRigClock
{
    /// <summary>Nanoseconds since the clock's start; never goes back.</summary>
    long Nanoseconds { get; }

    /// <summary>The UTC time now. May jump when a real clock is set; never use it to measure a duration.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Returns once <see cref="Nanoseconds"/> is at least <paramref name="nanoseconds"/>; at once if it is already.</summary>
    void WaitUntil(long nanoseconds);
}
