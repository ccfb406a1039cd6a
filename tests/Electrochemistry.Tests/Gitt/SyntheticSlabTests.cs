using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Tests.Data;

namespace CoinRig.Electrochemistry.Tests.Gitt;

/// <summary>The exact slab titration: D = 1e-11 cm2/s, L = 5e-4 cm, dEs = 10 mV, IR drop 4 mV.</summary>
[TestClass]
public sealed class SyntheticSlabTests
{
    const double TrueD = 1e-15, Length = 5e-6, NoiseVolts = 50e-6;

    [TestMethod]
    public void CleanFile_EveryPulse_GivesDWithin02Percent()
    {
        foreach (var result in Results("gitt_slab_1s.csv", 0))
        {
            Assert.AreEqual(TrueD, result.Rate!.Value.Value * Length * Length, 0.002 * TrueD);
            Assert.AreEqual(TrueD, result.WeppnerHugginsRate!.Value.Value * Length * Length, 0.004 * TrueD);
            Assert.AreEqual(0.010, result.Estimate.EquilibriumStep.Value, 5e-6);
            Assert.AreEqual(0.004, result.InstantOverpotential!.Value.Value, 4e-5);
        }
    }

    [TestMethod]
    public void CleanFile_RelaxationFits_GiveDWithin05Percent()
    {
        foreach (var result in Results("gitt_slab_1s.csv", 0))
        {
            Assert.AreEqual(TrueD, result.Estimate.RelaxationFit!.RatePerSecond * Length * Length, 0.005 * TrueD);
        }
    }

    [TestMethod]
    public void DenseFile_EveryPulse_GivesDWithin02Percent()
    {
        foreach (var result in Results("gitt_slab_100ms.csv", 0))
        {
            Assert.AreEqual(TrueD, result.Rate!.Value.Value * Length * Length, 0.002 * TrueD);
        }
    }

    [TestMethod]
    public void NoisyFile_Pulses_AreCoveredByTheirUncertainty()
    {
        var results = Results("gitt_slab_1s_noise50uV.csv", NoiseVolts);
        var z = results.Select(r => (r.Rate!.Value.Value * Length * Length - TrueD) / (r.Rate!.Value.Uncertainty * Length * Length)).ToList();
        Assert.IsTrue(results.All(r => Math.Abs(r.Rate!.Value.Value * Length * Length / TrueD - 1) < 0.04));
        Assert.IsTrue(z.Count(v => Math.Abs(v) < 2) >= 18, string.Join(" ", z.Select(v => v.ToString("F2"))));
    }

    [TestMethod]
    public void CleanFile_ShortFormula_IsNotTooLongForASlab() =>
        Assert.IsTrue(Results("gitt_slab_1s.csv", 0).All(r => !r.WeppnerHugginsFlags.Contains(Flag.PulseTooLong)));

    static List<PulseResult> Results(string file, double noiseVolts)
    {
        var rows = SharedData.Rows("synthetic-gitt-slab", file);
        var pulses = new List<PulseEstimate>();
        var before = new Equilibrium(3.7, 0, EquilibriumKind.Settled, 3.7, 0, 60);
        var steps = rows.GroupBy(r => (int)r[1]).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        for (var i = 1; i + 1 < steps.Count; i += 2)
        {
            var (pulse, rest) = (steps[i], steps[i + 1]);
            var slow = new EqualBlocks(240, 1);
            rest.ForEach(r => slow.Add(r[3], r[5]));
            var after = RestExtrapolation.Estimate(slow, noiseVolts, rest[^1][5]);
            pulses.Add(PulseEstimate.Of(new()
            {
                Number = pulses.Count + 1,
                Shape = ConstantFlux.Slab,
                PulseSeconds = 600,
                CurrentAmperes = pulse[0][4],
                ChargeCoulombs = pulse[0][4] * 600,
                Pulse = Blocks(pulse),
                Rest = Blocks(rest),
                LastVolts = pulse[^1][5],
                Before = before,
                After = after,
                NoiseVolts = noiseVolts,
                FirstReadingSeconds = 0,
            }));
            before = after;
        }
        return [.. pulses.Select((p, i) => PulseEvaluation.Of(p, i > 0 ? pulses[i - 1] : null, i + 1 < pulses.Count ? pulses[i + 1] : null))];
    }

    static Block[] Blocks(List<double[]> rows)
    {
        var blocks = new LogBlocks();
        rows.ForEach(r => blocks.Add(r[3], r[5]));
        return blocks.Between(0, double.PositiveInfinity);
    }
}
