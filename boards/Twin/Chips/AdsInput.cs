namespace CoinRig.Twin;

/// <summary>How the input of the ADC is set up at one time.</summary>
/// <param name="Positive">Input at AINP, 0 to 8.</param>
/// <param name="Negative">Input at AINN, 0 to 8.</param>
/// <param name="GainIndex">0 for gain 1 to 6 for gain 64.</param>
/// <param name="IsBuffered">Whether the buffer is on, by BUFEN or because sensor detection asks for it.</param>
/// <param name="DetectAmperes">Current of the sensor detection, A.</param>
readonly record struct AdsInput(int Positive, int Negative, int GainIndex, bool IsBuffered, double DetectAmperes)
{
    internal const int CommonPin = 8;

    internal int Gain => 1 << GainIndex;

    /// <summary>One bit for each of the two inputs.</summary>
    internal int Pins => 1 << Positive | 1 << Negative;
}
