using CoinRig.FrontEnd;

namespace CoinRig.Gateway.Tests;

/// <summary>A channel whose next voltage reading with the relay open may be planted, as a disturbed transfer would give it.</summary>
sealed class DisturbedChannel(IChannel inner) : IChannel
{
    internal double? NextOpenCircuitVolts { get; set; }

    internal Action? ConnectedForVoltage { get; set; }

    public int Number => inner.Number;

    public ChannelReach Reach => inner.Reach;

    public CurrentRange Range => inner.Range;

    public bool IsConnected => inner.IsConnected;

    public Reading ReadVoltage()
    {
        var reading = inner.ReadVoltage();
        if (IsConnected || NextOpenCircuitVolts is not { } planted)
        {
            return reading;
        }
        NextOpenCircuitVolts = null;
        return reading with { Value = planted };
    }

    public Reading ReadCurrent() => inner.ReadCurrent();

    public double MeasureZero(CurrentRange range) => inner.MeasureZero(range);

    public bool IsRelayWelded() => inner.IsRelayWelded();

    public void ConnectForCurrent(CurrentRange range) => inner.ConnectForCurrent(range);

    public void ConnectForVoltage(CurrentRange range, double volts)
    {
        inner.ConnectForVoltage(range, volts);
        ConnectedForVoltage?.Invoke();
    }

    public long WriteCurrent(double amperes) => inner.WriteCurrent(amperes);

    public long WriteVoltage(double volts) => inner.WriteVoltage(volts);

    public long Regulate(double target, double volts, double amperes) => inner.Regulate(target, volts, amperes);

    public void ChangeRange(CurrentRange range) => inner.ChangeRange(range);

    public long Disconnect() => inner.Disconnect();

    public IdleOutcome Idle() => inner.Idle();
}
