using System.Runtime.InteropServices;

namespace CoinRig.Gateway;

/// <summary>Asks the system for what makes the calling thread punctual, and says what to do where it refuses.</summary>
static class RealTimeRights
{
    /// <summary>Asks for real-time priority and locked memory; what is refused is done without.</summary>
    /// <returns>What was refused and what to do about it; null where all was granted.</returns>
    internal static string? Ask(IRealTimeKernel kernel)
    {
        var memory = kernel.LockMemory();
        var priority = kernel.RunFirst(ScanThread.Priority);
        if (memory == 0 && priority == 0)
        {
            return null;
        }
        List<string> refusals = [], unit = [], limits = [];
        if (priority != 0)
        {
            refusals.Add($"SCHED_FIFO {ScanThread.Priority}: {Words(priority)}");
            unit.Add($"'LimitRTPRIO={ScanThread.Priority}'");
            limits.Add($"'@spi - rtprio {ScanThread.Priority}'");
        }
        if (memory != 0)
        {
            refusals.Add($"locking memory: {Words(memory)}");
            unit.Add("'LimitMEMLOCK=infinity'");
            limits.Add("'@spi - memlock unlimited'");
        }
        return $"The system does not let the scan be punctual ({string.Join("; ", refusals)}). On a busy computer scans may come late; those that do are counted "
            + $"and flagged. To allow it put {string.Join(" and ", unit)} into the [Service] part of the systemd unit, or {string.Join(" and ", limits)} into "
            + "/etc/security/limits.d/coinrig.conf and log in again.";
    }

    static string Words(int error) => $"{Marshal.GetPInvokeErrorMessage(error)}, error {error}";
}
