using System.Numerics;

namespace Iot.Device.Ads1256;

/// <summary>What a <see cref="PgaGain"/> means in numbers.</summary>
public static class PgaGains
{
    /// <summary>How many gains there are.</summary>
    internal const int Count = 7;

    /// <summary>The gain as a factor: 1, 2, 4 ... 64.</summary>
    public static int Factor(this PgaGain gain) => 1 << (int)gain;

    /// <summary>The gain of a factor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The chip does not have that gain.</exception>
    public static PgaGain FromFactor(int factor) => factor is > 0 and <= 64 && BitOperations.IsPow2(factor)
        ? (PgaGain)BitOperations.Log2((uint)factor)
        : throw new ArgumentOutOfRangeException(nameof(factor), factor, "The ADS1256 has the gains 1, 2, 4, 8, 16, 32 and 64.");

    /// <summary>Refuses a value that is none of the seven.</summary>
    internal static void Validate(PgaGain gain)
    {
        if ((uint)gain >= Count)
        {
            throw new ArgumentOutOfRangeException(nameof(gain), gain, "The ADS1256 has the gains 1, 2, 4, 8, 16, 32 and 64.");
        }
    }
}
