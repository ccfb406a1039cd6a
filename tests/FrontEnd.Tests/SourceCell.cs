using CoinRig.Twin;

namespace CoinRig.FrontEnd.Tests;

/// <summary>A source of 3.7 V with 100 ohm.</summary>
sealed class SourceCell : ICellModel
{
    internal const double Volts = 3.7;
    const double Ohms = 100;

    public double OpenCircuitVolts => Volts;

    public double TerminalVolts(double amperes) => Volts + amperes * Ohms;

    public double AdvanceCurrent(double amperes, double seconds) => TerminalVolts(amperes);

    public double AdvanceVoltage(double volts, double seconds) => (volts - Volts) / Ohms;

    public double AdvanceSource(double volts, double sourceOhms, double seconds) => (volts - Volts) / (sourceOhms + Ohms);
}
