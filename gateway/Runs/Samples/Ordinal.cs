namespace CoinRig.Runs;

/// <summary>
/// A double as an integer that rises with it: neighbours differ by one unit in the last place. Every bit pattern has its own integer, so
/// that differences of ordinals code doubles without loss.
/// </summary>
static class Ordinal
{
    /// <summary>The integer of a double.</summary>
    public static long Of(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        return bits ^ ((bits >> 63) & long.MaxValue);
    }

    /// <summary>The double of an integer.</summary>
    public static double ToDouble(long ordinal) => BitConverter.Int64BitsToDouble(ordinal ^ ((ordinal >> 63) & long.MaxValue));
}
