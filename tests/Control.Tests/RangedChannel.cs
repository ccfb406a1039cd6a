using CoinRig.Documents;
using CoinRig.FrontEnd;

namespace CoinRig.Control.Tests;

/// <summary>A connected channel of which only the range matters.</summary>
sealed class RangedChannel : IChannel
{
    const string Profile = """
        name: ranges
        description: three ranges
        pins: {drdy: 17, reset: 18, sync: 27, adc_cs: 22, dac_cs: 23}
        adc_reference: 2.5 V
        dac_reference: 5 V
        voltage_amplifier: {gain: 0.5}
        compliance: -4 V .. 9 V
        channels:
          - pins: {relay: 5, output: 6, potentiostat: 13}
            voltage_inputs: [0, 1]
            current_inputs: [2, 3]
            ranges:
              - {full_scale: 100 uA, shunt: 10 kohm, gain: 4}
              - {full_scale: 1 mA, shunt: 1 kohm, gain: 4, select: 19}
              - {full_scale: 10 mA, shunt: 100 ohm, gain: 4, select: 26}
        """;

    internal RangedChannel(int range)
    {
        var board = BoardProfileFile.Read(Document.Parse(Profile, "ranges.yaml"));
        Reach = new(board, board.Channels[0]);
        Range = Reach.Ranges[range];
    }

    public int Number => 1;

    public ChannelReach Reach { get; }

    public CurrentRange Range { get; set; }

    public bool IsConnected => true;

    public Reading ReadVoltage() => throw new NotSupportedException();

    public Reading ReadCurrent() => throw new NotSupportedException();

    public double MeasureZero(CurrentRange range) => throw new NotSupportedException();

    public bool IsRelayWelded() => throw new NotSupportedException();

    public void ConnectForCurrent(CurrentRange range) => throw new NotSupportedException();

    public void ConnectForVoltage(CurrentRange range, double volts) => throw new NotSupportedException();

    public long WriteCurrent(double amperes) => throw new NotSupportedException();

    public long WriteVoltage(double volts) => throw new NotSupportedException();

    public long Regulate(double target, double volts, double amperes) => throw new NotSupportedException();

    public void ChangeRange(CurrentRange range) => throw new NotSupportedException();

    public RangeGap ChangeRange(CurrentRange range, double amperes, double voltsPerSecond) => throw new NotSupportedException();

    public long Disconnect() => throw new NotSupportedException();

    public IdleOutcome Idle() => throw new NotSupportedException();
}
