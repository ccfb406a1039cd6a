namespace CoinRig.Twin;

/// <summary>
/// The data rates of the ADS1256 at 7.68 MHz (SBAS288K): DRATE codes, averages, settling, and the constants of the
/// calibration arithmetic. Everything is indexed from the slowest rate (2.5 SPS) to the fastest (30 kSPS).
/// </summary>
static class AdsRate
{
    internal const int Count = 16;

    internal static readonly double[] SamplesPerSecond = [2.5, 5, 10, 15, 25, 30, 50, 60, 100, 500, 1000, 2000, 3750, 7500, 15000, 30000];

    static readonly byte[] Codes = [0x03, 0x13, 0x23, 0x33, 0x43, 0x53, 0x63, 0x72, 0x82, 0x92, 0xA1, 0xB0, 0xC0, 0xD0, 0xE0, 0xF0];
    static readonly int[] Averages = [12000, 6000, 3000, 2000, 1200, 1000, 600, 500, 300, 60, 30, 15, 8, 4, 2, 1];
    static readonly sbyte[] IndexOfCode = Indices();

    /// <summary>The index of a DRATE code; -1 where the data sheet has no such code.</summary>
    internal static int IndexOf(byte code) => IndexOfCode[code];

    /// <summary>All codes, for a message.</summary>
    internal static string CodeList => string.Join(" ", Codes.Select(c => c.ToString("X2")));

    /// <summary>One conversion period in clocks: 256 a modulator decimation, times the averages.</summary>
    internal static long PeriodClocks(int rate) => Averages[rate] * 256L;

    /// <summary>One conversion period, ns.</summary>
    internal static long Period(int rate) => AdsTiming.Nanoseconds(PeriodClocks(rate));

    /// <summary>Settling after SYNC or a step (t18), clocks: the averages and five periods of the sinc5 filter, and 64.</summary>
    internal static long SettlingClocks(int rate) => (Averages[rate] + 5) * 256L + 64;

    /// <summary>Settling (t18), ns.</summary>
    internal static long Settling(int rate) => AdsTiming.Nanoseconds(SettlingClocks(rate));

    static sbyte[] Indices()
    {
        var indices = new sbyte[256];
        Array.Fill(indices, (sbyte)-1);
        for (var i = 0; i < Count; i++)
        {
            indices[Codes[i]] = (sbyte)i;
        }
        return indices;
    }
}
