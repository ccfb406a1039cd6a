namespace CoinRig.Twin;

/// <summary>
/// The static curve of one DAC output: straight, with a smooth integral nonlinearity of a few LSB that is drawn once (SLAS430A: 4 LSB typical,
/// 12 at most).
/// </summary>
sealed class DacCurve
{
    const int Waves = 3;
    const double TypicalLsb = 1.2;

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

    /// <summary>Output voltage, V; an output that is powered down or at 0 is at 0.</summary>
    /// <param name="fraction">Code over 65536.</param>
    internal double Volts(double fraction)
    {
        var bend = 0.0;
        for (var i = 0; i < Waves; i++)
        {
            bend += _amplitudes[i] * (Math.Sin(2 * Math.PI * (i + 1) * fraction + _phases[i]) - Math.Sin(_phases[i]));
        }
        return _referenceVolts * ReferenceFactor * (fraction + bend);
    }
}
