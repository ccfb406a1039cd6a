using UnitsNet;

namespace Iot.Device.Dac8552;

public sealed partial class Dac8552
{
    /// <summary>Voltage of the highest code: one code less than the reference.</summary>
    public ElectricPotential HighestVoltage => VoltageFor(CodeCount - 1);

    /// <summary>Writes the code that is nearest to a voltage to one output.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The chip cannot give that voltage.</exception>
    public void SetVoltage(DacChannel channel, ElectricPotential voltage) => Write(channel, CodeFor(voltage));

    /// <summary>The code that is nearest to a voltage (SLAS430A, equation 1, solved for the code and rounded).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The chip cannot give that voltage.</exception>
    public ushort CodeFor(ElectricPotential voltage)
    {
        var code = Math.Round(voltage.Volts / Reference.Volts * CodeCount, MidpointRounding.AwayFromZero);
        return code is >= 0 and < CodeCount ? (ushort)code : throw new ArgumentOutOfRangeException(nameof(voltage), voltage.Volts,
            $"With a reference of {Reference.Volts} V the DAC8552 gives 0 V to {HighestVoltage.Volts:0.00000} V.");
    }

    /// <summary>The nominal voltage of a code.</summary>
    public ElectricPotential VoltageFor(ushort code) => ElectricPotential.FromVolts(Reference.Volts * code / CodeCount);
}
