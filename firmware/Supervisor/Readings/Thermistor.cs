namespace CoinRig.Firmware;

/// <summary>
/// A thermistor of 10 kohm (B = 3950 K) to ground with 10 kohm to the ADC's reference. The table has a point every 128 codes, so that a shift
/// does what a division would.
/// </summary>
public static class Thermistor
{
    const int Coldest = 3840, Hottest = 128;

    static readonly short[] Decidegrees =
    {
        2394, 1293, 1016, 866, 763, 685, 621, 567, 520, 477, 439,
        403, 370, 338, 308, 278, 250, 222, 194, 167, 139, 111,
        83, 53, 22, -11, -47, -87, -132, -186, -256, -364, -629,
    };

    /// <summary>Whether a code can come from a thermistor; one that is broken or shorted reads at an end.</summary>
    public static bool IsPlausible(int code) => code >= Hottest && code <= Coldest;

    /// <summary>Temperature of a plausible code, tenths of a degree Celsius.</summary>
    public static int Temperature(int code)
    {
        var at = code >> 7;
        int left = Decidegrees[at];
        return left + (((Decidegrees[at + 1] - left) * (code & 127)) >> 7);
    }
}
