namespace Iot.Device.Ads1256;

/// <summary>How long the chip takes. All times scale with the master clock.</summary>
public static class Ads1256Timing
{
    /// <summary>The master clock that the data sheet's numbers are for, Hz.</summary>
    public const int NominalMasterClockHertz = 7_680_000;

    /// <summary>Clock periods of the master clock in one output of the sinc5 filter.</summary>
    const int FilterPeriods = 256;

    /// <summary>Time between results that follow each other without a restart, ns.</summary>
    public static long PeriodNanoseconds(DataRate rate, int masterClockHertz = NominalMasterClockHertz) =>
        Periods((long)rate.Averages() * FilterPeriods, masterClockHertz);

    /// <summary>
    /// t18, from WAKEUP after SYNC to the settled result, ns. Data sheet tables 13 and 14 are reproduced by
    /// (averages + 5) * 256 + 64 periods of the master clock.
    /// </summary>
    public static long SettlingNanoseconds(DataRate rate, int masterClockHertz = NominalMasterClockHertz) =>
        Periods((rate.Averages() + 5L) * FilterPeriods + 64, masterClockHertz);

    /// <summary>From WAKEUP in standby to the settled result, ns: t18 and 256 periods more (SBAS288K, one-shot mode).</summary>
    public static long StandbySettlingNanoseconds(DataRate rate, int masterClockHertz = NominalMasterClockHertz) =>
        Periods((rate.Averages() + 6L) * FilterPeriods + 64, masterClockHertz);

    /// <summary>How long a calibration takes, ns (SBAS288K, tables 16 to 19).</summary>
    public static long CalibrationNanoseconds(CalibrationKind kind, DataRate rate, PgaGain gain, int masterClockHertz = NominalMasterClockHertz) =>
        (long)Math.Round(CalibrationTimes.Microseconds(kind, rate, gain) * 1e3 * NominalMasterClockHertz / masterClockHertz);

    /// <summary>So many periods of the master clock, ns, rounded up.</summary>
    internal static long Periods(long count, int masterClockHertz) => (count * 1_000_000_000L + masterClockHertz - 1) / masterClockHertz;
}
