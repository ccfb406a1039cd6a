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
    readonly Action<double> _scaleDac;
    readonly ChannelInputs _inputs;
    double _adcReferenceFactor = 1, _dacReferenceFactor = 1;

    internal TwinFaults(long seed, EmulatedAds1256 adc, EmulatedDac8552 dac, ChannelInputs inputs, double referenceVolts, Action touch, Action<double> scaleDac)
        => (_noise, _adc, _dac, _inputs, _referenceVolts, _touch, _scaleDac) = (new(seed, "bus glitches"), adc, dac, inputs, referenceVolts, touch, scaleDac);

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
            _scaleDac(value);
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
