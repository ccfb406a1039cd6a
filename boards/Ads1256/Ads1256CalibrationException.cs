namespace Iot.Device.Ads1256;

/// <summary>A calibration ended with coefficients that a working chip does not have. They were not kept.</summary>
public sealed class Ads1256CalibrationException : Ads1256Exception
{
    internal Ads1256CalibrationException(CalibrationKind kind, PgaGain gain, CalibrationCoefficients found, CalibrationCoefficients ideal)
        : base($"Calibration {kind} at gain {gain.Factor()} gave OFC {found.Offset} and FSC {found.FullScale}; "
            + $"a working ADC is near {ideal.Offset} and {ideal.FullScale}. "
            + "Check the reference voltage (VREFP - VREFN), AVDD and, for a system calibration, the voltage at the selected inputs.")
    {
        Found = found;
    }

    /// <summary>What the chip computed.</summary>
    public CalibrationCoefficients Found { get; }
}
