using CoinRig.FrontEnd;
using CoinRig.Spi;

namespace CoinRig.Gateway;

/// <summary>The device files of the bus, and the overlay that the transport needs.</summary>
static class SpiCheck
{
    const int MostLines = 4;
    const string Overlay = "dtoverlay=spi0-";

    internal static Finding? Look(HostFiles host, BoardProfile profile)
    {
        var there = Enumerable.Range(0, MostLines).Where(line => host.Exists(SpidevDevice.PathOf(profile.SpiBus, line))).ToArray();
        var overlay = host.BootConfiguration()?.LastOrDefault(l => l.StartsWith(Overlay, StringComparison.Ordinal));
        if (there.Length == 0)
        {
            var isOn = overlay is not null || host.BootConfiguration()?.Contains("dtparam=spi=on") == true;
            return new(0, "spi-off", $"There is no /dev/spidev{profile.SpiBus}.*{(isOn ? ", though config.txt switches SPI on: the Pi was not restarted, or dmesg says why" : "")}.");
        }
        return profile.Transport == Transport.GpioChipSelect ? SelectedByProgram(profile, overlay) : SelectedByKernel(host, profile, there, overlay);
    }

    static Finding? SelectedByProgram(BoardProfile profile, string? overlay) =>
        new[] { profile.Pins.AdcChipSelect, profile.Pins.DacChipSelect }.FirstOrDefault(pin => overlay?.Contains($"_pin={pin}", StringComparison.Ordinal) == true, -1) is >= 0 and var taken
            ? new(0, "line-busy", $"config.txt gives GPIO {taken} to the kernel ({overlay}), and the profile's 'transport: gpio-cs' drives it itself.")
            : null;

    static Finding? SelectedByKernel(HostFiles host, BoardProfile profile, int[] there, string? overlay)
    {
        var missing = new[] { profile.ChipSelects.Adc, profile.ChipSelects.Dac }.Except(there).ToArray();
        return missing.Length > 0 ? new(0, "overlay-missing", $"There is no {SpidevDevice.PathOf(profile.SpiBus, missing[0])}, which selects a chip in the profile.")
            : host.BootConfiguration() is not null && overlay?.Contains("cs0_pin=", StringComparison.Ordinal) != true
            ? new(0, "overlay-missing", $"config.txt has no dtoverlay=spi0-2cs with cs0_pin and cs1_pin: /dev/spidev{profile.SpiBus}.* select GPIO 8 and 7, where no chip is.")
            : null;
    }
}
