namespace Iot.Device.Ads1256;

/// <summary>Durations of the calibrations at 7.68 MHz (SBAS288K, tables 16 to 19), one row a data rate, fastest first, in us.</summary>
static class CalibrationTimes
{
    static readonly int[] Offset =
        [387, 453, 587, 853, 1_300, 2_300, 4_300, 20_300, 33_700, 40_300, 67_000, 80_300, 133_700, 200_300, 400_300, 800_300];

    static readonly int[] SystemGain =
        [417, 484, 617, 884, 1_400, 2_400, 4_400, 20_400, 33_700, 40_400, 67_000, 80_400, 133_700, 200_400, 400_400, 800_400];

    /// <summary>Columns: gain 1, 2, 4, 8, 16 and more; one column where the gain does not matter.</summary>
    static readonly int[][] SelfGain =
    [
        [417, 417, 451, 517, 651], [484, 484, 484, 551, 551], [617, 617, 617, 617, 751], [884], [1_400], [2_400], [4_500],
        [21_000], [34_100], [41_700], [67_800], [83_000], [135_300], [207_000], [413_700], [827_000],
    ];

    static readonly int[][] SelfOffsetAndGain =
    [
        [596, 596, 692, 696, 892], [696, 696, 696, 762, 896], [896, 896, 896, 896, 1_029], [1_300], [2_000], [3_600], [6_600],
        [31_200], [50_900], [61_800], [101_300], [123_200], [202_100], [307_200], [613_800], [1_227_200],
    ];

    public static int Microseconds(CalibrationKind kind, DataRate rate, PgaGain gain)
    {
        PgaGains.Validate(gain);
        var row = rate.Index();
        return kind switch
        {
            CalibrationKind.SelfOffset or CalibrationKind.SystemOffset => Offset[row],
            CalibrationKind.SystemGain => SystemGain[row],
            CalibrationKind.SelfGain => ByGain(SelfGain[row], gain),
            CalibrationKind.SelfOffsetAndGain => ByGain(SelfOffsetAndGain[row], gain),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The ADS1256 has five calibration commands, F0 to F4."),
        };
    }

    static int ByGain(int[] row, PgaGain gain) => row[Math.Min((int)gain, row.Length - 1)];
}
