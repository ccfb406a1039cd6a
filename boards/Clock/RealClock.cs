using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CoinRig.Clock;

/// <summary>
/// The monotonic clock of the machine. A wait sleeps until shortly before its end and spins the rest, for a thread that must be
/// punctual: on Linux a sleep to an absolute time, which a preemption between looking at the clock and sleeping cannot lengthen.
/// </summary>
public sealed partial class RealClock : IRigClock
{
    /// <summary>Linux wakes a sleeper late by about this much; the remainder is spun.</summary>
    const long SpinNanoseconds = 50_000;

    const int Monotonic = 1;
    const int AbsoluteTime = 1;

    /// <summary>A sleep has a longest duration; an hour is far below it.</summary>
    const long LongestSleepNanoseconds = 3_600 * RigClockExtensions.Second;

    readonly long _start = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public long Nanoseconds => Stopwatch.GetElapsedTime(_start).Ticks * 100;

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => TimeProvider.System.GetUtcNow();

    /// <inheritdoc/>
    public void WaitUntil(long nanoseconds)
    {
        for (long now; (now = Nanoseconds) < nanoseconds;)
        {
            var left = Math.Min(nanoseconds - now, LongestSleepNanoseconds);
            if (left > 2 * SpinNanoseconds)
            {
                Sleep(now + left - SpinNanoseconds, left - SpinNanoseconds);
            }
            else
            {
                Thread.SpinWait(20);
            }
        }
    }

    /// <summary>Sleeps once; may return early.</summary>
    void Sleep(long until, long duration)
    {
        if (OperatingSystem.IsLinux())
        {
            // On Linux a Stopwatch tells CLOCK_MONOTONIC in nanoseconds.
            var (seconds, nanoseconds) = Math.DivRem(_start + until, RigClockExtensions.Second);
            _ = ClockNanosleep(Monotonic, AbsoluteTime, new Timespec { Seconds = (nint)seconds, Nanoseconds = (nint)nanoseconds }, 0);
        }
        else
        {
            Thread.Sleep(TimeSpan.FromTicks(duration / 100));
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_nanosleep")]
    internal static partial int ClockNanosleep(int clock, int flags, in Timespec until, nint remaining);

    internal struct Timespec
    {
        internal nint Seconds;
        internal nint Nanoseconds;
    }
}
