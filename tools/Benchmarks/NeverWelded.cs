using CoinRig.FrontEnd;

namespace CoinRig.Bench;

/// <summary>The null board reads the same current whatever is set, which a weld probe or a zero would take for a fault; these alone are answered here.</summary>
sealed class NeverWelded(IChannel inner) : IChannel
{
    bool _connected;

    public int Number => inner.Number;

    public ChannelReach Reach => inner.Reach;

    public CurrentRange Range => inner.Range;

    public bool IsConnected => _connected;

    public Reading ReadVoltage() => inner.ReadVoltage();

    public Reading ReadCurrent() => inner.ReadCurrent();

    public double MeasureZero(CurrentRange range) => 0;

    public bool IsRelayWelded() => false;

    public void ConnectForCurrent(CurrentRange range) => _connected = true;

    public void ConnectForVoltage(CurrentRange range, double volts) => _connected = true;

    public long WriteCurrent(double amperes) => 0;

    public long WriteVoltage(double volts) => 0;

    public long Regulate(double target, double volts, double amperes) => inner.Regulate(target, volts, amperes);

    public void ChangeRange(CurrentRange range) => inner.ChangeRange(range);

    public RangeGap ChangeRange(CurrentRange range, double amperes, double voltsPerSecond) => inner.ChangeRange(range, amperes, voltsPerSecond);

    public long Disconnect()
    {
        _connected = false;
        return 0;
    }

    public IdleOutcome Idle() => inner.Idle();
}
