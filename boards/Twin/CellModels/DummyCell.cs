namespace CoinRig.Twin;

/// <summary>
/// The bench dummy: a source, R0, and R1 beside C1, in series. Its update is the exact solution for a constant current or
/// a constant source over the step (electrochemistry.md 1.1), so that the length of the steps does not matter.
/// </summary>
/// <param name="sourceVolts">The source, V (a real dummy has none).</param>
/// <param name="seriesOhms">R0, ohm; above zero.</param>
/// <param name="parallelOhms">R1, ohm; above zero.</param>
/// <param name="capacitanceFarads">C1, F; above zero.</param>
public sealed class DummyCell(double sourceVolts, double seriesOhms, double parallelOhms, double capacitanceFarads) : ICellModel
{
    double _capacitorVolts;

    /// <inheritdoc/>
    public double OpenCircuitVolts => sourceVolts + _capacitorVolts;

    /// <summary>Voltage of C1, V.</summary>
    public double CapacitorVolts => _capacitorVolts;

    /// <inheritdoc/>
    public double TerminalVolts(double amperes) => sourceVolts + _capacitorVolts + amperes * seriesOhms;

    /// <inheritdoc/>
    public double AdvanceCurrent(double amperes, double seconds)
    {
        Approach(amperes * parallelOhms, parallelOhms * capacitanceFarads, seconds);
        return TerminalVolts(amperes);
    }

    /// <inheritdoc/>
    public double AdvanceVoltage(double volts, double seconds) => AdvanceSource(volts, 0, seconds);

    /// <inheritdoc/>
    public double AdvanceSource(double volts, double sourceOhms, double seconds)
    {
        // The source is a short for the relaxation: C1 sees R1 beside R0 and the source's resistance.
        var inSeries = seriesOhms + sourceOhms;
        var total = inSeries + parallelOhms;
        Approach((volts - sourceVolts) * parallelOhms / total, capacitanceFarads * inSeries * parallelOhms / total, seconds);
        return (volts - sourceVolts - _capacitorVolts) / inSeries;
    }

    void Approach(double finalVolts, double timeConstantSeconds, double seconds)
    {
        if (seconds > 0)
        {
            _capacitorVolts = finalVolts + (_capacitorVolts - finalVolts) * Math.Exp(-seconds / timeConstantSeconds);
        }
    }
}
