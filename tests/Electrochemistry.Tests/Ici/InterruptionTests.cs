using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Ici;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Tests.Data;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Tests.Ici;

/// <summary>Interruptions of a constant current: the exact solution with all steps superposed, and a recorded file.</summary>
[TestClass]
public sealed class InterruptionTests
{
    [TestMethod]
    [DataRow("sphere", 100.0)]
    [DataRow("sphere", 1000.0)]
    [DataRow("sphere", 10_000.0)]
    [DataRow("slab", 100.0)]
    [DataRow("slab", 1000.0)]
    [DataRow("slab", 10_000.0)]
    public void ExactData_DWithinOnePercent(string name, double lengthSquaredOverD)
    {
        var shape = name == "slab" ? ConstantFlux.Slab : ConstantFlux.Sphere;
        var rate = 1 / (lengthSquaredOverD * shape.MeanRate * shape.MeanRate);
        var results = Analyse(ExactInterruptions.Make(shape, rate, 40), shape);
        Assert.HasCount(40, results);
        var judged = results.Where(r => r.Rate is not null && r.DiffusionFlags.IsValid()).ToList();
        Assert.IsTrue(judged.Count >= (lengthSquaredOverD < 5000 ? 30 : 5), $"{judged.Count} valid");
        foreach (var result in judged)
        {
            Assert.AreEqual(rate, result.Rate!.Value.Value, 0.01 * rate, $"interruption {result.Observation.Number}");
            Assert.AreEqual(ExactInterruptions.Ohms, result.Resistance.Value, 0.01 * ExactInterruptions.Ohms);
        }
    }

    [TestMethod]
    public void ExactData_RootOfTime_IsFlaggedWhereItReadsHigh()
    {
        var quick = Analyse(ExactInterruptions.Make(ConstantFlux.Sphere, 1.0 / 900, 20), ConstantFlux.Sphere)[10];
        Assert.IsTrue(quick.RootTimeFlags.Contains(Flag.PulseTooLong));
        var slow = Analyse(ExactInterruptions.Make(ConstantFlux.Sphere, 1.0 / 30_000, 40), ConstantFlux.Sphere)[39];
        Assert.IsFalse(slow.RootTimeFlags.Contains(Flag.PulseTooLong));
    }

    [TestMethod]
    public void ExactData_BeforeTheFirstRelaxation_IsStartUp()
    {
        var results = Analyse(ExactInterruptions.Make(ConstantFlux.Sphere, 1.0 / 90_000, 40), ConstantFlux.Sphere);
        Assert.IsTrue(results[3].DiffusionFlags.Contains(Flag.StartUp));
        Assert.IsFalse(results[39].DiffusionFlags.Contains(Flag.StartUp));
    }

    [TestMethod]
    [DataRow(1, 900.001, 3.378233, -4.84610e-3, 3.377452, 0.4132)]
    [DataRow(11, 4000.021, 3.626695, -5.07945e-4, 3.625273, 0.7525)]
    [DataRow(67, 21360.133, 3.751562, -3.16259e-4, 3.750428, 0.6002)]
    [DataRow(133, 41557.959, 4.099923, -4.31198e-4, 4.098969, 0.5046)]
    public void RecordedFile_LinesAreThoseOfTheNote(int number, double end, double last, double slope, double intercept, double resistance)
    {
        var result = Recorded.Value[number - 1];
        Assert.AreEqual(end, result.Observation.Seconds, 0.002);
        Assert.AreEqual(last, result.Observation.LastVolts, 1e-6);
        Assert.AreEqual(slope, result.Observation.Slope.Value, 0.005 * Math.Abs(slope));
        Assert.AreEqual(intercept, result.Observation.Intercept.Value, 20e-6);
        Assert.AreEqual(resistance, (result.Observation.LastVolts - result.Observation.Intercept.Value) / result.Observation.Amperes, 0.011);
    }

    [TestMethod]
    public void RecordedFile_DByThePeersRate_IsThePeersD()
    {
        var results = Recorded.Value;
        Assert.HasCount(133, results);
        double[] peers = [.. Enumerable.Range(1, 131).Select(i =>
        {
            var (before, after, now) = (results[i - 1].Observation, results[i + 1].Observation, results[i].Observation);
            // The peer takes the last voltages on current over all time; charge passes on current only, so our D is (310 s/300 s)^2 larger.
            var rate = (after.LastVolts - before.LastVolts) / (after.Seconds - before.Seconds);
            return WeppnerHuggins.RateForm(rate, now.Slope.Value) * 0.6e-6 * 0.6e-6;
        })];
        Assert.AreEqual(7.11764e-16, peers[9], 0.015 * 7.11764e-16);
        Assert.AreEqual(1.85173e-16, peers[65], 0.015 * 1.85173e-16);
        Assert.IsTrue(peers.All(d => d is > 1e-16 and < 4e-15));
        double[] ours = [.. results.Skip(1).Take(131).Select(r => r.RootTimeRate!.Value.Value * 0.36e-12)];
        Assert.AreEqual(Math.Pow(310.0 / 300, 2), ours.Zip(peers, (a, b) => a / b).Order().ElementAt(65), 0.03);
        Assert.AreEqual(0.599, results.Select(r => (r.Observation.LastVolts - r.Observation.Intercept.Value) / r.Observation.Amperes).Order().ElementAt(66), 0.01);
        Assert.AreEqual(0.19007, results.Select(r => r.DiffusionResistance.Value).Order().ElementAt(66), 0.002);
    }

    [TestMethod]
    public void Results_CarryUnitsAndABudgetThatAddsUp()
    {
        var geometry = new ParticleGeometry(ConstantFlux.Sphere, new(0.6e-6, 0.02e-6), "particle radius", false);
        var results = Interruptions.Results(Recorded.Value, geometry, new Instrument { VoltageGainRelative = 1e-4, CurrentGainRelative = 3e-4 });
        Assert.AreEqual(133, results.Count(r => r.Name == "interruption_resistance"));
        Assert.AreEqual(133, results.Count(r => r.Name == "diffusion_coefficient_ici_root_time"));
        foreach (var result in results)
        {
            Assert.AreEqual(result.Value.Uncertainty, Combine.Quadrature([.. result.Budget.Select(b => b.Uncertainty)]), 1e-6 * result.Value.Uncertainty, result.Name);
        }
    }

    static readonly Lazy<IReadOnlyList<InterruptionResult>> Recorded = new(() =>
    {
        var rows = SharedData.Rows("ici-nmc-full-cell", "ici_charge.csv");
        return Analyse(([.. rows.Select(r => r[0])], [.. rows.Select(r => r[1])], [.. rows.Select(r => r[2])]), ConstantFlux.Sphere);
    });

    static IReadOnlyList<InterruptionResult> Analyse((double[] Seconds, double[] Volts, double[] Amperes) rows, ConstantFlux shape)
    {
        var trace = new Trace(rows.Seconds, rows.Volts, rows.Amperes);
        return Interruptions.Of(trace, SegmentSearch.Of(trace), shape);
    }
}
