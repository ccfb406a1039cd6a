namespace CoinRig.Twin;

/// <summary>What one DAC output is to the circuit behind it (SLAS430A): a source of 1 ohm within its rails, a resistor to ground, or nothing.</summary>
/// <param name="Volts">The source, V.</param>
/// <param name="Ohms">Its resistance, ohm.</param>
/// <param name="LargestAmperes">What it can give and take, A.</param>
/// <param name="IsConnected">False in high impedance.</param>
readonly record struct DacDrive(double Volts, double Ohms, double LargestAmperes, bool IsConnected)
{
    const double OutputOhms = 1, ShortCircuitAmperes = 50e-3;

    /// <summary>Works it out.</summary>
    /// <param name="mode">Whether and how the output is powered down.</param>
    /// <param name="volts">What it would give between wider rails, V.</param>
    /// <param name="referenceVolts">Its upper rail, V.</param>
    internal static DacDrive Of(DacPowerMode mode, double volts, double referenceVolts) => mode switch
    {
        DacPowerMode.Normal => new(Math.Clamp(volts, 0, referenceVolts), OutputOhms, ShortCircuitAmperes, true),
        DacPowerMode.PulledBy1Kiloohm => new(0, 1e3, double.PositiveInfinity, true),
        DacPowerMode.PulledBy100Kiloohm => new(0, 100e3, double.PositiveInfinity, true),
        _ => default,
    };
}
