using System.Runtime;
using CoinRig.Clock;
using CoinRig.Control;

namespace CoinRig.Gateway;

/// <summary>The thread on which a run is scanned, punctual where the clock is real and the system allows it.</summary>
static class ScanThread
{
    /// <summary>
    /// Above every ordinary thread; below 50, where a kernel with PREEMPT_RT serves its interrupts, because the scan waits for those of
    /// the SPI bus.
    /// </summary>
    internal const int Priority = 20;

    /// <summary>A scan needs little, and what is locked in memory is paid for.</summary>
    const int StackBytes = 1 << 20;

    /// <summary>Starts to scan, and returns once the thread is as punctual as it can be made.</summary>
    /// <param name="clock">The rig's clock.</param>
    /// <param name="run">The run, which is told of it too.</param>
    /// <param name="kernel">The system that is asked; null where time is virtual or nothing is to be asked for.</param>
    /// <param name="ended">Called once the run has ended.</param>
    /// <param name="warning">What the system refused, and what to do about it; null where nothing was.</param>
    internal static Thread Start(IRigClock clock, ChannelRun run, IRealTimeKernel? kernel, Action ended, out string? warning)
    {
        string? refused = null;
        using var ready = new ManualResetEventSlim();
        var thread = new Thread(() =>
        {
            refused = kernel is null ? null : Prepare(kernel, run);
            ready.Set();
            Runner.Run(clock, run);
            ended();
        }, StackBytes) { Name = "scan" };
        thread.Start();
        ready.Wait();
        warning = refused;
        return thread;
    }

    static string? Prepare(IRealTimeKernel kernel, ChannelRun run)
    {
        var warning = MakePunctual(kernel);
        Note(run, warning);
        return warning;
    }

    /// <summary>Makes the calling thread as punctual as the system allows.</summary>
    /// <returns>What was refused, and what to do about it; null where nothing was.</returns>
    internal static string? MakePunctual(IRealTimeKernel kernel)
    {
        // Full blocking collections only where memory is short; those of the youngest objects take well below a millisecond.
        GCSettings.LatencyMode = GCLatencyMode.SustainedLowLatency;
        return RealTimeRights.Ask(kernel);
    }

    /// <summary>Tells a run, before its first scan, how punctual its thread is.</summary>
    internal static void Note(ChannelRun run, string? warning) => run.Note(warning is null ? "real-time" : "real-time-refused", warning is null ? EventSeverity.Note : EventSeverity.Warning,
            warning ?? $"Scans run on a thread of real-time priority {Priority} (SCHED_FIFO) and the program's memory is locked.");
}
