using CoinRig.Twin;

namespace CoinRig.Faults;

/// <summary>A cell whose voltage may be moved from outside, as by something that happens in it or by another cell in the holder.</summary>
sealed class WanderingCell(ICellModel inner) : ICellModel
{
    /// <summary>What is added to the cell's own voltage, V.</summary>
    internal double AddedVolts { get; set; }

    public double OpenCircuitVolts => inner.OpenCircuitVolts + AddedVolts;

    public double TerminalVolts(double amperes) => inner.TerminalVolts(amperes) + AddedVolts;

    public double AdvanceCurrent(double amperes, double seconds) => inner.AdvanceCurrent(amperes, seconds) + AddedVolts;

    public double AdvanceVoltage(double volts, double seconds) => inner.AdvanceVoltage(volts - AddedVolts, seconds);

    public double AdvanceSource(double volts, double sourceOhms, double seconds) => inner.AdvanceSource(volts - AddedVolts, sourceOhms, seconds);
}
