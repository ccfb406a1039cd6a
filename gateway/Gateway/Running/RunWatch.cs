using CoinRig.Control;

namespace CoinRig.Gateway;

/// <summary>What is looked after while a run goes, now and then and never by the scan: disk, supply, and systemd's watchdog.</summary>
/// <param name="run">The run.</param>
/// <param name="disk">Its disk.</param>
/// <param name="supply">The computer's supply.</param>
/// <param name="watchdog">systemd's watchdog; null where the process is no service.</param>
sealed class RunWatch(ChannelRun run, DiskWatch disk, SupplyWatch supply, SystemdWatchdog? watchdog)
{
    const double EverySeconds = 5;

    double _next;

    /// <summary>Looks where it is time.</summary>
    /// <param name="seconds">Real time, s.</param>
    internal void Look(double seconds)
    {
        if (seconds < _next)
        {
            return;
        }
        _next = seconds + EverySeconds;
        disk.Look(run, seconds);
        supply.Look(run);
        watchdog?.Feed(run.Live);
    }
}
