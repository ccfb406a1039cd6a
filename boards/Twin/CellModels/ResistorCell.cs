namespace CoinRig.Twin;

/// <summary>A resistor between the cell clips, perhaps with a voltage source in series: V = E0 + I R.</summary>
/// <param name="sourceVolts">The source, V.</param>
/// <param name="ohms">The resistor, ohm; above zero.</param>
public sealed class ResistorCell(double sourceVolts, double ohms) : ICellModel
{
    /// <inheritdoc/>
    public double OpenCircuitVolts => sourceVolts;

    /// <inheritdoc/>
    public double TerminalVolts(double amperes) => sourceVolts + amperes * ohms;

    /// <inheritdoc/>
    public double AdvanceCurrent(double amperes, double seconds) => TerminalVolts(amperes);

    /// <inheritdoc/>
    public double AdvanceVoltage(double volts, double seconds) => (volts - sourceVolts) / ohms;

    /// <inheritdoc/>
    public double AdvanceSource(double volts, double sourceOhms, double seconds) => (volts - sourceVolts) / (sourceOhms + ohms);
}
