using System.Numerics;
using CoinRig.Electrochemistry.Impedance;
using CoinRig.Electrochemistry.Impedance.Circuits;

namespace CoinRig.Electrochemistry.Tests.Impedance;

/// <summary>Spectra of circuits with noise on real and imaginary part in proportion to the modulus.</summary>
static class SyntheticSpectrum
{
    /// <summary>The reference page's circuit.</summary>
    public static readonly Circuit Golden = Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)-W1");

    /// <summary>Its parameters.</summary>
    public static readonly double[] GoldenValues = [8, 25, 2e-5, 0.88, 60, 3e-3, 0.75, 4];

    /// <summary>Frequencies from high to low, evenly in the logarithm.</summary>
    public static double[] Hertz(double high, double low, int count) => [.. Enumerable.Range(0, count).Select(i => high * Math.Pow(low / high, i / (count - 1.0)))];

    /// <summary>The golden circuit, 60 points from 1 kHz to 1 mHz.</summary>
    public static Spectrum OfGolden(double noise, int seed) => Of(Golden, GoldenValues, Hertz(1e3, 1e-3, 60), noise, seed);

    /// <summary>A spectrum of a circuit.</summary>
    public static Spectrum Of(Circuit circuit, double[] values, double[] hertz, double noise, int seed) => Of(f => circuit.Impedance(f, values), hertz, noise, seed);

    /// <summary>A spectrum of a law.</summary>
    public static Spectrum Of(Func<double, Complex> law, double[] hertz, double noise, int seed)
    {
        var random = new Random(seed);
        return new(hertz, [.. hertz.Select(f => law(f) is var z ? z + noise * z.Magnitude * new Complex(Normal(random), Normal(random)) : default)]);
    }

    static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
