namespace CoinRig.Clock;

/// <summary>Waiting for a duration, in terms of <see cref="IRigClock.WaitUntil"/>.</summary>
public static class RigClockExtensions
{
    /// <summary>Nanoseconds in a second.</summary>
    public const long Second = 1_000_000_000;

    /// <summary>Nanoseconds in a millisecond.</summary>
    public const long Millisecond = 1_000_000;

    /// <summary>Nanoseconds in a microsecond.</summary>
    public const long Microsecond = 1_000;

    /// <summary>Waits for <paramref name="nanoseconds"/> from now.</summary>
    public static void Wait(this IRigClock clock, long nanoseconds) => clock.WaitUntil(clock.Nanoseconds + nanoseconds);
}
