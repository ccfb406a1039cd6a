using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.FrontEnd;
using CoinRig.Twin;

namespace CoinRig.Coverage;

/// <summary>
/// What one instrument is off by while it cycles a cell: gains and the voltage's offset for the whole run, the drift of the current's gain anew for each half cycle, the current's offset
/// anew for each cycle (nobody has measured that it stays over weeks, and within a cycle it does).
/// </summary>
sealed class CyclingInstrument
{
    /// <summary>Noise of a recorded row.</summary>
    const double NoiseVolts = 1e-5, NoiseAmperes = 1.3e-8;

    /// <summary>The 1 mA range, which holds C/2.</summary>
    const int Range = 1;

    /// <summary>Change of a gain from one half cycle to another; that of the error budget.</summary>
    const double DriftRelative = 15e-6;

    readonly SeededNoise _draw, _noise;
    readonly double _voltageGain, _voltageOffset, _currentGain;
    double _drift, _offset;

    public CyclingInstrument(ChannelProfile channel, long seed)
    {
        (_draw, _noise) = (new(seed, "calibration"), new(seed, "readings"));
        var range = channel.Calibration.Currents[Range];
        Stated = new()
        {
            NoiseVolts = NoiseVolts,
            NoiseAmperes = NoiseAmperes,
            VoltageGainRelative = channel.Calibration.VoltageGain.Relative,
            VoltageOffsetVolts = channel.Calibration.VoltageOffsetVolts.Uncertainty,
            CurrentGainRelative = range.Gain.Relative,
            CurrentOffsetAmperes = range.OffsetAmperes.Uncertainty,
            CurrentDriftRelative = DriftRelative,
        };
        _voltageGain = 1 + Stated.VoltageGainRelative * _draw.Normal();
        _voltageOffset = Stated.VoltageOffsetVolts * _draw.Normal();
        _currentGain = 1 + Stated.CurrentGainRelative * _draw.Normal();
        NextCycle();
        NextHalfCycle();
    }

    /// <summary>What its calibration states.</summary>
    public Instrument Stated { get; }

    /// <summary>A cycle begins.</summary>
    public void NextCycle() => _offset = Stated.CurrentOffsetAmperes * _draw.Normal();

    /// <summary>A half cycle begins.</summary>
    public void NextHalfCycle() => _drift = DriftRelative * _draw.Normal();

    /// <summary>A reading of a voltage.</summary>
    public double Volts(double volts) => volts * _voltageGain + _voltageOffset + NoiseVolts * _noise.Normal();

    /// <summary>A reading of a current; at rest the relay is open, and that is no current.</summary>
    public double Amperes(double amperes) => amperes == 0 ? 0 : amperes * (_currentGain + _drift) + _offset + NoiseAmperes * _noise.Normal();
}
