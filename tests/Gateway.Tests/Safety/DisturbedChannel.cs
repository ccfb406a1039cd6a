using CoinRig.FrontEnd;

namespace CoinRig.Gateway.Tests;

/// <summary>A channel whose next reading may be planted, as a disturbed transfer would give it.</summary>
sealed class DisturbedChannel(IChannel inner) : IChannel
{
    internal double? NextOpenCircuitVolts { get; set; }

    internal double? NextConnectedVolts { get; set; }

    internal double? NextConnectedAmperes { get; set; }

    /// <summary>What the register of a hanging ADC gives for the zero of every range, A.</summary>
    internal double? ZeroAmperes { get; set; }

    /// <summary>Called once, before the next reading: what happens there delays it.</summary>
    internal Action? BeforeNextReading { get; set; }

    internal Action? ConnectedForVoltage { get; set; }

    public int Number => inner.Number;

    public ChannelReach Reach => inner.Reach;

    public CurrentRange Range => inner.Range;

    public bool IsConnected => inner.IsConnected;

    public Reading ReadVoltage()
    {
        var before = BeforeNextReading;
        BeforeNextReading = null;
        before?.Invoke();
        var reading = inner.ReadVoltage();
        var planted = IsConnected ? NextConnectedVolts : NextOpenCircuitVolts;
        if (IsConnected)
        {
            NextConnectedVolts = null;
        }
        else
        {
            NextOpenCircuitVolts = null;
        }
        return reading with { Value = planted ?? reading.Value };
    }

    public Reading ReadCurrent()
    {
        var reading = inner.ReadCurrent();
        if (!IsConnected || NextConnectedAmperes is not { } amperes)
        {
            return reading;
        }
        NextConnectedAmperes = null;
        return reading with { Value = amperes };
    }

    public double MeasureZero(CurrentRange range) => ZeroAmperes ?? inner.MeasureZero(range);

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

    public RangeGap ChangeRange(CurrentRange range, double amperes, double voltsPerSecond) => inner.ChangeRange(range, amperes, voltsPerSecond);

    public long Disconnect() => inner.Disconnect();

    public IdleOutcome Idle() => inner.Idle();
}
