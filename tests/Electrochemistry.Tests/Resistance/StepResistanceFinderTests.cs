using CoinRig.Electrochemistry.Resistance;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Tests.Data;
using CoinRig.Electrochemistry.Uncertainty;
using CsCheck;

namespace CoinRig.Electrochemistry.Tests.Resistance;

/// <summary>Resistance at every step of the current.</summary>
[TestClass]
public sealed class StepResistanceFinderTests
{
    static IReadOnlyList<CurrentStepResistance> Hppc()
    {
        var table = RecordedTable.Read("pulses-hppc-full-cell", "hppc_discharge.csv");
        return StepResistanceFinder.Find(new(table["Seconds"], table["Volts"], table["Amps"]), [0.1, 1, 10, 30]);
    }

    static List<List<CurrentStepResistance>> Pulses(double amperes) =>
        [.. Hppc().Where(s => Math.Abs(s.AmperesChange - amperes) < 1e-5 && Math.Abs(s.AmperesBefore) < 1e-6).GroupBy(s => s.StartSeconds).Select(g => g.ToList())];

    /// <summary>The table of the file's note, which corrects for no drift.</summary>
    [TestMethod]
    public void Hppc_Pulses_HaveTheResistancesOfTheTable()
    {
        var discharges = Pulses(-3.2e-3);
        var charges = Pulses(2.4e-3);
        Assert.HasCount(9, discharges);
        Assert.HasCount(9, charges);
        Check(discharges[0], [16.846, 16.884, 17.221, 20.377, 26.182]);
        Check(discharges[4], [20.167, 20.207, 20.559, 23.862, 29.922]);
        Check(discharges[8], [29.939, 30.065, 31.185, 41.505, 59.939]);
        Check(charges[0], [16.934, 16.978, 17.371, 21.059]);
        Check(charges[8], [29.939, 30.097, 31.504, 44.296]);

        static void Check(List<CurrentStepResistance> pulse, double[] ohms)
        {
            Assert.IsGreaterThanOrEqualTo(ohms.Length, pulse.Count);
            Assert.IsTrue(pulse[0].IsFirstReading);
            Assert.AreEqual(1e-3, pulse[0].AtSeconds, 1e-5);
            for (var i = 0; i < ohms.Length; i++)
            {
                Assert.AreEqual(ohms[i], pulse[i].Ohms + pulse[i].DriftOhms, 0.05, $"at {pulse[i].AtSeconds} s");
            }
        }
    }

    /// <summary>The charge pulses come 40 s after the discharge pulses: the cell still relaxes, and that is no resistance.</summary>
    [TestMethod]
    public void Hppc_ChargePulses_AreCorrectedForTheRelaxation()
    {
        var charge = Pulses(2.4e-3)[0];
        Assert.IsGreaterThan(0.1, charge[^1].DriftOhms);
        Assert.IsLessThan(0.01, charge[0].DriftOhms);
        Assert.IsGreaterThan(0.2 * charge[^1].DriftOhms, charge[^1].Budget.Single(t => t.Input == "drift").Uncertainty);
        var discharge = Pulses(-3.2e-3)[0];
        Assert.AreEqual(0, discharge[^1].DriftOhms, 0.05);
    }

    /// <summary>R0 + (R1, C1) after a rest at which the voltage drifts steadily.</summary>
    [TestMethod]
    public void Find_CircuitOnADrift_HasItsResistance() => Gen.Select(Gen.Double[-1e-3, 1e-3], Gen.Double[1e-5, 1e-2], Gen.Bool).Sample((drift, current, isCharge) =>
    {
        var amperes = isCharge ? current : -current;
        var (seconds, volts, currents) = Circuit(drift, amperes);
        var steps = StepResistanceFinder.Find(new(seconds, volts, currents), null, 1e-9);
        Assert.AreEqual(10 + 50 * (1 - Math.Exp(-1 / 5.0)), steps.Single(s => s.AtSeconds == 1).Ohms, 1e-3 + 1e-9 / current);
        Assert.AreEqual(10 + 50 * (1 - Math.Exp(-10 / 5.0)), steps.Single(s => s.AtSeconds == 10).Ohms, 1e-3 + 1e-8 / current);
        var turned = StepResistanceFinder.Find(new(seconds, [.. volts.Select(v => -v)], [.. currents.Select(i => -i)]), null, 1e-9);
        Assert.AreEqual(steps[1].Ohms, turned[1].Ohms, 1e-9);
        var later = StepResistanceFinder.Find(new([.. seconds.Select(t => t + 4096)], volts, currents), null, 1e-9);
        Assert.AreEqual(steps[1].Ohms, later[1].Ohms, 1e-4);
    }, iter: 50);

    [TestMethod]
    public void Find_RowByRow_IsBitEqualToTheWhole()
    {
        var (seconds, volts, amperes) = Circuit(1e-4, 1e-3);
        var finder = new StepResistanceFinder();
        for (var i = 0; i < seconds.Length; i++)
        {
            finder.Add(seconds[i], volts[i], amperes[i]);
        }
        CollectionAssert.AreEqual(StepResistanceFinder.Find(new(seconds, volts, amperes)).Select(s => s.Ohms).ToArray(), finder.Found.Select(s => s.Ohms).ToArray());
    }

    /// <summary>sqrt(2) sigma/|dI| at most: the line before and the interpolation average a little.</summary>
    [TestMethod]
    public void Find_Noise_IsWhatTheScatterIs()
    {
        var random = new Random(3);
        var (z, u) = (new List<double>(), 0.0);
        for (var run = 0; run < 300; run++)
        {
            var (seconds, volts, amperes) = Circuit(0, 1e-3);
            for (var i = 0; i < volts.Length; i++)
            {
                volts[i] += 1e-4 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            }
            var step = StepResistanceFinder.Find(new(seconds, volts, amperes)).First(s => s.AtSeconds == 1);
            u = step.Budget.Total();
            z.Add((step.Ohms - (10 + 50 * (1 - Math.Exp(-1 / 5.0)))) / u);
        }
        Assert.AreEqual(1, Math.Sqrt(z.Average(v => v * v)), 0.15);
        Assert.IsLessThan(1.1 * Math.Sqrt(2) * 1e-4 / 1e-3, u);
    }

    [TestMethod]
    public void Results_SayWhenAndWhatIsIn()
    {
        var (seconds, volts, amperes) = Circuit(0, 1e-3);
        var results = StepResistanceResults.Of(StepResistanceFinder.Find(new(seconds, volts, amperes)), new() { VoltageGainRelative = 1e-4, CurrentGainRelative = 3e-4 });
        var at10 = results.Single(r => r.Details.Any(d => d.Key == "at_seconds" && (double)d.Value == 10));
        Assert.AreEqual("step_resistance", at10.Name);
        CollectionAssert.Contains(at10.Flags.ToList(), Flag.ChargeTransferIncluded);
        Assert.AreEqual(Combine.Quadrature(1e-4, 3e-4), at10.Value.Relative, 1e-4);
    }

    static (double[] Seconds, double[] Volts, double[] Amperes) Circuit(double driftVoltsPerSecond, double amperes)
    {
        var (seconds, volts, currents) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i <= 200; i++)
        {
            Row(0.1 * i, 0, 0);
        }
        for (var i = 0; i <= 200; i++)
        {
            Row(20 + 1e-6 + 0.1 * i, amperes, 1e-6 + 0.1 * i);
        }
        return ([.. seconds], [.. volts], [.. currents]);

        void Row(double time, double current, double since)
        {
            seconds.Add(time);
            currents.Add(current);
            volts.Add(3.7 + driftVoltsPerSecond * time + current * (10 + 50 * (1 - Math.Exp(-since / 5))));
        }
    }
}
