using System.Globalization;

namespace CoinRig.Gateway;

/// <summary>The scan rate that was meant: a measured one, 99.9973 mV/s, to three digits, so that sweeps of one setting belong together.</summary>
static class NominalRate
{
    /// <param name="voltsPerSecond">As measured, V/s.</param>
    public static double Of(double voltsPerSecond) => double.Parse(voltsPerSecond.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
