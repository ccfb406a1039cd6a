namespace CoinRig.Twin;

/// <summary>How a dead ADC shows on the bus.</summary>
public enum AdcSilence
{
    /// <summary>It answers.</summary>
    None,

    /// <summary>The bus reads 00.</summary>
    Zeros,

    /// <summary>The bus reads FF.</summary>
    Ones,
}

/// <summary>What DRDY is stuck at.</summary>
public enum StuckLevel
{
    /// <summary>It works.</summary>
    None,

    /// <summary>Stuck low: always ready.</summary>
    Low,

    /// <summary>Stuck high: never ready.</summary>
    High,
}

/// <summary>Faults of a board, which may be planted and lifted while it runs. Those of a channel are at the <see cref="ChannelTwin"/>.</summary>
public sealed class TwinFaults
{
    readonly SeededNoise _noise;
    readonly Action _touch;
    readonly EmulatedAds1256 _adc;
    readonly EmulatedDac8552 _dac;
    readonly double _referenceVolts;
    readonly Action<Action<DacCurve>> _changeDac;
    readonly ChannelInputs _inputs;
    double _adcReferenceFactor = 1, _dacReferenceFactor = 1;
    bool _isDac8532, _areLedsLeft;

    internal TwinFaults(long seed, EmulatedAds1256 adc, EmulatedDac8552 dac, ChannelInputs inputs, double referenceVolts, Action touch, Action<Action<DacCurve>> changeDac)
        => (_noise, _adc, _dac, _inputs, _referenceVolts, _touch, _changeDac) = (new(seed, "bus glitches"), adc, dac, inputs, referenceVolts, touch, changeDac);

    /// <summary>The ADC does not answer: DRDY never falls and the bus reads 00 or FF.</summary>
    public AdcSilence AdcSilent { get; set; }

    /// <summary>DRDY is stuck.</summary>
    public StuckLevel DataReadyStuck { get; set; }

    /// <summary>The DAC takes no notice of its frames; its outputs stay as they are.</summary>
    public bool IsDacDead
    {
        get => _dac.IsDead;
        set => _dac.IsDead = value;
    }

    /// <summary>Chance that one bit of a byte from the bus is wrong, 0 to 1.</summary>
    public double GlitchProbability { get; set; }

    /// <summary>The reference of the ADC over what the profile says, 1 when it is right; below, readings are too high.</summary>
    public double AdcReferenceFactor
    {
        get => _adcReferenceFactor;
        set
        {
            _touch();
            _adcReferenceFactor = value;
            _adc.ReferenceVolts = _referenceVolts * value;
        }
    }

    /// <summary>The reference of the DAC over what the profile says, 1 when it is right.</summary>
    public double DacReferenceFactor
    {
        get => _dacReferenceFactor;
        set
        {
            _dacReferenceFactor = value;
            _changeDac(d => d.ReferenceFactor = value);
        }
    }

    /// <summary>
    /// AINCOM is not connected to ground: unbuffered, the ADC's own impedances take it to a mixture of half the supply and of the input that is measured
    /// against it, so that a single-ended V is read as 0.458 (V - 2.5 V) at gain 1. Differential readings do not feel it.
    /// </summary>
    public bool IsCommonOpen
    {
        get => _inputs.IsCommonOpen;
        set
        {
            _touch();
            _inputs.IsCommonOpen = value;
        }
    }

    /// <summary>The analog supply, V: followers and amplifiers run on it and give no more, and the ADC's inputs hang on its middle.</summary>
    public double AnalogSupplyVolts
    {
        get => _adc.SupplyVolts;
        set
        {
            _touch();
            (_adc.SupplyVolts, _inputs.SupplyVolts) = (value, value);
        }
    }

    /// <summary>Multiplies the noise of the ADC's readings: a supply that is not clean.</summary>
    public double NoiseFactor
    {
        get => _adc.NoiseFactor;
        set => _adc.NoiseFactor = value;
    }

    /// <summary>The chip at the DAC's place is a DAC8532, whose curve bends by 40 LSB.</summary>
    public bool IsDac8532
    {
        get => _isDac8532;
        set => _changeDac(d => d.IsDac8532 = _isDac8532 = value);
    }

    /// <summary>The LEDs of the Waveshare board are left on the DAC's outputs: they take current above 1.8 V, from a connected cell too.</summary>
    public bool AreLedsLeft
    {
        get => _areLedsLeft;
        set => _changeDac(d => d.HasLed = _areLedsLeft = value);
    }

    /// <summary>The Waveshare board's 10 kohm potentiometer is left on AD0, in the middle of its way.</summary>
    public void LeavePotentiometer() => Load(0, 2.5, 2.5e3);

    /// <summary>The Waveshare board's light sensor is left on AD1: 5 kohm to ground in this light, and 10 kohm to 5 V.</summary>
    public void LeaveLightSensor() => Load(1, 5.0 / 3, 10e3 / 3);

    void Load(int pin, double volts, double ohms)
    {
        _touch();
        _inputs.Loads[pin] = (volts, ohms);
    }

    /// <summary>What arrives of a byte.</summary>
    internal byte Received(byte sent, bool isAdcSelected)
    {
        if (AdcSilent != AdcSilence.None && isAdcSelected)
        {
            sent = AdcSilent == AdcSilence.Ones ? (byte)0xFF : (byte)0;
        }
        return GlitchProbability > 0 && _noise.Uniform() < GlitchProbability ? (byte)(sent ^ 1 << (int)(_noise.NextBits() & 7)) : sent;
    }
}
