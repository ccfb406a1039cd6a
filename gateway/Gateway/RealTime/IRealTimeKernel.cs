namespace CoinRig.Gateway;

/// <summary>What an operating system may grant to a thread that must be punctual. Each call gives the system's error number, 0 where it was granted.</summary>
interface IRealTimeKernel
{
    /// <summary>Runs the calling thread before all others, until it waits (SCHED_FIFO).</summary>
    /// <param name="priority">1 to 99.</param>
    int RunFirst(int priority);

    /// <summary>Keeps the program's memory, present and future, from being paged out.</summary>
    int LockMemory();
}
