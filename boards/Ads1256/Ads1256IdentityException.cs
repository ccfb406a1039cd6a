namespace Iot.Device.Ads1256;

/// <summary>What answers is not an ADS1256, or nothing answers.</summary>
public sealed class Ads1256IdentityException : Ads1256Exception
{
    /// <summary>The identity of an ADS1256. It comes from field readings; the data sheet does not print it.</summary>
    public const int Expected = 3;

    internal Ads1256IdentityException(byte status)
        : base($"The ADC does not identify itself: STATUS reads 0x{status:X2}, so the identity is {status >> 4} instead of {Expected} (ADS1256). "
            + status switch
            {
                0x00 or 0xFF => "Nothing answers: check that both 5 V and 3.3 V are there, that SYNC/PDWN and RESET are high, "
                    + "and the wires of MISO, MOSI, SCLK and chip select.",
                _ => "Something else answers or the bits are shifted: check the chip's type, SPI mode 1, "
                    + "the SPI clock (at most 1.92 MHz) and the chip select line.",
            })
    {
        Found = status >> 4;
    }

    /// <summary>The identity that was read.</summary>
    public int Found { get; }
}
