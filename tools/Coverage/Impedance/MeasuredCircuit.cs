using System.Numerics;
using CoinRig.Electrochemistry.Impedance;
using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Twin;

namespace CoinRig.Coverage;

/// <summary>A circuit whose parameters are known, and its spectrum with noise.</summary>
/// <param name="Circuit">The circuit.</param>
/// <param name="Values">Its parameters.</param>
/// <param name="HighHertz">Highest frequency.</param>
/// <param name="LowHertz">Lowest frequency.</param>
sealed record MeasuredCircuit(Circuit Circuit, double[] Values, double HighHertz, double LowHertz)
{
    const int Points = 60;

    /// <summary>The reference page's circuit: two arcs and diffusion, 1 kHz to 1 mHz.</summary>
    public static MeasuredCircuit Golden { get; } = new(Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)-W1"), [8, 25, 2e-5, 0.88, 60, 3e-3, 0.75, 4], 1e3, 1e-3);

    /// <summary>
    /// One to three arcs with apexes in 10 kHz to 1 mHz and a decade or more apart, exponents of 0.65 to 1, resistances within a decade of each other, with and
    /// without diffusion.
    /// </summary>
    public static MeasuredCircuit Random(int seed)
    {
        const double high = 1e4, low = 1e-3;
        var draw = new SeededNoise(seed, "circuit");
        var (arcs, hasDiffusion) = (1 + (int)(3 * draw.Uniform()), draw.Uniform() < 0.5);
        var circuit = Circuit.Parse("R0" + string.Concat(Enumerable.Range(1, arcs).Select(i => $"-p(R{i},CPE{i})")) + (hasDiffusion ? "-W1" : ""));
        var (first, last) = (-Math.Log10(2 * Math.PI * high) + 0.3, -Math.Log10(2 * Math.PI * low) - (hasDiffusion ? 1.5 : 0.3));
        double[] places;
        do
        {
            places = [.. Enumerable.Range(0, arcs).Select(_ => first + (last - first) * draw.Uniform()).Order()];
        }
        while (places.Zip(places.Skip(1)).Any(p => p.Second - p.First < 1));
        var scale = Math.Pow(10, 2 * draw.Uniform());
        List<double> values = [Math.Pow(10, 1.5 * draw.Uniform())];
        foreach (var place in places)
        {
            var (ohms, alpha) = (scale * Math.Pow(10, draw.Uniform()), 0.65 + 0.35 * draw.Uniform());
            values.AddRange([ohms, Math.Pow(10, place * alpha) / ohms, alpha]);
        }
        if (hasDiffusion)
        {
            values.Add(scale * Math.Pow(10, draw.Uniform() - 0.5) * Math.Sqrt(2 * Math.PI * 0.01));
        }
        return new(circuit, [.. values], high, low);
    }

    /// <summary>Its spectrum, 60 frequencies from high to low.</summary>
    /// <param name="noise">Standard deviation of real and imaginary part over the modulus.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="drift">By how much the modulus of the last arc grows during the sweep, relative.</param>
    public Spectrum Measure(double noise, int seed, double drift = 0)
    {
        var draw = new SeededNoise(seed, "spectrum");
        var last = Circuit.IndexOf($"R{Circuit.Parameters.Count(p => p.IsExponent)}");
        var values = Values.ToArray();
        var hertz = Enumerable.Range(0, Points).Select(i => HighHertz * Math.Pow(LowHertz / HighHertz, i / (Points - 1.0))).ToArray();
        var ohms = new Complex[Points];
        for (var i = 0; i < Points; i++)
        {
            values[last] = Values[last] * (1 + drift * i / (Points - 1));
            var z = Circuit.Impedance(hertz[i], values);
            ohms[i] = z + noise * z.Magnitude * new Complex(draw.Normal(), draw.Normal());
        }
        return new(hertz, ohms);
    }
}
