using MathNet.Numerics.Distributions;

namespace CoinRig.Analysis;

/// <summary>An instrument whose errors are drawn from what its calibration states, and what it would have read.</summary>
sealed class DrawnInstrument
{
    readonly MeasurementUncertainty _stated;
    readonly Random _random;
    readonly double _voltageGain, _voltageOffset;
    readonly Dictionary<string, (double Gain, double Offset)> _ranges = [];
    double _gain = 1, _offset, _drift;

    /// <summary>Draws an instrument.</summary>
    public DrawnInstrument(MeasurementUncertainty stated, Random random)
    {
        (_stated, _random) = (stated, random);
        _voltageGain = Normal.Sample(random, 1, stated.VoltageGainRelative);
        _voltageOffset = Normal.Sample(random, 0, stated.VoltageOffsetVolts);
    }

    /// <summary>From here on currents are read in a range; its gain has drifted since it was last used.</summary>
    public void Use(string range)
    {
        var stated = _stated.Current(range);
        if (!_ranges.TryGetValue(range, out var drawn))
        {
            _ranges[range] = drawn = (Normal.Sample(_random, 1, stated.GainRelative), Normal.Sample(_random, 0, stated.OffsetAmperes));
        }
        (_gain, _offset) = drawn;
        _drift = Normal.Sample(_random, 0, stated.DriftRelative);
    }

    /// <summary>What a voltage would have read.</summary>
    public double Volts(double volts) => volts * _voltageGain + _voltageOffset + Normal.Sample(_random, 0, _stated.NoiseVolts);

    /// <summary>What a current would have read.</summary>
    public double Amperes(double amperes) => amperes * (_gain + _drift) + _offset;

    /// <summary>What a charge would have been counted as.</summary>
    /// <param name="coulombs">The charge, without sign, C.</param>
    /// <param name="seconds">How long it flowed, s.</param>
    /// <param name="sign">+1 where it charged, -1 where it discharged.</param>
    public double Coulombs(double coulombs, double seconds, int sign) => coulombs == 0 ? 0 : coulombs * (_gain + _drift) + sign * _offset * seconds;

    /// <summary>What an energy would have been counted as.</summary>
    public double Joules(double joules, double coulombs, double seconds, int sign) => coulombs == 0 ? 0
        : joules / coulombs * _voltageGain * Coulombs(coulombs, seconds, sign) + _voltageOffset * coulombs;
}
