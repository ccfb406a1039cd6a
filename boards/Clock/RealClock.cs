using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CoinRig.Clock;

/// <summary>
/// The monotonic clock of the machine. A wait sleeps until shortly before its end and spins the rest, for a thread that must be
/// punctual: on Linux a sleep to an absolute time, which a preemption between looking at the clock and sleeping cannot lengthen. How much before is learnt from how
/// late its sleeps end on this machine and thread, because what is spun is processor time.
/// </summary>
public sealed partial class RealClock : IRigClock
{
    /// <summary>A sleep that ends later than this was held up by something else, and says nothing of the next.</summary>
    const long MostLateNanoseconds = 50_000;

    /// <summary>What is spun beyond the usual lateness of a sleep: between two sleeps it differs by some microseconds.</summary>
    const long SpinNanoseconds = 4_000;

    /// <summary>What was learnt is forgotten by this part a sleep, so that one late sleep does not spin for long.</summary>
    const long ForgottenPart = 64;

    /// <summary>prctl(2): Linux may end an ordinary thread's sleep by so much later than asked for, 50 us where nothing is said.</summary>
    const int SetTimerSlack = 29;
    const nuint TimerSlackNanoseconds = 1_000;

    /// <summary>How late sleeps of this thread end, ns; 0 before the first.</summary>
    [ThreadStatic]
    static long s_late;

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
            var ahead = SpinNanoseconds + (s_late == 0 ? MostLateNanoseconds : s_late);
            if (left > 2 * ahead)
            {
                Sleep(now + left - ahead, left - ahead);
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
            if (s_late == 0)
            {
                _ = ProcessControl(SetTimerSlack, TimerSlackNanoseconds, 0, 0, 0);
            }
            // On Linux a Stopwatch tells CLOCK_MONOTONIC in nanoseconds.
            var (seconds, nanoseconds) = Math.DivRem(_start + until, RigClockExtensions.Second);
            _ = ClockNanosleep(Monotonic, AbsoluteTime, new Timespec { Seconds = (nint)seconds, Nanoseconds = (nint)nanoseconds }, 0);
            var late = Math.Clamp(Nanoseconds - until, 1, MostLateNanoseconds);
            s_late = late > s_late ? late : s_late - (s_late - late) / ForgottenPart;
        }
        else
        {
            Thread.Sleep(TimeSpan.FromTicks(duration / 100));
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_nanosleep")]
    internal static partial int ClockNanosleep(int clock, int flags, in Timespec until, nint remaining);

    [LibraryImport("libc", EntryPoint = "prctl")]
    internal static partial int ProcessControl(int option, nuint argument2, nuint argument3, nuint argument4, nuint argument5);

    internal struct Timespec
    {
        internal nint Seconds;
        internal nint Nanoseconds;
    }
}
