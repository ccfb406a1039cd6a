namespace Iot.Device.Ads1256;

/// <summary>Noise referred to the input, inputs shorted, buffer off, at a reference of 2.5 V (SBAS288K, noise tables).</summary>
public static class TypicalNoise
{
    /// <summary>Microvolts rms: rates from 2.5 to 30,000 SPS, gains 1, 2, 4 .. 64.</summary>
    static readonly double[,] Microvolts =
    {
        { 0.247, 0.149, 0.097, 0.058, 0.036, 0.031, 0.027 },
        { 0.275, 0.176, 0.109, 0.070, 0.046, 0.039, 0.038 },
        { 0.338, 0.201, 0.129, 0.084, 0.063, 0.048, 0.047 },
        { 0.401, 0.221, 0.150, 0.109, 0.070, 0.063, 0.057 },
        { 0.485, 0.279, 0.177, 0.136, 0.093, 0.076, 0.076 },
        { 0.559, 0.315, 0.202, 0.142, 0.107, 0.093, 0.082 },
        { 0.644, 0.390, 0.238, 0.187, 0.129, 0.108, 0.103 },
        { 0.688, 0.417, 0.281, 0.204, 0.134, 0.109, 0.111 },
        { 0.815, 0.530, 0.360, 0.233, 0.169, 0.123, 0.122 },
        { 1.957, 1.148, 0.772, 0.531, 0.375, 0.276, 0.259 },
        { 2.803, 1.797, 1.191, 0.940, 0.518, 0.392, 0.365 },
        { 4.025, 2.444, 1.615, 1.310, 0.700, 0.526, 0.461 },
        { 5.413, 3.250, 2.061, 1.578, 0.914, 0.693, 0.625 },
        { 7.017, 4.143, 2.722, 1.998, 1.241, 0.914, 0.857 },
        { 8.862, 5.432, 3.378, 2.411, 1.569, 1.149, 1.051 },
        { 10.341, 6.137, 3.873, 2.775, 1.805, 1.313, 1.211 },
    };

    /// <summary>Noise of one conversion, V rms.</summary>
    public static double Volts(DataRate rate, PgaGain gain)
    {
        PgaGains.Validate(gain);
        var row = DataRates.All.OrderBy(r => r.SamplesPerSecond()).TakeWhile(r => r != rate).Count();
        return row < Microvolts.GetLength(0) ? 1e-6 * Microvolts[row, (int)gain]
            : throw new ArgumentOutOfRangeException(nameof(rate), rate, "The ADS1256 has sixteen data rates.");
    }
}
