using CoinRig.FrontEnd;

namespace CoinRig.Twin;

/// <summary>
/// The nine inputs of the ADC as the front end drives them: the amplifiers' outputs about the 2.5 V mid level, the mid level itself, AINCOM at
/// ground, the rest open.
/// </summary>
sealed class ChannelInputs : IAnalogInputs
{
    const int Count = 9, CommonPin = 8;
    const double MidVolts = 2.5, DriverOhms = 1, GroundOhms = 0.01, OpenOhms = 1e9;

    enum Source : byte { Open, Ground, Mid, Voltage, Current }

    readonly Source[] _sources = new Source[Count];
    readonly ChannelTwin?[] _channels = new ChannelTwin?[Count];

    internal ChannelInputs() => _sources[CommonPin] = Source.Ground;

    internal void Connect(ChannelTwin channel, ChannelProfile profile)
    {
        (_sources[profile.VoltageInputs.Negative], _sources[profile.CurrentInputs.Negative]) = (Source.Mid, Source.Mid);
        (_sources[profile.VoltageInputs.Positive], _channels[profile.VoltageInputs.Positive]) = (Source.Voltage, channel);
        (_sources[profile.CurrentInputs.Positive], _channels[profile.CurrentInputs.Positive]) = (Source.Current, channel);
    }

    /// <inheritdoc/>
    public double MeanVolts(int pin, long from, long to) => _sources[pin] switch
    {
        Source.Voltage => MidVolts + _channels[pin]!.VoltageSignal(from, to),
        Source.Current => MidVolts + _channels[pin]!.CurrentSignal(from, to),
        Source.Ground => 0,
        _ => MidVolts,
    };

    /// <inheritdoc/>
    public double SourceOhms(int pin) => _sources[pin] switch
    {
        Source.Open => OpenOhms,
        Source.Ground => GroundOhms,
        _ => DriverOhms,
    };
}
