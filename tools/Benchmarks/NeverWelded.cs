using CoinRig.FrontEnd;

namespace CoinRig.Bench;

/// <summary>The null board reads the same current whatever is set, which a weld probe or a zero would take for a fault; these alone are answered here.</summary>
sealed class NeverWelded(IChannel inner) : IChannel
{
    bool _connected;

    public int Number => inner.Number;

    public IReadOnlyList<CurrentRange> Ranges => inner.Ranges;

    public CurrentRange Range => inner.Range;

    public bool IsConnected => _connected;

    public (double Lowest, double Highest) SettableVolts => inner.SettableVolts;

    public CurrentRange RangeFor(double amperes) => inner.RangeFor(amperes);

    public Reading ReadVoltage() => inner.ReadVoltage();

    public Reading ReadCurrent() => inner.ReadCurrent();

    public double MeasureZero(CurrentRange range) => 0;

    public bool IsRelayWelded() => false;

    public void ConnectForCurrent(CurrentRange range) => _connected = true;

    public void ConnectForVoltage(CurrentRange range, double volts) => _connected = true;

    public long WriteCurrent(double amperes) => 0;

    public long WriteVoltage(double volts) => 0;

    public void Trim(double measured) => inner.Trim(measured);

    public void ChangeRange(CurrentRange range) => inner.ChangeRange(range);

    public long Disconnect()
    {
        _connected = false;
        return 0;
    }

    public IdleOutcome Idle() => inner.Idle();
}
