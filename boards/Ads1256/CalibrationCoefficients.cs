namespace Iot.Device.Ads1256;

/// <summary>
/// Contents of OFC and FSC. A result is (gain * VIN / (2 VREF) - Offset / alpha) * FullScale * beta, where alpha and beta
/// depend on the data rate, so coefficients hold for one rate only (SBAS288K, table 21).
/// </summary>
public readonly record struct CalibrationCoefficients
{
    const int LowestOffset = -0x80_0000, HighestOffset = 0x7F_FFFF, HighestFullScale = 0xFF_FFFF;

    static readonly int[] IdealFullScales = [0x44AC08, 0x494008, 0x3A99A0, 0x4651F3, 0x2EE14C];
    static readonly int[] Alphas = [0x400000, 0x3C0000, 0x4B0000, 0x3E8000, 0x5DC000];

    /// <summary>Makes coefficients.</summary>
    /// <param name="offset">OFC, -8388608..8388607.</param>
    /// <param name="fullScale">FSC, 0..16777215.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value does not fit in 24 bits.</exception>
    public CalibrationCoefficients(int offset, int fullScale)
    {
        if (offset is < LowestOffset or > HighestOffset)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"OFC holds {LowestOffset} .. {HighestOffset}.");
        }
        if (fullScale is < 0 or > HighestFullScale)
        {
            throw new ArgumentOutOfRangeException(nameof(fullScale), fullScale, $"FSC holds 0 .. {HighestFullScale}.");
        }
        Offset = offset;
        FullScale = fullScale;
    }

    /// <summary>OFC.</summary>
    public int Offset { get; }

    /// <summary>FSC.</summary>
    public int FullScale { get; }

    /// <summary>What a chip without error would have at a rate: no offset, and the FSC of table 21.</summary>
    public static CalibrationCoefficients Ideal(DataRate rate) => new(0, IdealFullScales[Row(rate)]);

    /// <summary>The offset that is a whole full scale of the chip at a rate (alpha of table 21).</summary>
    internal static int FullScaleOffset(DataRate rate) => Alphas[Row(rate)];

    /// <summary>Puts the six register bytes, OFC0 first.</summary>
    internal void CopyTo(Span<byte> registers)
    {
        for (var i = 0; i < 3; i++)
        {
            registers[i] = (byte)(Offset >> (8 * i));
            registers[3 + i] = (byte)(FullScale >> (8 * i));
        }
    }

    /// <summary>Takes the six register bytes, OFC0 first.</summary>
    internal static CalibrationCoefficients From(ReadOnlySpan<byte> registers) => new(
        (registers[0] << 8 | registers[1] << 16 | registers[2] << 24) >> 8,
        registers[3] | registers[4] << 8 | registers[5] << 16);

    static int Row(DataRate rate) => rate switch
    {
        DataRate.Sps30000 or DataRate.Sps15000 or DataRate.Sps7500 or DataRate.Sps3750 => 0,
        DataRate.Sps2000 or DataRate.Sps1000 or DataRate.Sps500 => 1,
        DataRate.Sps100 or DataRate.Sps50 or DataRate.Sps25 => 2,
        DataRate.Sps60 or DataRate.Sps30 or DataRate.Sps15 => 3,
        DataRate.Sps10 or DataRate.Sps5 or DataRate.Sps2Point5 => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(rate), rate, $"0x{(byte)rate:X2} is none of the ADS1256's sixteen DRATE codes."),
    };
}
