using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Voltammetry;

namespace CoinRig.Electrochemistry.Tests.Voltammetry;

/// <summary>An exact reversible wave around 3.75 V with what a real cell adds to it.</summary>
sealed class MadeUpWave
{
    internal const double Diffusion = 2e-15;
    internal const double Area = 0.8e-4;
    internal const double Concentration = 2e4;
    internal const double StandardVolts = 3.75;
    const double Start = 3.35;
    const double Turn = 4.15;
    const double Rows = 800;
    static readonly double Thermal = Constants.Gas * 298.15 / Constants.Faraday;

    /// <summary>Current function of each row, the same at all rates.</summary>
    static readonly double[] Shape = [.. Enumerable.Range(0, 2 * (int)Rows + 1)
        .Select(i => ReversibleWave.Current((Start - StandardVolts) / Thermal, (Turn - StandardVolts) / Thermal, i * (Turn - Start) / Rows / Thermal))];

    /// <summary>A voltammogram at one rate.</summary>
    /// <param name="rate">V/s.</param>
    /// <param name="ohms">Series resistance: shifts the measured potential.</param>
    /// <param name="farads">Double layer.</param>
    /// <param name="noiseAmperes">Noise of a row.</param>
    /// <param name="seed">Of the noise.</param>
    internal static (double[] Seconds, double[] Volts, double[] Amperes) Of(double rate, double ohms = 0, double farads = 0, double noiseAmperes = 0, int seed = 1)
    {
        var scale = Constants.Faraday * Area * Concentration * Math.Sqrt(Diffusion * rate / Thermal);
        var chance = new Random(seed);
        var (seconds, volts, amperes) = (new double[Shape.Length], new double[Shape.Length], new double[Shape.Length]);
        for (var i = 0; i < Shape.Length; i++)
        {
            var forward = i <= Rows;
            seconds[i] = i * (Turn - Start) / Rows / rate;
            amperes[i] = scale * Shape[i] + (forward ? 1 : -1) * farads * rate;
            volts[i] = (forward ? Start + i * (Turn - Start) / Rows : Turn - (i - Rows) * (Turn - Start) / Rows) + ohms * amperes[i];
            amperes[i] += noiseAmperes * SweepFinderTests.Normal(chance);
        }
        return (seconds, volts, amperes);
    }

    /// <summary>The same, analyzed.</summary>
    internal static Voltammogram Analyze(double rate, double ohms = 0, double farads = 0, double noiseAmperes = 0, int seed = 1, VoltammetryOptions? options = null)
    {
        var (seconds, volts, amperes) = Of(rate, ohms, farads, noiseAmperes, seed);
        return VoltammetryAnalysis.Of(new Trace(seconds, volts, amperes), options);
    }
}
