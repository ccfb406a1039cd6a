namespace CoinRig.Firmware;

/// <summary>A divider before the ADC: codes to millivolts by two numbers of a two-point calibration.</summary>
/// <param name="microvoltsPerCode">Microvolts at the divider's input for one code.</param>
/// <param name="offsetMillivolts">What is read at code 0, mV.</param>
public sealed class Divider(int microvoltsPerCode, int offsetMillivolts)
{
    /// <summary>The largest code of the ESP32's 12-bit ADC.</summary>
    public const int LargestCode = 4095;

    /// <summary>Whether a code says anything: at the upper end the ADC has clipped.</summary>
    public static bool IsPlausible(int code) => code >= 0 && code < LargestCode;

    /// <summary>The voltage at the divider's input, mV.</summary>
    public int Millivolts(int code) => code * microvoltsPerCode / 1000 + offsetMillivolts;
}
