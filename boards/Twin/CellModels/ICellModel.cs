namespace CoinRig.Twin;

/// <summary>
/// The cell that hangs on a channel of the twin. Positive current charges it. Time goes on only through the
/// advance methods; asking for a voltage leaves the state as it is.
/// </summary>
public interface ICellModel
{
    /// <summary>Terminal voltage now if no current flowed, V.</summary>
    double OpenCircuitVolts { get; }

    /// <summary>Terminal voltage if this current flowed now, V; the state does not change.</summary>
    /// <param name="amperes">The current, A.</param>
    double TerminalVolts(double amperes);

    /// <summary>Goes on in time with a constant current.</summary>
    /// <param name="amperes">The current, A.</param>
    /// <param name="seconds">How long, s.</param>
    /// <returns>Terminal voltage at the end, V.</returns>
    double AdvanceCurrent(double amperes, double seconds);

    /// <summary>Goes on in time behind an ideal potentiostat at the terminals.</summary>
    /// <param name="volts">The voltage held, V.</param>
    /// <param name="seconds">How long, s.</param>
    /// <returns>The current at the end, A.</returns>
    double AdvanceVoltage(double volts, double seconds);

    /// <summary>Goes on in time behind a source with a resistance: source = terminal voltage + current times resistance, all the time.</summary>
    /// <param name="volts">The source, V.</param>
    /// <param name="sourceOhms">The resistance between source and terminals, ohm; zero or above.</param>
    /// <param name="seconds">How long, s; 0 for the current in the first instant.</param>
    /// <returns>The current at the end, A.</returns>
    double AdvanceSource(double volts, double sourceOhms, double seconds);
}
