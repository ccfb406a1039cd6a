using CoinRig.Electrochemistry.Uncertainty;
using MathNet.Numerics.Distributions;

namespace CoinRig.Analysis;

/// <summary>A recording as another specimen of its instrument might have written it: noise that is added is that of its own readings.</summary>
static class DrawnRecording
{
    /// <summary>Median of the second differences' size over the standard deviation of a reading: 0.6745 sqrt(6).</summary>
    const double MedianOverSigma = 1.6522;

    /// <summary>Draws a recording.</summary>
    public static Recording Of(Recording recording, Instrument instrument, Random random)
    {
        var (noiseVolts, noiseAmperes) = (Noise(instrument.NoiseVolts, recording.Volts), Noise(instrument.NoiseAmperes, recording.Amperes));
        double voltageGain = Normal.Sample(random, 1, instrument.VoltageGainRelative), voltageOffset = Normal.Sample(random, 0, instrument.VoltageOffsetVolts);
        double currentGain = Normal.Sample(random, 1, instrument.CurrentGainRelative), currentOffset = Normal.Sample(random, 0, instrument.CurrentOffsetAmperes);
        var first = recording.Count > 0 ? recording.Seconds[0] : 0;
        return recording with
        {
            Volts = [.. recording.Volts.Select(v => v * voltageGain + voltageOffset + Normal.Sample(random, 0, noiseVolts))],
            // Where no current flows the instrument says 0, and goes on doing so.
            Amperes = [.. recording.Amperes.Select(i => i == 0 ? 0 : i * currentGain + currentOffset + Normal.Sample(random, 0, noiseAmperes))],
            NetCoulombs = recording.NetCoulombs is { } charge ? [.. charge.Select((q, i) => q * currentGain + currentOffset * (recording.Seconds[i] - first))] : null,
        };
    }

    /// <summary>Facts whose stated uncertainties are drawn.</summary>
    public static SampleFacts Of(SampleFacts facts, Random random) => facts with
    {
        MassKilograms = Draw(facts.MassKilograms, random),
        AreaSquareMetres = Draw(facts.AreaSquareMetres, random),
        Geometry = facts.Geometry is { } geometry ? geometry with { LengthMetres = Draw(geometry.LengthMetres, random) } : null,
    };

    static Estimate? Draw(Estimate? stated, Random random) => stated is { } known ? known with { Value = Normal.Sample(random, known.Value, known.Uncertainty) } : null;

    static double Noise(double stated, double[] readings)
    {
        if (double.IsFinite(stated))
        {
            return stated;
        }
        var differences = new List<double>(readings.Length);
        for (var i = 2; i < readings.Length; i++)
        {
            differences.Add(Math.Abs(readings[i] - 2 * readings[i - 1] + readings[i - 2]));
        }
        differences.Sort();
        return differences.Count == 0 ? 0 : differences[differences.Count / 2] / MedianOverSigma;
    }
}
