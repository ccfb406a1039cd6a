using CoinRig.Electrochemistry.DifferentialCapacity;
using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Electrochemistry.Resistance;
using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Bench;

/// <summary>A million rows of ten cycles with holds and rests to half cycles, capacities and dQ/dV, beside a bare loop, numpy and pandas.</summary>
static class CyclingBench
{
    const int Rows = 1_000_000, HalfCycles = 20;
    const double BinVolts = 5e-3;
    static readonly double[] Seconds = new double[Rows], Volts = new double[Rows], Amperes = new double[Rows];
    static double _sink;

    static Trace Trace => new(Seconds, Volts, Amperes);

    internal static void Run(TextWriter to)
    {
        Make();
        var halves = HalfCycleFinder.Find(Trace);
        var python = PythonBaseline.Run("cycling.py");
        to.WriteLine("cycling, 1,000,000 rows, 20 half cycles                        ms     bytes    bare C# ms     numpy ms    pandas ms");
        Row(to, "half cycles, capacities and dQ/dV by bins of 5 mV", Measure.Milliseconds(FindAndBin, out var all), all, Measure.Milliseconds(Bare, out _), python, "all");
        Row(to, "  half cycles and capacities", Measure.Milliseconds(() => HalfCycleFinder.Find(Trace), out var find), find, double.NaN, python, "capacity");
        Row(to, "  dQ/dV by bins", Measure.Milliseconds(() => Each(halves, h => DifferentialAnalysis.Binned(Trace, h, BinVolts)), out var bins), bins, double.NaN, python, "bins");
        Row(to, "half cycles, capacities and smoothed dQ/dV with noise", Measure.Milliseconds(FindAndSmooth, out var smooth), smooth, double.NaN, python, "smooth");
        Row(to, "resistances of all steps", Measure.Milliseconds(() => StepResistanceFinder.Find(Trace), out var steps), steps, double.NaN, python, "steps");
    }

    static void Row(TextWriter to, string name, double milliseconds, long bytes, double bare, PythonBaseline python, string key) =>
        to.WriteLine($"{name,-56} {milliseconds,8:0.0} {bytes,9} {(double.IsNaN(bare) ? "-" : $"{bare:0.0}"),13} {Beside(python, $"numpy-{key}")} {Beside(python, $"pandas-{key}")}");

    static string Beside(PythonBaseline python, string key) => double.IsNaN(python.Nanoseconds(key)) ? $"{(python.Why.Length > 0 ? python.Why : "-"),12}" : $"{1e-6 * python.Nanoseconds(key),12:0.0}";

    static void FindAndBin() => Each(HalfCycleFinder.Find(Trace), h => DifferentialAnalysis.Binned(Trace, h, BinVolts));

    static void FindAndSmooth() => Each(HalfCycleFinder.Find(Trace), h => DifferentialAnalysis.Smoothed(Trace, h));

    static void Each(IReadOnlyList<HalfCycle> halves, Action<HalfCycle> action)
    {
        foreach (var half in halves)
        {
            action(half);
        }
    }

    /// <summary>The least that can be done where it is known that nothing is special: charge, energy and the bin of each row.</summary>
    static void Bare()
    {
        var bins = new double[512];
        double coulombs = 0, joules = 0;
        for (var i = 1; i < Rows; i++)
        {
            var passed = 0.5 * (Amperes[i] + Amperes[i - 1]) * (Seconds[i] - Seconds[i - 1]);
            coulombs += passed;
            joules += passed * 0.5 * (Volts[i] + Volts[i - 1]);
            bins[(int)((Volts[i] - 2.5) / BinVolts)] += passed;
        }
        _sink = coulombs + joules + bins[100];
    }

    static void Make()
    {
        var random = new Random(1);
        for (var i = 0; i < Rows; i++)
        {
            var half = i / (Rows / HalfCycles);
            var (share, sign) = (i % (Rows / HalfCycles) / (double)(Rows / HalfCycles), half % 2 == 0 ? 1 : -1);
            Seconds[i] = i;
            Amperes[i] = share < 0.9 ? sign * 1e-3 * (1 + 1e-5 * random.NextDouble()) : share < 0.95 ? sign * 1e-3 * Math.Exp(-60 * (share - 0.9)) : 0;
            var way = share < 0.9 ? share / 0.9 : 1;
            Volts[i] = (share < 0.95 ? 3.6 + sign * (-0.6 + 1.2 * way + 0.03 * Math.Sin(20 * way)) : 3.6) + 1e-5 * random.NextDouble();
        }
    }
}
