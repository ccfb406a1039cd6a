namespace Iot.Device.Ads1256;

/// <summary>Registers do not hold what was written: the chip was reset or disturbed, or the bus is dead.</summary>
public sealed class Ads1256RegisterException : Ads1256Exception
{
    internal Ads1256RegisterException(string when, IReadOnlyList<RegisterMismatch> mismatches)
        : base($"The ADC's registers are wrong {when}: {string.Join(", ", mismatches)}. "
            + "The chip was reset or disturbed, or the bus is broken: check supplies and wires, then initialize and calibrate again.")
    {
        Mismatches = mismatches;
    }

    /// <summary>What was wrong.</summary>
    public IReadOnlyList<RegisterMismatch> Mismatches { get; }
}
