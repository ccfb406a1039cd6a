using CoinRig.FrontEnd;
using CoinRig.Twin;

namespace CoinRig.Coverage;

/// <summary>What one instrument is off by, drawn from the uncertainties that its calibration states.</summary>
sealed class InstrumentErrors
{
    /// <summary>Noise of a current reading in the smallest range, A: a voltage reading over 10 kohm.</summary>
    const double NoiseAmperes = 0.1e-9;

    readonly SeededNoise _noise;
    readonly double _voltageGain;
    readonly double _voltageOffset;
    readonly double _currentGain;
    readonly double _currentOffset;

    public InstrumentErrors(ChannelProfile channel, long seed)
    {
        var draw = new SeededNoise(seed, "calibration");
        var range = channel.Calibration.Currents[0];
        _voltageGain = 1 + channel.Calibration.VoltageGain.Relative * draw.Normal();
        _voltageOffset = channel.Calibration.VoltageOffsetVolts.Uncertainty * draw.Normal();
        _currentGain = 1 + range.Gain.Relative * draw.Normal();
        _currentOffset = range.OffsetAmperes.Uncertainty * draw.Normal();
        _noise = new(seed, "readings");
    }

    /// <summary>A reading of a voltage.</summary>
    public double Read(double volts) => volts * _voltageGain + _voltageOffset + Titration.NoiseVolts * _noise.Normal();

    /// <summary>A reading of a current.</summary>
    public double ReadCurrent(double amperes) => amperes * _currentGain + _currentOffset + NoiseAmperes * _noise.Normal();

    /// <summary>The current that flows where the instrument reads this.</summary>
    public double True(double readAmperes) => (readAmperes - _currentOffset) / _currentGain;
}
