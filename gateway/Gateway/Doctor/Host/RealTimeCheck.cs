using System.Globalization;

namespace CoinRig.Gateway;

/// <summary>Whether the measuring thread may go before all others.</summary>
static class RealTimeCheck
{
    /// <summary>CAP_SYS_NICE (linux/capability.h).</summary>
    const int NiceCapability = 23;

    const string Limit = "Max realtime priority", Capabilities = "CapEff:";

    internal static Finding? Look(HostFiles host)
    {
        var limit = host.Text("/proc/self/limits")?.Split('\n').FirstOrDefault(l => l.StartsWith(Limit, StringComparison.Ordinal));
        var allowed = limit?[Limit.Length..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        var effective = host.Text("/proc/self/status")?.Split('\n').FirstOrDefault(l => l.StartsWith(Capabilities, StringComparison.Ordinal));
        var mayAlways = effective is not null && ulong.TryParse(effective.AsSpan(Capabilities.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bits)
            && (bits >> NiceCapability & 1) != 0;
        return allowed == "0" && !mayAlways
            ? new(0, "no-realtime-priority", "No real-time priority is permitted to this user: a busy computer makes scans late (they are counted and flagged).")
            : null;
    }
}
