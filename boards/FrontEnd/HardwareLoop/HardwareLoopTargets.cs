namespace CoinRig.FrontEnd;

/// <summary>
/// The DAC codes of the hardware loop: in galvanostat mode the middle of the scale is zero current and the ends are plus
/// and minus full scale; in potentiostat mode the DAC's voltage is the cell's. Calibration is applied.
/// </summary>
/// <param name="channel">The channel.</param>
/// <param name="dacReferenceVolts">Reference of the DAC, V.</param>
sealed class HardwareLoopTargets(ChannelProfile channel, double dacReferenceVolts)
{
    const int Codes = 65536;
    const int HalfScale = Codes / 2;

    readonly ChannelCalibration _calibration = channel.Calibration;
    readonly double _reference = dacReferenceVolts;

    /// <summary>The code of zero current before calibration; what the idle state writes.</summary>
    internal const ushort NominalZero = HalfScale;

    /// <summary>Step of the voltage in one code, V.</summary>
    internal double VoltsPerCode => _reference / Codes * _calibration.VoltageTargetGain.Value;

    /// <summary>Lowest and highest voltage that can be set, V.</summary>
    internal (double Lowest, double Highest) SettableVolts => (VoltsAt(0), VoltsAt(Codes - 1));

    /// <summary>Step of the current in one code of a range, A.</summary>
    internal double AmperesPerCode(int range) => channel.Ranges[range].FullScaleAmperes / HalfScale * _calibration.Currents[range].TargetGain.Value;

    /// <summary>The code for a voltage.</summary>
    internal ushort CodeForVolts(double volts) => Clamp((volts - _calibration.VoltageTargetOffsetVolts.Value) / _calibration.VoltageTargetGain.Value / _reference * Codes);

    /// <summary>The code for a current in a range.</summary>
    internal ushort CodeForAmperes(double amperes, int range)
    {
        var calibration = _calibration.Currents[range];
        var nominal = (amperes - calibration.TargetOffsetAmperes.Value) / calibration.TargetGain.Value;
        return Clamp(HalfScale + nominal / channel.Ranges[range].FullScaleAmperes * HalfScale);
    }

    double VoltsAt(int code) => _calibration.VoltageTargetGain.Value * _reference * code / Codes + _calibration.VoltageTargetOffsetVolts.Value;

    static ushort Clamp(double code) => (ushort)Math.Round(Math.Clamp(code, 0, Codes - 1));
}
