namespace Iot.Device.Ads1256;

/// <summary>The chip works as far as it can be seen, but the DRDY line does not follow it: no result could be awaited.</summary>
public sealed class Ads1256DataReadyException : Ads1256Exception
{
    internal Ads1256DataReadyException(bool isLow)
        : base(isLow
            ? "DRDY reads low while the ADC is held in reset, which takes it high: the line has no contact (a Raspberry Pi pulls it low) or is shorted to ground. Check the DRDY wire and its pin in the profile."
            : "The ADC identifies itself, but DRDY stays high long after the reset: the line has no contact or is tied high. Check the DRDY wire and its pin in the profile.") => IsLow = isLow;

    /// <summary>The level at which it stays.</summary>
    public bool IsLow { get; }
}
