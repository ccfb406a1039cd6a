using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Voltammetry;

namespace CoinRig.Electrochemistry.Tests.Voltammetry;

/// <summary>Sweeps of made-up potentials.</summary>
[TestClass]
public sealed class SweepFinderTests
{
    const double Rate = 1e-3;

    /// <summary>Noise of 2 mV on rows 1 mV apart turns back at nearly every row, and still there are four sweeps.</summary>
    [TestMethod]
    [DataRow(0.0)]
    [DataRow(1e-4)]
    [DataRow(2e-3)]
    public void Triangle_WithNoise_HasFourSweepsWithTheRightRate(double noise)
    {
        var sweeps = Find(Waveform(hold: 0, step: 0, cycles: 2), noise);
        Assert.HasCount(4, sweeps);
        foreach (var sweep in sweeps)
        {
            Assert.AreEqual(Rate, sweep.Rate.Value, 4 * sweep.Rate.Uncertainty + 1e-9);
            Assert.AreEqual(800, sweep.Rows, 1 + noise * 1e4);
            Assert.AreEqual(0, sweep.HoldSeconds, 30);
            Assert.AreEqual(0, sweep.StepVolts);
        }
        CollectionAssert.AreEqual(new[] { true, false, true, false }, sweeps.Select(s => s.IsAnodic).ToArray());
        CollectionAssert.AreEqual(new[] { 1, 1, 2, 2 }, sweeps.Select(s => s.Cycle).ToArray());
    }

    [TestMethod]
    [DataRow(0.0)]
    [DataRow(5e-4)]
    public void Holds_AtTheVertices_AreInNoSweep(double noise)
    {
        var sweeps = Find(Waveform(hold: 300, step: 0, cycles: 2), noise);
        Assert.HasCount(4, sweeps);
        foreach (var sweep in sweeps)
        {
            Assert.AreEqual(800, sweep.Rows, 10);
            Assert.AreEqual(300, sweep.HoldSeconds, 10 + 1e4 * noise);
            Assert.AreEqual(Rate, sweep.Rate.Value, 4 * sweep.Rate.Uncertainty + 1e-9);
        }
    }

    [TestMethod]
    public void Staircase_WithSeveralRowsAStep_SaysItsStep()
    {
        var sweeps = Find(Waveform(hold: 0, step: 5e-3, cycles: 1), 0);
        Assert.HasCount(2, sweeps);
        foreach (var sweep in sweeps)
        {
            Assert.AreEqual(5e-3, sweep.StepVolts, 1e-9);
            Assert.AreEqual(Rate, sweep.Rate.Value, 3 * sweep.Rate.Uncertainty);
        }
    }

    /// <summary>The current of a staircase decays within each step; only its average is that of the ramp.</summary>
    [TestMethod]
    public void Staircase_SpikesAfterEachStep_AreAveraged()
    {
        static double Bell(double v) => 1e-3 * Math.Exp(-Math.Pow((v - 3.8) / 0.05, 2));
        var volts = Waveform(hold: 0, step: 5e-3, cycles: 1);
        var amperes = volts.Select((v, i) => Bell(v) * (i % 5 == 0 ? 3 : 0.5)).ToArray();
        var peak = VoltammetryAnalysis.Of(new(Times(volts.Length), volts, amperes)).Sweeps[0].MainPeak!;
        Assert.AreEqual(1e-3, peak.Current.Value, 2e-6);
        Assert.AreEqual(3.8, peak.Potential.Value, 1e-3);
    }

    [TestMethod]
    public void Rest_Jumps_AndRelaxation_AreNoSweeps()
    {
        double[] volts = [.. Enumerable.Repeat(3.7, 500), .. Enumerable.Range(0, 500).Select(i => 4.0 - 0.2 * Math.Exp(-i / 20.0)), .. Enumerable.Repeat(3.5, 500)];
        Assert.IsEmpty(Find(volts, 1e-5));
    }

    [TestMethod]
    public void Nothing_OrOneRow_IsNoSweep()
    {
        Assert.IsEmpty(SweepFinder.Find(new Trace([], [], [])));
        Assert.IsEmpty(SweepFinder.Find(new Trace([0], [3.7], [0])));
        Assert.IsEmpty(VoltammetryAnalysis.Of(new Trace([], [], [])).Results());
    }

    static IReadOnlyList<Sweep> Find(double[] volts, double noise)
    {
        var chance = new Random(3);
        double[] read = [.. volts.Select(v => v + noise * Normal(chance))];
        return SweepFinder.Find(new(Times(volts.Length), read, new double[volts.Length]));
    }

    /// <summary>3.4 to 4.2 V and back at 1 mV a row; a hold before each sweep.</summary>
    static double[] Waveform(int hold, double step, int cycles)
    {
        List<double> volts = [];
        for (var sweep = 0; sweep < 2 * cycles; sweep++)
        {
            volts.AddRange(Enumerable.Repeat(sweep % 2 == 0 ? 3.4 : 4.2, hold));
            volts.AddRange(Enumerable.Range(0, 800).Select(i => sweep % 2 == 0 ? 3.4 + 1e-3 * i : 4.2 - 1e-3 * i));
        }
        return step > 0 ? [.. volts.Select(v => 3.4 + step * Math.Floor((v - 3.4) / step + 1e-9))] : [.. volts];
    }

    static double[] Times(int rows) => [.. Enumerable.Range(0, rows).Select(i => i * 1.0)];

    internal static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
