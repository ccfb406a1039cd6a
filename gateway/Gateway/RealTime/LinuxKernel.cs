using System.Runtime.InteropServices;

namespace CoinRig.Gateway;

/// <summary>The calls of Linux, after sched_setscheduler(2) and mlockall(2).</summary>
sealed partial class LinuxKernel : IRealTimeKernel
{
    const int Fifo = 1;
    const int RoundRobin = 2;
    const int ResetOnFork = 0x40000000;
    const int LockCurrent = 1;
    const int LockFuture = 2;
    const int LockOnFault = 4;

    /// <inheritdoc/>
    public int RunFirst(int priority)
    {
        // systemd may have given the policy already (CPUSchedulingPolicy=), together with a filter that forbids to ask for it.
        if ((GetScheduler(0) & ~ResetOnFork) is Fifo or RoundRobin)
        {
            return 0;
        }
        // Threads that this one happens to start, such as the pool's, are to be ordinary ones.
        return SetScheduler(0, Fifo | ResetOnFork, priority) == 0 ? 0 : Marshal.GetLastPInvokeError();
    }

    /// <inheritdoc/>
    /// <remarks>What was used once stays. Without MCL_ONFAULT all that is mapped would be loaded too, the unused parts of stacks and heap with
    /// it: 203 MB instead of 63 MB, and scans were not more punctual.</remarks>
    public int LockMemory() =>
        LockAll(LockCurrent | LockFuture | LockOnFault) == 0 ? 0 : Marshal.GetLastPInvokeError();

    [LibraryImport("libc", EntryPoint = "sched_getscheduler")]
    internal static partial int GetScheduler(int thread);

    // sched_param has one member, the priority.
    [LibraryImport("libc", EntryPoint = "sched_setscheduler", SetLastError = true)]
    internal static partial int SetScheduler(int thread, int policy, in int priority);

    [LibraryImport("libc", EntryPoint = "mlockall", SetLastError = true)]
    internal static partial int LockAll(int flags);
}
