using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Tests.Data;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Tests.Gitt;

/// <summary>Titrations in files without step numbers, beside what the files' notes say.</summary>
[TestClass]
public sealed class TitrationFileTests
{
    const double TrueD = 1e-15, Length = 5e-6;
    static readonly ParticleGeometry Slab = new(ConstantFlux.Slab, new(Length, 0), "known", false);

    [TestMethod]
    [DataRow("gitt_slab_1s.csv", 20)]
    [DataRow("gitt_slab_100ms.csv", 5)]
    public void CleanFile_SlopeAndVoltages_AreThoseOfTheNote(string file, int count)
    {
        var pulses = Pulses(file, Slab.Shape);
        Assert.HasCount(count, pulses);
        for (var i = 0; i < count; i++)
        {
            var result = pulses[i].Result;
            var first = i == 0;
            Assert.AreEqual(0.010, result.Estimate.EquilibriumStep.Value, 5e-6);
            // The note's 2.972912 mV/s^0.5 still has the drift of the rests before in it; without, it is the first pulse's.
            Assert.AreEqual(2.973540e-3, result.RootTimeLine!.Slope.Value, 4e-7);
            Assert.AreEqual(600, result.RootTimeLine.ToSeconds, 35);
            Assert.AreEqual(0.0728238, result.TransientStep!.Value.Value, first ? 5e-5 : 2e-5);
            Assert.AreEqual(0.004, result.InstantOverpotential!.Value.Value, 4e-5);
            foreach (var rate in new[] { result.Rate, result.WeppnerHugginsRate, result.WeppnerHugginsSlopeRate })
            {
                Assert.AreEqual(TrueD, rate!.Value.Value * Length * Length, (first ? 0.015 : 0.002) * TrueD);
            }
        }
    }

    [TestMethod]
    public void CleanFile_ExactFit_GivesDWithinATenthOfAPercent()
    {
        foreach (var pulse in Pulses("gitt_slab_1s.csv", Slab.Shape).Skip(1))
        {
            Assert.AreEqual(TrueD, pulse.Result.Rate!.Value.Value * Length * Length, 0.001 * TrueD);
        }
    }

    [TestMethod]
    public void NoisyFile_SinglePulses_AreWithinFourPercent()
    {
        foreach (var pulse in Pulses("gitt_slab_1s_noise50uV.csv", Slab.Shape))
        {
            Assert.AreEqual(TrueD, pulse.Result.Rate!.Value.Value * Length * Length, 0.04 * TrueD);
            Assert.AreEqual(TrueD, pulse.Result.WeppnerHugginsSlopeRate!.Value.Value * Length * Length, 0.04 * TrueD);
        }
    }

    [TestMethod]
    public void CutRest_MissingPulseAndMissingRest_AreFlagged()
    {
        var rows = SharedData.Rows("synthetic-gitt-slab", "gitt_slab_1s.csv");
        var missingRest = Pulses([.. rows.Where(r => r[1] != 7)]);
        Assert.IsTrue(missingRest[2].Result.DiffusionFlags.Contains(Flag.MissingStep));
        Assert.IsTrue(missingRest[1].Result.DiffusionFlags.IsValid(), "its neighbour is not touched");
        var missingPulse = Pulses([.. rows.Where(r => r[1] != 8)]);
        Assert.HasCount(19, missingPulse);
        Assert.IsTrue(missingPulse[2].Result.DiffusionFlags.Contains(Flag.MissingStep), "the rest after the third pulse has the hole");
        Assert.IsTrue(missingPulse[3].Result.DiffusionFlags.Contains(Flag.MissingStep));
        var cut = Pulses([.. rows.Where(r => r[1] < 11 || (r[1] == 11 && r[3] < 1200))]);
        Assert.IsFalse(cut[^1].Result.DiffusionFlags.IsValid());
        Assert.IsTrue(cut[^1].Result.StepFlags.Any(f => f.Name == "rest-too-short"));
    }

    [TestMethod]
    public void PulseTest_OnlyTheTitrationIsTaken_AndItsRestsAreFlagged()
    {
        var rows = SharedData.Text("pulses-hppc-full-cell", "hppc_discharge.csv").Select(r => new[] { double.Parse(r[0]), double.Parse(r[2]), double.Parse(r[1]) }).ToList();
        var pulses = Pulses(rows, ConstantFlux.Sphere, 0, 1, 2);
        Assert.IsTrue(pulses.Count is 9 or 10);
        Assert.IsTrue(pulses.All(p => p.Result.Estimate.Observation.CurrentAmperes is < -1.06e-3 and > -1.07e-3));
        Assert.AreEqual(1080, pulses[0].Result.Estimate.Observation.PulseSeconds, 0.01);
        Assert.AreEqual(3.992030, pulses[0].Result.Estimate.Observation.LastVolts, 1e-6);
        Assert.AreEqual(4.026181, pulses[0].Result.Estimate.Observation.After.LastVolts, 2e-4);
        foreach (var pulse in pulses.Skip(1))
        {
            Assert.IsFalse(pulse.Result.DiffusionFlags.IsValid(), "forty seconds are no rest");
            Assert.IsTrue(pulse.Result.StepFlags.Contains(Flag.RestTooShort));
        }
    }

    [TestMethod]
    public void RowByRow_IsTheFileBitForBit()
    {
        var rows = SharedData.Rows("synthetic-gitt-slab", "gitt_slab_1s_noise50uV.csv");
        var batch = Pulses(rows).Select(p => p.Result.Estimate).ToList();
        var stream = new TitrationStream(ConstantFlux.Slab, double.NaN);
        var live = new List<PulseEstimate>();
        var step = 0.0;
        foreach (var row in rows)
        {
            if (row[1] != step)
            {
                AddIf(stream.End(row[0]));
                stream.Begin(row[4] == 0 ? TitrationStep.Rest : TitrationStep.Pulse, row[0]);
                step = row[1];
            }
            stream.Add(row[0], row[5], row[4]);
        }
        AddIf(stream.End(rows[^1][0]));
        Assert.HasCount(batch.Count, live);
        for (var i = 0; i < live.Count; i++)
        {
            Assert.AreEqual(batch[i].PulseFit, live[i].PulseFit);
            Assert.AreEqual(batch[i].RelaxationFit, live[i].RelaxationFit);
            Assert.AreEqual(batch[i].EquilibriumStep, live[i].EquilibriumStep);
            Assert.AreEqual(batch[i].Split, live[i].Split);
        }

        void AddIf(PulseEstimate? estimate)
        {
            if (estimate is not null)
            {
                live.Add(estimate);
            }
        }
    }

    [TestMethod]
    public void Results_CarryUnitsWindowsAndABudgetThatAddsUp()
    {
        var pulses = Pulses("gitt_slab_1s_noise50uV.csv", Slab.Shape);
        var results = Titration.Results(pulses, Slab with { LengthMetres = new(Length, 1e-7) }, new Instrument { VoltageGainRelative = 1e-4 });
        foreach (var name in new[] { "delta_e_s", "delta_e_t", "total_polarization", "diffusion_coefficient", "diffusion_coefficient_weppner_huggins", "diffusion_coefficient_weppner_huggins_slope" })
        {
            var those = results.Where(r => r.Name == name).ToList();
            Assert.HasCount(20, those, name);
            foreach (var result in those)
            {
                Assert.AreEqual(result.Value.Uncertainty, Combine.Quadrature([.. result.Budget.Select(b => b.Uncertainty)]), 1e-6 * result.Value.Uncertainty, name);
            }
        }
        var d = results.First(r => r.Name == "diffusion_coefficient_weppner_huggins_slope");
        Assert.IsTrue(d.Details.Any(x => x.Key == "fit_to_seconds" && x.Value is > 400.0));
        Assert.IsTrue(results.Where(r => r.Name == "total_polarization").Select(r => (double)r.Details.First(x => x.Key == "state_of_charge").Value).Zip(
            Enumerable.Range(0, 20), (actual, i) => Math.Abs(actual - (i + 0.5) / 20) < 1e-9).All(x => x));
    }

    static IReadOnlyList<TitrationPulse> Pulses(string file, ConstantFlux shape) => Pulses(SharedData.Rows("synthetic-gitt-slab", file), shape);

    static IReadOnlyList<TitrationPulse> Pulses(List<double[]> rows, ConstantFlux? shape = null, int seconds = 0, int volts = 5, int amperes = 4)
    {
        var trace = new Trace([.. rows.Select(r => r[seconds])], [.. rows.Select(r => r[volts])], [.. rows.Select(r => r[amperes])]);
        return Titration.Of(trace, SegmentSearch.Of(trace), shape ?? ConstantFlux.Slab, Instrument.Unknown);
    }
}
