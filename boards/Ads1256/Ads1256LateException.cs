namespace Iot.Device.Ads1256;

/// <summary>Results were read so late that the chip may have replaced them meanwhile; none of them is used.</summary>
public sealed class Ads1256LateException : Ads1256Exception
{
    internal Ads1256LateException(int attempts, DataRate rate)
        : base($"The ADC was read too late {attempts} times in a row: at {rate.SamplesPerSecond()} samples a second a result is replaced after "
            + $"{Ads1256Timing.PeriodNanoseconds(rate) / 1e6:0.###} ms. Use a lower data rate or give the measuring thread a higher priority.")
    {
    }
}
