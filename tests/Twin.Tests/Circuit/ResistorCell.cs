namespace CoinRig.Twin.Tests;

/// <summary>A source behind a resistor; counts how often it is asked.</summary>
sealed class ResistorCell(double volts, double ohms) : ICellModel
{
    public int Calls { get; private set; }
    public double Seconds { get; private set; }
    public double Coulombs { get; private set; }

    public double OpenCircuitVolts => volts;

    public double TerminalVolts(double amperes)
    {
        Calls++;
        return volts + amperes * ohms;
    }

    public double AdvanceCurrent(double amperes, double seconds)
    {
        Calls++;
        Seconds += seconds;
        Coulombs += amperes * seconds;
        return volts + amperes * ohms;
    }

    public double AdvanceVoltage(double held, double seconds)
    {
        Calls++;
        Seconds += seconds;
        Coulombs += (held - volts) / ohms * seconds;
        return (held - volts) / ohms;
    }

    public double AdvanceSource(double held, double sourceOhms, double seconds)
    {
        Calls++;
        Seconds += seconds;
        Coulombs += (held - volts) / (sourceOhms + ohms) * seconds;
        return (held - volts) / (sourceOhms + ohms);
    }
}
