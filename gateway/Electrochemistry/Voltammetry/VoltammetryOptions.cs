using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>What is known beside the recording.</summary>
public sealed record VoltammetryOptions
{
    /// <summary>What the instrument may be off by.</summary>
    public Instrument Instrument { get; init; } = Instrument.Unknown;

    /// <summary>Scan rate, V/s, where the recording has no time; without both there are no charges and no rates.</summary>
    public double? RateVoltsPerSecond { get; init; }

    /// <summary>Series resistance that was not compensated, ohm; peak separations and the separation of currents are corrected for it.</summary>
    public Estimate? SeriesOhms { get; init; }

    /// <summary>Electrons of the reaction, n.</summary>
    public int Electrons { get; init; } = 1;

    /// <summary>Temperature, K.</summary>
    public double TemperatureKelvin { get; init; } = 298.15;

    /// <summary>When the current of a step was read, if the potential is a staircase.</summary>
    public StepSampling Sampling { get; init; }

    /// <summary>Diffusion coefficient of what reacts, m2/s, for the rate constant of Nicholson's method.</summary>
    public Estimate? DiffusionCoefficient { get; init; }

    /// <summary>nF/(RT), 1/V.</summary>
    public double ElectronsPerThermalVolt => Electrons * Constants.Faraday / (Constants.Gas * TemperatureKelvin);
}
