using System.Globalization;

namespace CoinRig.Twin;

/// <summary>
/// Times of the ADS1256 in periods of its master clock, tau = 1/7.68 MHz = 130.208 ns (SBAS288K, timing characteristics). Limits are
/// rounded down to whole nanoseconds, so that a host which keeps a limit exactly is not refused for a rounding.
/// </summary>
static class AdsTiming
{
    /// <summary>Shortest SCLK period is 4 tau: the fastest clock, Hz (t1).</summary>
    internal const int FastestClockHertz = 1_920_000;

    /// <summary>Longest SCLK period, in conversion periods (t1).</summary>
    internal const int LongestClockPeriods = 10;

    /// <summary>SCLK low for so many conversion periods resets the serial interface.</summary>
    internal const int InterfaceTimeoutPeriods = 32;

    /// <summary>SYNC/PDWN low for so many conversion periods powers the chip down.</summary>
    internal const int PowerDownPeriods = 20;

    /// <summary>From the last edge of a command to the first of its data (t6), tau.</summary>
    internal const int CommandToData = 50;

    /// <summary>CS stays low after the last SCLK edge (t10), tau.</summary>
    internal const int SelectHold = 8;

    /// <summary>From RREG, WREG or RDATA to the next command (t11), tau.</summary>
    internal const int AfterRegister = 4;

    /// <summary>From RDATAC, SDATAC or SYNC to the next command (t11), tau.</summary>
    internal const int AfterSync = 24;

    /// <summary>RESET or SYNC/PDWN low (t16), tau.</summary>
    internal const int PinLow = 4;

    /// <summary>Data are being updated before DRDY falls (t17), tau.</summary>
    internal const int Update = 16;

    /// <summary>Leaving standby takes longer than a SYNC by this, tau.</summary>
    internal const int WakeUp = 256;

    /// <summary>Start of the crystal, ns.</summary>
    internal const long CrystalStart = 30_000_000;

    internal static readonly long DataGap = Nanoseconds(CommandToData);
    internal static readonly long UpdatePulse = Nanoseconds(Update);
    internal static readonly long SelectGap = Nanoseconds(SelectHold);

    /// <summary>Whole nanoseconds in so many periods of the master clock (tau is 3125/24 ns).</summary>
    internal static long Nanoseconds(long clocks) => clocks * 3125 / 24;

    /// <summary>Whole periods of the master clock in so many nanoseconds.</summary>
    internal static long Clocks(long nanoseconds) => nanoseconds * 24 / 3125;

    /// <summary>A refusal that names a time and the time asked for.</summary>
    internal static TimingViolationException TooEarly(string symbol, string what, long nanoseconds, int clocks)
        => new(symbol, $"{what} {Text(nanoseconds)}, the data sheet asks for {Text(Nanoseconds(clocks))} ({clocks} tau)");

    /// <summary>A time as a person says it.</summary>
    internal static string Text(long nanoseconds) => nanoseconds switch
    {
        < 1_000 => $"{nanoseconds} ns",
        < 1_000_000 => (nanoseconds / 1e3).ToString("0.## us", CultureInfo.InvariantCulture),
        _ => (nanoseconds / 1e6).ToString("0.### ms", CultureInfo.InvariantCulture),
    };
}
