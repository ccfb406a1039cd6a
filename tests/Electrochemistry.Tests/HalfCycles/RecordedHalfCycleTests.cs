using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Electrochemistry.Tests.Data;
using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Electrochemistry.Tests.HalfCycles;

/// <summary>Half cycles of recorded files, without their step numbers, against what their notes say.</summary>
[TestClass]
public sealed class RecordedHalfCycleTests
{
    const double CoulombsPerMilliampereHour = 3.6;

    [TestMethod]
    public void Neware_SiliconHalfCell_HasTheChargesOfItsSteps()
    {
        var table = RecordedTable.Read("neware-cycling", "neware_uio.csv");
        var cycles = CycleTable.Of(HalfCycleFinder.Find(new(table["Cumulative Time"], table["Voltage(V)"], table["Current(A)"])));
        Assert.IsFalse(cycles.ChargeFirst);
        var charge = MilliampereHours(cycles, true);
        var discharge = MilliampereHours(cycles, false);
        Assert.HasCount(5, charge);
        Assert.HasCount(5, discharge);
        // Their cycle 3 holds two of each.
        double[] chargesExpected = [4.249, 4.247, 7.835, 1.438], dischargesExpected = [5.086, 4.368, 7.974, 3.315];
        double[] charges = [charge[0], charge[1], charge[2] + charge[3], charge[4]], discharges = [discharge[0], discharge[1], discharge[2] + discharge[3], discharge[4]];
        for (var i = 0; i < 4; i++)
        {
            Assert.AreEqual(chargesExpected[i], charges[i], 0.002, $"charge of cycle {i + 1}");
            Assert.AreEqual(dischargesExpected[i], discharges[i], 0.002, $"discharge of cycle {i + 1}");
        }
        Assert.IsFalse(cycles.HalfCycles[0].KnownStart);
        Assert.IsFalse(cycles.HalfCycles[^1].ReachedEnd);
        Assert.AreEqual(0.9721, charges[1] / discharges[1], 5e-4);
    }

    [TestMethod]
    public void Maccor_FullCell_HasTheEfficienciesOfItsCounter()
    {
        var table = RecordedTable.Read("maccor-cycling", "maccor_three.txt", '\t', 5);
        var (volts, amperes) = (table["Volts"], table["mAmps"]);
        for (var i = 0; i < volts.Length; i++)
        {
            (volts[i], amperes[i]) = (1e-3 * volts[i], 1e-3 * amperes[i]);
        }
        var (seconds, milliampereHours) = (table["TestTime"], table["mAmp-hr"]);
        var (finder, counter) = (new HalfCycleFinder(), new ChargeCounter());
        for (var i = 0; i < seconds.Length; i++)
        {
            finder.Add(seconds[i], volts[i], amperes[i], counter.NextUnsigned(CoulombsPerMilliampereHour * milliampereHours[i], amperes[i]));
        }
        var cycles = CycleTable.Of(finder.Finish());
        var integrated = HalfCycleFinder.Find(new(seconds, volts, amperes));
        Assert.HasCount(30, integrated);
        for (var i = 0; i < 30; i++)
        {
            // Rows two minutes apart while a hold decays by two thirds: the integral is good to a permille or two, and says so.
            Assert.AreEqual(cycles.HalfCycles[i].Coulombs, integrated[i].Coulombs, 2 * integrated[i].CoulombUncertainty(1e-5, 0), $"half cycle {i}");
            Assert.AreEqual(cycles.HalfCycles[i].Coulombs, integrated[i].Coulombs, 2e-3 * integrated[i].Coulombs);
        }
        var (charge, discharge) = (MilliampereHours(cycles, true), MilliampereHours(cycles, false));
        Assert.HasCount(15, charge);
        Assert.HasCount(15, discharge);
        (int Cycle, double Charge, double Discharge)[] known = [(0, 906.1120, 850.9278), (1, 854.4292, 846.9606), (2, 849.3174, 843.9416), (3, 845.8827, 841.5748), (14, 824.4211, 822.3335)];
        foreach (var (cycle, c, d) in known)
        {
            Assert.AreEqual(c, charge[cycle], 1e-6, $"charge of {cycle}");
            Assert.AreEqual(d, discharge[cycle], 1e-6, $"discharge of {cycle}");
        }
        Assert.AreEqual(0.97092, discharge[14] / discharge[1], 1e-5);
    }

    [TestMethod]
    public void Arbin_FirstRowsTwoMinutesLate_LoseNoCharge()
    {
        var table = RecordedTable.Read("bdf-arbin-label-style", "arbin_example.bdf.csv");
        var cycles = CycleTable.Of(HalfCycleFinder.Find(new(table["Test_Time"], table["Voltage"], table["Current"])));
        Assert.AreEqual(0.483515, MilliampereHours(cycles, true)[0], 1e-4);
        Assert.AreEqual(0.475156, MilliampereHours(cycles, false)[0], 1e-4);
        Assert.AreEqual(0.9827, MilliampereHours(cycles, false)[0] / MilliampereHours(cycles, true)[0], 2e-4);
        double[] later = [0.477, 0.476, 0.476];
        for (var i = 0; i < 3; i++)
        {
            Assert.AreEqual(later[i], MilliampereHours(cycles, true)[i + 1], 1e-3);
        }
        Assert.AreEqual(86.5e-6, cycles.HalfCycles[0].RateAmperes, 1e-7);
    }

    [TestMethod]
    public void Arbin_FastCharge_HasTheChargeOfItsColumn()
    {
        var table = RecordedTable.Read("arbin-fast-charge", "2017-05-09_test-TC-contact_CH33.csv");
        var halves = HalfCycleFinder.Find(new(table["Test_Time"], table["Voltage"], table["Current"]));
        Assert.AreEqual(0.60309, halves.Where(h => h.IsCharge).Sum(h => h.Coulombs) / 3600, 0.0003);
        Assert.IsFalse(halves[^1].ReachedEnd);
    }

    [TestMethod]
    public void Landt_CurrentOfOneDigit_IsReplacedByTheCounters()
    {
        var table = RecordedTable.Read("bdf-landt-graphite", "SINTEF__LiGrR2032__2024-04-30__25degC__Landt.bdf.csv");
        var (seconds, volts, amperes) = (table["test_time_second"], table["voltage_volt"], table["current_ampere"]);
        var (charged, discharged) = (table["charging_capacity_ah"], table["discharging_capacity_ah"]);
        var (finder, counter) = (new HalfCycleFinder(), new ChargeCounter());
        for (var i = 0; i < seconds.Length; i++)
        {
            finder.Add(seconds[i], volts[i], amperes[i], counter.Next(3600 * charged[i], 3600 * discharged[i]));
        }
        var halves = finder.Finish();
        double[] milliampereHours = [6.3, 3.2, 1.3];
        Assert.HasCount(3, halves);
        for (var i = 0; i < 3; i++)
        {
            Assert.AreEqual(milliampereHours[i], halves[i].Coulombs / CoulombsPerMilliampereHour, 1e-9);
            // The counter has steps of 0.1 mAh.
            Assert.AreEqual(0.1 / Math.Sqrt(6), halves[i].EndUncertaintyCoulombs / CoulombsPerMilliampereHour, 0.001);
        }
        Assert.IsFalse(halves[2].ReachedEnd);
    }

    [TestMethod]
    public void Lnmo_TimeCorrected_HasThreeHalfCyclesAndItsEfficiency()
    {
        var table = RecordedTable.Read("bdf-lnmo-pocv", "DLR__LiLNMOHydra0b__20221125__POCV__25degC__Basytec.bdf.csv");
        var seconds = table["test_time_second"].Select(t => t / 3600).ToArray();
        var cycles = CycleTable.Of(HalfCycleFinder.Find(new(seconds, table["voltage_volt"], table["current_ampere"])));
        Assert.IsTrue(cycles.ChargeFirst);
        double[] milliampereHours = [0.01629, 6.28781, 6.17406];
        Assert.HasCount(3, cycles.HalfCycles);
        for (var i = 0; i < 3; i++)
        {
            Assert.AreEqual(milliampereHours[i], cycles.HalfCycles[i].Coulombs / CoulombsPerMilliampereHour, 0.002);
        }
        int[] numbers = [0, 1, 1];
        CollectionAssert.AreEqual(numbers, cycles.HalfCycles.Select(h => h.Cycle).ToArray());
        var results = HalfCycleResults.Of(cycles, Uncertainty.Instrument.Unknown);
        Assert.AreEqual(0.9819, results.Single(r => r.Name == "coulombic_efficiency").Value.Value, 2e-4);
    }

    [TestMethod]
    public void RateTest_BrokenRowsRemoved_HasItsRates()
    {
        var table = RecordedTable.Read("bdf-rate-test-time-bug", "SINTEF__SLPBA842124HV__2024-10-23__Rate_25degC__Neware__Time_Bug.bdf.csv");
        var first = true;
        var kept = table.Where(row => row("test_time_second") > 0 || (first && !(first = false)));
        var cycles = CycleTable.Of(HalfCycleFinder.Find(new(kept["test_time_second"], kept["voltage_volt"], kept["current_ampere"])), new() { StartsDischarged = true });
        var discharges = cycles.HalfCycles.Where(h => !h.IsCharge).ToList();
        double[] ampereHours = [7.2798, 7.2539, 7.2377, 7.2113, 7.1930], amperes = [0.6538, 6.5495, 13.1005, 32.7505, 59.4582];
        Assert.HasCount(5, discharges);
        for (var i = 0; i < 5; i++)
        {
            // Their numbers lack the first row of each step, which ours gives its current back.
            Assert.AreEqual(ampereHours[i], discharges[i].Coulombs / 3600, 0.005 + amperes[i] * 1.1 / 3600);
            Assert.AreEqual(amperes[i], discharges[i].RateAmperes, 0.01 * amperes[i]);
        }
        var rates = RateCapability.Results(cycles, Uncertainty.Instrument.Unknown).Where(r => r.Name == "rate_capacity").ToList();
        // The last discharge is cut by the end of the file.
        Assert.HasCount(4, rates);
        Assert.AreEqual(7.2113 / 7.2798, (double)rates[^1].Details.First(d => d.Key == "share_of_first_rate").Value, 2e-3);
    }

    [TestMethod]
    public void RateTest_BrokenTime_IsNotIntegratedBackwards()
    {
        var table = RecordedTable.Read("bdf-rate-test-time-bug", "SINTEF__SLPBA842124HV__2024-10-23__Rate_25degC__Neware__Time_Bug.bdf.csv");
        var finder = new HalfCycleFinder();
        finder.AddRange(new(table["test_time_second"], table["voltage_volt"], table["current_ampere"]));
        finder.Finish();
        Assert.AreEqual(19, finder.BackwardRows);
    }

    [TestMethod]
    public void BtLab_DischargeOfMinutes_HasTheChargeOfItsColumn()
    {
        var table = RecordedTable.Read("btlab-cccv", "Sample_data_biologic_CA1.txt", '\t', 103);
        var amperes = table["I/mA"].Select(i => 1e-3 * i).ToArray();
        var half = HalfCycleFinder.Find(new(table["time/s"], table["Ecell/V"], amperes)).Single();
        Assert.IsFalse(half.IsCharge);
        Assert.AreEqual(32.371351, half.Coulombs / CoulombsPerMilliampereHour, 1e-3 * 32.37);
        Assert.AreEqual(0.8999, half.RateAmperes, 1e-3);
    }

    [TestMethod]
    public void Novonix_ChargeOfHours_HasTheChargeOfItsColumn()
    {
        var lines = SharedData.Lines("cycler-small-samples", "sample_data_novonix.csv").ToList();
        var heading = lines.FindIndex(l => l.StartsWith("[Data]", StringComparison.Ordinal)) + 2;
        var table = RecordedTable.Read("cycler-small-samples", "sample_data_novonix.csv", ',', heading);
        var seconds = table["Run Time (h)"].Select(h => 3600 * h).ToArray();
        var halves = HalfCycleFinder.Find(new(seconds, table["Potential (V)"], table["Current (A)"]));
        Assert.AreEqual(1.706, halves.Sum(h => h.Coulombs) / 3600, 0.002);
    }

    [TestMethod]
    public void Hppc_ShortPulses_StayWithinTheDischarge()
    {
        var table = RecordedTable.Read("pulses-hppc-full-cell", "hppc_discharge.csv");
        var half = HalfCycleFinder.Find(new(table["Seconds"], table["Volts"], table["Amps"])).Single();
        Assert.AreEqual(3.2024525, half.Coulombs / CoulombsPerMilliampereHour, 1e-6);
        Assert.IsTrue(half.ReachedEnd);
    }

    static double[] MilliampereHours(CycleTable table, bool isCharge) =>
        [.. table.HalfCycles.Where(h => h.IsCharge == isCharge).Select(h => h.Coulombs / CoulombsPerMilliampereHour)];
}
