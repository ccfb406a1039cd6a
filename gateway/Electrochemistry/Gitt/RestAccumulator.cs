using CoinRig.Electrochemistry.Numerics;

namespace CoinRig.Electrochemistry.Gitt;

/// <summary>A rest, reading by reading in constant memory: the noise, and the voltage that it goes to.</summary>
public sealed class RestAccumulator
{
    const int Blocks = 240;
    const double FirstBlockSeconds = 0.5;
    readonly EqualBlocks _volts = new(Blocks, FirstBlockSeconds);
    NoiseEstimate _noise;

    /// <summary>Standard deviation of a reading at the end, V; NaN where there are too few.</summary>
    public double NoiseVolts => _noise.StandardDeviation;

    /// <summary>A rest begins.</summary>
    public void Begin()
    {
        _volts.Clear();
        _noise = default;
    }

    /// <summary>Takes in a reading.</summary>
    /// <param name="seconds">Time since the rest began, s.</param>
    /// <param name="volts">Voltage, V.</param>
    public void Add(double seconds, double volts)
    {
        _volts.Add(seconds, volts);
        _noise.Add(seconds, volts);
    }

    /// <summary>Where the rest goes to.</summary>
    /// <param name="noiseVolts">Standard deviation of a reading, V.</param>
    /// <param name="fallbackVolts">The voltage where the rest has no readings, V.</param>
    public Equilibrium Equilibrium(double noiseVolts, double fallbackVolts) => RestExtrapolation.Estimate(_volts, noiseVolts, fallbackVolts);
}
