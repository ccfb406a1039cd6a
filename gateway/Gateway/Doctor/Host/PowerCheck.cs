using System.Globalization;

namespace CoinRig.Gateway;

/// <summary>The Pi's supply and its temperature.</summary>
static class PowerCheck
{
    /// <summary>Bits of the firmware's get_throttled: the supply is low now, and was since the start.</summary>
    const int LowNow = 1 << 0, LowSinceStart = 1 << 16;

    /// <summary>A Pi slows down at 80 to 85 degC.</summary>
    const double HottestCelsius = 80;

    internal static Finding? Look(HostFiles host)
    {
        if (MonitorSaysLow(host))
        {
            return new(0, "undervoltage", "The Pi says that its 5 V is too low (below 4.63 V) at this moment.");
        }
        var throttled = host.Text("/sys/devices/platform/soc/soc:firmware/get_throttled");
        if (int.TryParse(throttled, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bits) && (bits & (LowNow | LowSinceStart)) != 0)
        {
            return new(0, "undervoltage", (bits & LowNow) != 0 ? "The Pi says that its 5 V is too low (below 4.63 V) at this moment." : "The Pi's 5 V was too low (below 4.63 V) at some time since it was started.");
        }
        return double.TryParse(host.Text("/sys/class/thermal/thermal_zone0/temp"), CultureInfo.InvariantCulture, out var millidegrees) && millidegrees / 1e3 >= HottestCelsius
            ? new(0, "processor-hot", $"The processor has {millidegrees / 1e3:0} degC.")
            : null;
    }

    /// <summary>Whether the supply is too low at this moment.</summary>
    internal static bool IsLowNow(HostFiles host) => MonitorSaysLow(host)
        || (int.TryParse(host.Text("/sys/devices/platform/soc/soc:firmware/get_throttled"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bits) && (bits & LowNow) != 0);

    /// <summary>By name: the numbers of hwmon change from one start to the next.</summary>
    static bool MonitorSaysLow(HostFiles host) =>
        host.In("/sys/class/hwmon").FirstOrDefault(h => host.Text($"{h}/name") == "rpi_volt") is { } monitor && host.Text($"{monitor}/in0_lcrit_alarm") == "1";
}
