namespace Iot.Device.Ads1256;

/// <summary>DRDY did not go low in time. No reading exists; it is never taken for 0 V.</summary>
public sealed class Ads1256TimeoutException : Ads1256Exception
{
    internal Ads1256TimeoutException(string what, long waitedNanoseconds)
        : base($"The ADC was not ready {waitedNanoseconds / 1e6:0.###} ms after {what}: DRDY did not go low. "
            + "Check the DRDY wire, that SYNC/PDWN and RESET are high, both supplies and the crystal.")
    {
        WaitedNanoseconds = waitedNanoseconds;
    }

    /// <summary>How long was waited, ns.</summary>
    public long WaitedNanoseconds { get; }
}
