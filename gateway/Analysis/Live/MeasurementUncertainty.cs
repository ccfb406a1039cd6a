using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.FrontEnd;

namespace CoinRig.Analysis;

/// <summary>Standard uncertainties of the calibration of one current range.</summary>
/// <param name="GainRelative">Of the gain, 1.</param>
/// <param name="OffsetAmperes">Of the offset, A.</param>
/// <param name="DriftRelative">By how much the gain may change from one half cycle to another, 1.</param>
public readonly record struct CurrentUncertainty(double GainRelative, double OffsetAmperes, double DriftRelative = 0);

/// <summary>What the instrument may be off by, as its calibration states it (one standard deviation).</summary>
/// <param name="NoiseVolts">Noise of a voltage reading where the readings do not tell, V.</param>
/// <param name="VoltageGainRelative">Of the voltage's gain, 1.</param>
/// <param name="VoltageOffsetVolts">Of the voltage's offset, V.</param>
/// <param name="Ranges">Of the current, by the range's name.</param>
public sealed record MeasurementUncertainty(double NoiseVolts, double VoltageGainRelative, double VoltageOffsetVolts,
    IReadOnlyDictionary<string, CurrentUncertainty> Ranges)
{
    /// <summary>
    /// Change of a current's gain over the weeks of a run: 2 K (one standard deviation) of a room without air conditioning times the temperature
    /// coefficients of shunt and reference of the error budget, 5 ppm/K each, and of the ADC's gain, 0.8 ppm/K (ADS1256 data sheet).
    /// </summary>
    const double GainDriftRelative = 15e-6;

    /// <summary>An instrument without error.</summary>
    public static MeasurementUncertainty None { get; } = new(0, 0, 0, new Dictionary<string, CurrentUncertainty>());

    /// <summary>What the calibration of a channel states.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="noiseVolts">Noise of a voltage reading, V.</param>
    public static MeasurementUncertainty Of(ChannelProfile channel, double noiseVolts = 1e-6) => new(noiseVolts,
        channel.Calibration.VoltageGain.Relative, channel.Calibration.VoltageOffsetVolts.Uncertainty,
        channel.Ranges.Zip(channel.Calibration.Currents).ToDictionary(p => p.First.Name, p => new CurrentUncertainty(p.Second.Gain.Relative, p.Second.OffsetAmperes.Uncertainty, GainDriftRelative)));

    /// <summary>What the instrument may be off by in a range.</summary>
    public Instrument In(string range)
    {
        var current = Current(range);
        return new()
        {
            NoiseVolts = NoiseVolts,
            NoiseAmperes = 0,
            VoltageGainRelative = VoltageGainRelative,
            VoltageOffsetVolts = VoltageOffsetVolts,
            CurrentGainRelative = current.GainRelative,
            CurrentOffsetAmperes = current.OffsetAmperes,
            CurrentDriftRelative = current.DriftRelative,
        };
    }

    /// <summary>Of the current in a range; that of the worst range where the name is not known.</summary>
    public CurrentUncertainty Current(string range) => Ranges.TryGetValue(range, out var known) || Ranges.Count == 0
        ? known
        : new(Ranges.Values.Max(r => r.GainRelative), Ranges.Values.Max(r => r.OffsetAmperes), Ranges.Values.Max(r => r.DriftRelative));
}
