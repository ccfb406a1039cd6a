using CoinRig.Clock;
using CoinRig.FrontEnd;

namespace CoinRig.Gateway;

/// <summary>Looks at the computer that a board hangs on.</summary>
/// <param name="host">Its files.</param>
/// <param name="clock">The real clock.</param>
/// <param name="disk">What is asked of the disk.</param>
sealed class HostDoctor(HostFiles host, IRigClock clock, DiskCheck disk)
{
    /// <summary>Looks at everything.</summary>
    internal IReadOnlyList<Checked> Run(BoardProfile profile, string runsFolder, List<string> measured)
    {
        BootLines(profile, measured);
        return
        [
            new("computer", "SPI device files", SpiCheck.Look(host, profile)),
            new("computer", "GPIO lines", GpioCheck.Look(host)),
            new("computer", "permissions", PermissionCheck.Look(host)),
            new("computer", "clock", TimeCheck.Look(host, clock.UtcNow)),
            new("computer", "supply, temperature", PowerCheck.Look(host)),
            new("computer", "real-time priority", RealTimeCheck.Look(host)),
            new("computer", "disk for runs", disk.Look(runsFolder, clock, measured)),
        ];
    }

    /// <summary>Lines that a Pi pulls low until a program runs, unless its firmware or a resistor takes them high: which, it cannot be seen from here.</summary>
    void BootLines(BoardProfile profile, List<string> measured)
    {
        var high = (host.BootConfiguration() ?? []).Where(l => l.StartsWith("gpio=", StringComparison.Ordinal) && l.EndsWith("=op,dh", StringComparison.Ordinal))
            .SelectMany(l => l["gpio=".Length..^"=op,dh".Length].Split(',')).ToHashSet();
        var low = new[] { profile.Pins.Reset, profile.Pins.SyncPowerDown, profile.Pins.AdcChipSelect, profile.Pins.DacChipSelect }.Where(p => p >= 0 && !high.Contains($"{p}")).Order().ToArray();
        if (host.BootConfiguration() is not null && low.Length > 0)
        {
            measured.Add($"GPIO {string.Join(", ", low)} are low from power-up until a program runs, unless 10 kohm pull them up: gpio={string.Join(',', low)}=op,dh in config.txt mends that");
        }
    }
}
