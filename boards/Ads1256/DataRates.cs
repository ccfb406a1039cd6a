namespace Iot.Device.Ads1256;

/// <summary>What a <see cref="DataRate"/> means in numbers.</summary>
public static class DataRates
{
    /// <summary>Samples a second after the fixed sinc5 filter, before the averager: 7.68 MHz / 256.</summary>
    const double FilterSamplesPerSecond = 30_000;

    static readonly DataRate[] AllRates =
    [
        DataRate.Sps30000, DataRate.Sps15000, DataRate.Sps7500, DataRate.Sps3750, DataRate.Sps2000, DataRate.Sps1000,
        DataRate.Sps500, DataRate.Sps100, DataRate.Sps60, DataRate.Sps50, DataRate.Sps30, DataRate.Sps25, DataRate.Sps15,
        DataRate.Sps10, DataRate.Sps5, DataRate.Sps2Point5,
    ];

    static readonly int[] AllAverages = [1, 2, 4, 8, 15, 30, 60, 300, 500, 600, 1_000, 1_200, 2_000, 3_000, 6_000, 12_000];

    /// <summary>All sixteen rates, fastest first.</summary>
    public static IReadOnlyList<DataRate> All => AllRates;

    /// <summary>Number of filter outputs averaged to one result (SBAS288K, table 11).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the sixteen codes.</exception>
    public static int Averages(this DataRate rate) => AllAverages[rate.Index()];

    /// <summary>Samples a second at a master clock of 7.68 MHz.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the sixteen codes.</exception>
    public static double SamplesPerSecond(this DataRate rate) => FilterSamplesPerSecond / rate.Averages();

    /// <summary>The rate of so many samples a second at a master clock of 7.68 MHz.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The chip does not have that rate.</exception>
    public static DataRate FromSamplesPerSecond(double samplesPerSecond)
    {
        foreach (var rate in AllRates)
        {
            if (Math.Abs(rate.SamplesPerSecond() - samplesPerSecond) <= 1e-6 * samplesPerSecond)
            {
                return rate;
            }
        }
        throw new ArgumentOutOfRangeException(nameof(samplesPerSecond), samplesPerSecond,
            $"The ADS1256 converts at {string.Join(", ", AllRates.Select(rate => rate.SamplesPerSecond()))} samples a second.");
    }

    /// <summary>Place in <see cref="All"/>.</summary>
    internal static int Index(this DataRate rate)
    {
        var index = Array.IndexOf(AllRates, rate);
        return index >= 0 ? index : throw new ArgumentOutOfRangeException(nameof(rate), rate,
            $"0x{(byte)rate:X2} is none of the ADS1256's sixteen DRATE codes.");
    }
}
