namespace CoinRig.Gateway;

/// <summary>Whether the system's clock was set: a Raspberry Pi has none that runs without power.</summary>
static class TimeCheck
{
    /// <summary>No computer that runs this program is in an earlier year.</summary>
    const int EarliestYear = 2026;

    internal static Finding? Look(HostFiles host, DateTimeOffset now) =>
        now.Year < EarliestYear ? new(0, "clock-not-set", $"The system's clock says {now:yyyy-MM-dd HH:mm} UTC.")
        : host.Exists("/run/systemd/timesync") && !host.Exists("/run/systemd/timesync/synchronized")
        ? new(0, "clock-not-synchronized", "The system's clock was not synchronized since the start (systemd-timesyncd).")
        : null;
}
