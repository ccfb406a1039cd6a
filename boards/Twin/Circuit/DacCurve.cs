namespace CoinRig.Twin;

/// <summary>
/// The static curve of one DAC output: straight, with a smooth integral nonlinearity of a few LSB that is drawn once (SLAS430A: 4 LSB typical,
/// 12 at most).
/// </summary>
sealed class DacCurve
{
    const int Waves = 3;
    const double TypicalLsb = 1.2;

    /// <summary>A DAC8532 may be off by 64 LSB; this one is by 40, three times over the scale.</summary>
    const double CoarseLsb = 40, CoarseWaves = 3;

    /// <summary>The LED on an output of the Waveshare board: it begins to conduct here, V, through this, ohm; the output itself has 1 ohm.</summary>
    internal const double LedVolts = 1.8, LedOhms = 1e3;

    readonly double _referenceVolts;
    readonly double[] _amplitudes = new double[Waves], _phases = new double[Waves];

    internal DacCurve(double referenceVolts, SeededNoise noise)
    {
        _referenceVolts = referenceVolts;
        for (var i = 0; i < Waves; i++)
        {
            _amplitudes[i] = TypicalLsb * noise.Normal() / 65536;
            _phases[i] = 2 * Math.PI * noise.Uniform();
        }
    }

    /// <summary>Multiplies the reference: below 1 the supply behind it sags. A planted fault.</summary>
    internal double ReferenceFactor { get; set; } = 1;

    /// <summary>Whether the chip is a DAC8532, of the same pins and less linear. A planted fault.</summary>
    internal bool IsDac8532 { get; set; }

    /// <summary>Whether an LED hangs on the output. A planted fault.</summary>
    internal bool HasLed { get; set; }

    /// <summary>Output voltage, V; an output that is powered down or at 0 is at 0.</summary>
    /// <param name="fraction">Code over 65536.</param>
    internal double Volts(double fraction)
    {
        var bend = 0.0;
        for (var i = 0; i < Waves; i++)
        {
            bend += _amplitudes[i] * (Math.Sin(2 * Math.PI * (i + 1) * fraction + _phases[i]) - Math.Sin(_phases[i]));
        }
        if (IsDac8532)
        {
            bend += CoarseLsb / 65536 * Math.Sin(2 * Math.PI * CoarseWaves * fraction);
        }
        var volts = _referenceVolts * ReferenceFactor * (fraction + bend);
        return HasLed ? volts - Math.Max(0, volts - LedVolts) / (LedOhms + 1) : volts;
    }
}
