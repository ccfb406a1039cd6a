using System.Diagnostics;

namespace CoinRig.Clock;

/// <summary>The monotonic clock of the machine. Long waits sleep; the last part is spun, for a thread that must be punctual.</summary>
public sealed class RealClock : IRigClock
{
    /// <summary>Linux wakes a sleeper late by about this much; the remainder is spun.</summary>
    const long SpinNanoseconds = 150_000;

    /// <summary>A sleep has a longest duration; an hour is far below it.</summary>
    const long LongestSleepNanoseconds = 3_600 * RigClockExtensions.Second;

    readonly long _start = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public long Nanoseconds => (long)(Stopwatch.GetElapsedTime(_start).Ticks * 100);

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => TimeProvider.System.GetUtcNow();

    /// <inheritdoc/>
    public void WaitUntil(long nanoseconds)
    {
        for (long now; (now = Nanoseconds) < nanoseconds;)
        {
            var left = Math.Min(nanoseconds - now, LongestSleepNanoseconds);
            if (left > SpinNanoseconds + RigClockExtensions.Millisecond)
            {
                Thread.Sleep(TimeSpan.FromTicks((left - SpinNanoseconds) / 100));
            }
            else
            {
                Thread.SpinWait(20);
            }
        }
    }
}
