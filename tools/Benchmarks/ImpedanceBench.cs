using System.Numerics;
using CoinRig.Electrochemistry.Impedance;
using CoinRig.Electrochemistry.Impedance.Circuits;
using CoinRig.Electrochemistry.Impedance.Fitting;
using CoinRig.Electrochemistry.Impedance.KramersKronig;
using CoinRig.Electrochemistry.Impedance.RelaxationTimes;
using MathNet.Numerics.LinearAlgebra;

namespace CoinRig.Bench;

/// <summary>Analyses of a spectrum of 60 frequencies (two arcs and diffusion, 0.3 % noise), each beside its bare arithmetic and what scipy takes.</summary>
static class ImpedanceBench
{
    const int Points = 60;
    static readonly Circuit Golden = Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)-W1");
    static readonly double[] Values = [8, 25, 2e-5, 0.88, 60, 3e-3, 0.75, 4];
    static readonly double[] Guess = [16, 12.5, 4e-5, 0.85, 120, 1.5e-3, 0.85, 2];
    static readonly double[] Hertz = [.. Enumerable.Range(0, Points).Select(i => 1e3 * Math.Pow(1e-6, i / (Points - 1.0)))];
    static double _sink;

    internal static void Run(TextWriter to)
    {
        // The threads of MathNet would wait for each other where other programs run beside.
        MathNet.Numerics.Control.UseSingleThread();
        var random = new Random(1);
        var spectrum = new Spectrum(Hertz, [.. Hertz.Select(f => Golden.Impedance(f, Values) is var z ? z + 0.003 * z.Magnitude * new Complex(Normal(random), Normal(random)) : default)]);
        var options = new FitOptions { Guess = Golden.Parameters.Zip(Guess).ToDictionary(p => p.First.Name, p => p.Second) };
        var fit = CircuitFit.Of(Golden, spectrum, options);
        var (elements, tail) = (KramersKronigTest.Of(spectrum).Elements, fit.Tail);
        var python = PythonBaseline.Run("impedance.py");
        to.WriteLine("spectrum of 60 frequencies, " + (python.Why.Length == 0 ? "scipy in the same run" : $"scipy skipped: {python.Why}"));
        Row($"circuit of 8 parameters from a fair guess ({fit.Passes} passes)", "fit", 400, calls => Repeat(calls, () => CircuitFit.Of(Golden, spectrum, options)),
            $"bare: {fit.Passes} models in Complex", calls => Repeat(calls * fit.Passes, BareModel));
        Row("the same without a guess", "", 10, calls => Repeat(calls, () => CircuitFit.Of(Golden, spectrum)), "bare: 100 models in Complex", calls => Repeat(100 * calls, BareModel));
        Row($"Kramers-Kronig test, 3 to {elements} elements", "kramers_kronig", 10, calls => Repeat(calls, () => KramersKronigTest.Of(spectrum)),
            "bare: MathNet QR of the same sizes", calls => Repeat(calls, () => BareQr(elements)));
        Row("relaxation times at a lambda", "relaxation", 10, calls => Repeat(calls, () => RelaxationDistribution.Of(spectrum, new() { Lambda = 1e-2 }, tail)),
            "bare: MathNet Cholesky, 82 unknowns", calls => Repeat(calls, BareCholesky));
        Row("relaxation times, scan of 19 lambdas", "relaxation_scan", 2, calls => Repeat(calls, () => RelaxationDistribution.Of(spectrum, null, tail)),
            "bare: 19 MathNet Choleskys", calls => Repeat(19 * calls, BareCholesky));

        void Row(string name, string baseline, int calls, Action<int> subject, string bareName, Action<int> bare)
        {
            var row = Measure.Compare(name, subject, bareName, bare, calls, warmUpCalls: Math.Max(100, 5 * calls));
            var scipy = python.Nanoseconds(baseline);
            to.WriteLine($"{name,-62} {row.Nanoseconds / 1000,9:0.0} us {row.AllocatedBytes / 1024,7:0.0} KB   {bareName,-36} {row.BaselineNanoseconds / 1000,9:0.0} us   "
                + (double.IsNaN(scipy) ? "" : $"scipy {scipy / 1000,9:0} us, {scipy / row.Nanoseconds:0} times"));
        }
    }

    static void Repeat(int calls, Action action)
    {
        for (var i = 0; i < calls; i++)
        {
            action();
        }
    }

    static void BareModel()
    {
        var p = Values;
        foreach (var hertz in Hertz)
        {
            var s = new Complex(0, 2 * Math.PI * hertz);
            _sink += (p[0] + p[1] / (1 + p[1] * p[2] * Complex.Pow(s, p[3])) + p[4] / (1 + p[4] * p[5] * Complex.Pow(s, p[6])) + Math.Sqrt(2) * p[7] / Complex.Sqrt(s)).Real;
        }
    }

    static void BareQr(int elements)
    {
        for (var m = 3; m <= elements; m++)
        {
            _sink += Matrix<double>.Build.Dense(2 * Points, m + 3, (i, j) => 1 / (1 + Math.Abs(i - 5 * j))).QR().R[0, 0];
        }
    }

    static void BareCholesky() => _sink += Matrix<double>.Build.Dense(82, 82, (i, j) => i == j ? 10 : 1.0 / (1 + i + j)).Cholesky().Factor[0, 0];

    static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
