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

    /// <summary>What the followers and amplifiers run on: they give no more, V.</summary>
    internal double SupplyVolts { get; set; } = 5;

    /// <summary>Something else hangs on an input: a source behind a resistance. Infinite for nothing.</summary>
    internal (double Volts, double Ohms)[] Loads { get; } = [.. Enumerable.Repeat((0.0, double.PositiveInfinity), Count)];

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
    public double MeanVolts(int pin, long from, long to)
    {
        var volts = _channels[pin] is { } channel ? Math.Min(SupplyVolts, channel.MeanVolts(_signals[pin], from, to)) : IsGround(pin) ? 0 : OpenVolts;
        var (load, ohms) = Loads[pin];
        var source = Driver(pin);
        return volts + (load - volts) * source / (source + ohms);
    }

    /// <inheritdoc/>
    public double SourceOhms(int pin)
    {
        var source = Driver(pin);
        return source / (1 + source / Loads[pin].Ohms);
    }

    double Driver(int pin) => _channels[pin] is { } channel ? channel.SourceOhms(_signals[pin]) : IsGround(pin) ? GroundOhms : OpenOhms;

    bool IsGround(int pin) => pin == AdsInput.CommonPin && !IsCommonOpen;
}
