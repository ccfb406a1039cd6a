namespace CoinRig.Twin;

/// <summary>The nine inputs of the ADC: what the channels have on them, AINCOM at ground, the rest open.</summary>
sealed class ChannelInputs : IAnalogInputs
{
    const int Count = 9;
    const double OpenVolts = 2.5, GroundOhms = 0.01, OpenOhms = 1e9;

    readonly PinSignal[] _signals = new PinSignal[Count];
    readonly ChannelTwin?[] _channels = new ChannelTwin?[Count];

    /// <summary>AINCOM has no connection to ground: it hangs on what the ADC's own input currents make of it.</summary>
    internal bool IsCommonOpen { get; set; }

    internal void Connect(ChannelTwin channel)
    {
        for (var pin = 0; pin < Count; pin++)
        {
            if (channel.On(pin) is not PinSignal.None and var signal)
            {
                (_signals[pin], _channels[pin]) = (signal, channel);
            }
        }
    }

    /// <inheritdoc/>
    public double MeanVolts(int pin, long from, long to) =>
        _channels[pin] is { } channel ? channel.MeanVolts(_signals[pin], from, to) : IsGround(pin) ? 0 : OpenVolts;

    /// <inheritdoc/>
    public double SourceOhms(int pin) =>
        _channels[pin] is { } channel ? channel.SourceOhms(_signals[pin]) : IsGround(pin) ? GroundOhms : OpenOhms;

    bool IsGround(int pin) => pin == AdsInput.CommonPin && !IsCommonOpen;
}
