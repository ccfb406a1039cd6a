namespace CoinRig.Twin;

/// <summary>The calibrations of the ADS1256, in the order of their commands F0h to F4h.</summary>
enum AdsCalibrationKind
{
    SelfOffsetAndGain,
    SelfOffset,
    SelfGain,
    SystemOffset,
    SystemGain,
}

/// <summary>
/// Durations and arithmetic (SBAS288K, calibration) of the calibrations. Output code = (fraction - OFC/alpha) FSC beta. The beta of
/// the data sheet times its ideal FSC is 2^23 within 0.003 %; here it is the beta for which a full scale input gives 7FFFFFh.
/// </summary>
static class AdsCalibration
{
    /// <summary>The code of full scale.</summary>
    internal const double FullScaleCode = 0x7FFFFF;

    static readonly double[] Alphas = [0x5DC000, 0x5DC000, 0x5DC000, 0x3E8000, 0x4B0000, 0x3E8000, 0x4B0000, 0x3E8000, 0x4B0000,
        0x3C0000, 0x3C0000, 0x3C0000, 0x400000, 0x400000, 0x400000, 0x400000];

    static readonly int[] IdealFullScales = [0x2EE14C, 0x2EE14C, 0x2EE14C, 0x4651F3, 0x3A99A0, 0x4651F3, 0x3A99A0, 0x4651F3, 0x3A99A0,
        0x494008, 0x494008, 0x494008, 0x44AC08, 0x44AC08, 0x44AC08, 0x44AC08];

    /// <summary>Microseconds: offset, system gain, self gain at gain 1, 2, 4, 8 and 16 or more, self at the same gains.</summary>
    static readonly double[][] Microseconds =
    [
        [800.3e3, 800.4e3, 827.0e3, 827.0e3, 827.0e3, 827.0e3, 827.0e3, 1227.2e3, 1227.2e3, 1227.2e3, 1227.2e3, 1227.2e3],
        [400.3e3, 400.4e3, 413.7e3, 413.7e3, 413.7e3, 413.7e3, 413.7e3, 613.8e3, 613.8e3, 613.8e3, 613.8e3, 613.8e3],
        [200.3e3, 200.4e3, 207.0e3, 207.0e3, 207.0e3, 207.0e3, 207.0e3, 307.2e3, 307.2e3, 307.2e3, 307.2e3, 307.2e3],
        [133.7e3, 133.7e3, 135.3e3, 135.3e3, 135.3e3, 135.3e3, 135.3e3, 202.1e3, 202.1e3, 202.1e3, 202.1e3, 202.1e3],
        [80.3e3, 80.4e3, 83.0e3, 83.0e3, 83.0e3, 83.0e3, 83.0e3, 123.2e3, 123.2e3, 123.2e3, 123.2e3, 123.2e3],
        [67.0e3, 67.0e3, 67.8e3, 67.8e3, 67.8e3, 67.8e3, 67.8e3, 101.3e3, 101.3e3, 101.3e3, 101.3e3, 101.3e3],
        [40.3e3, 40.4e3, 41.7e3, 41.7e3, 41.7e3, 41.7e3, 41.7e3, 61.8e3, 61.8e3, 61.8e3, 61.8e3, 61.8e3],
        [33.7e3, 33.7e3, 34.1e3, 34.1e3, 34.1e3, 34.1e3, 34.1e3, 50.9e3, 50.9e3, 50.9e3, 50.9e3, 50.9e3],
        [20.3e3, 20.4e3, 21.0e3, 21.0e3, 21.0e3, 21.0e3, 21.0e3, 31.2e3, 31.2e3, 31.2e3, 31.2e3, 31.2e3],
        [4.3e3, 4.4e3, 4.5e3, 4.5e3, 4.5e3, 4.5e3, 4.5e3, 6.6e3, 6.6e3, 6.6e3, 6.6e3, 6.6e3],
        [2.3e3, 2.4e3, 2.4e3, 2.4e3, 2.4e3, 2.4e3, 2.4e3, 3.6e3, 3.6e3, 3.6e3, 3.6e3, 3.6e3],
        [1.3e3, 1.4e3, 1.4e3, 1.4e3, 1.4e3, 1.4e3, 1.4e3, 2.0e3, 2.0e3, 2.0e3, 2.0e3, 2.0e3],
        [853, 884, 884, 884, 884, 884, 884, 1.3e3, 1.3e3, 1.3e3, 1.3e3, 1.3e3],
        [587, 617, 617, 617, 617, 617, 751, 896, 896, 896, 896, 1029],
        [453, 484, 484, 484, 484, 551, 551, 696, 696, 696, 762, 896],
        [387, 417, 417, 417, 451, 517, 651, 596, 596, 692, 696, 892],
    ];

    /// <summary>How long a calibration takes, settling of the next result included, ns.</summary>
    internal static long Duration(AdsCalibrationKind kind, int rate, int gainIndex)
    {
        var gain = Math.Min(gainIndex, 4);
        var column = kind switch
        {
            AdsCalibrationKind.SelfOffset or AdsCalibrationKind.SystemOffset => 0,
            AdsCalibrationKind.SystemGain => 1,
            AdsCalibrationKind.SelfGain => 2 + gain,
            _ => 7 + gain,
        };
        return (long)Math.Round(Microseconds[rate][column] * 1e3);
    }

    /// <summary>The output code, clipped to 24 bits.</summary>
    internal static int Code(AdsRegisters registers, double fraction)
    {
        var rate = registers.RateIndex;
        var code = (fraction - registers.OffsetValue / Alphas[rate]) * registers.FullScaleValue * (FullScaleCode / IdealFullScales[rate]);
        return (int)Math.Round(Math.Clamp(code, -0x800000, 0x7FFFFF));
    }

    /// <summary>Sets the offset register so that this fraction of full scale reads 0.</summary>
    internal static void SetOffset(AdsRegisters registers, double fraction)
        => registers.OffsetValue = (int)Math.Round(Math.Clamp(fraction * Alphas[registers.RateIndex], -0x800000, 0x7FFFFF));

    /// <summary>Sets the gain register so that this fraction of full scale reads <paramref name="target"/> of full scale.</summary>
    internal static void SetFullScale(AdsRegisters registers, double fraction, double target)
    {
        var net = fraction - registers.OffsetValue / Alphas[registers.RateIndex];
        var value = net > 0 ? target * IdealFullScales[registers.RateIndex] / net : 0xFFFFFF;
        registers.FullScaleValue = (int)Math.Round(Math.Min(value, 0xFFFFFF));
    }
}
