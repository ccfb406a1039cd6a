using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Tests.Data;
using CoinRig.Electrochemistry.Traces;
using CoinRig.Electrochemistry.Voltammetry;

namespace CoinRig.Electrochemistry.Tests.Voltammetry;

/// <summary>Recordings of others, with what their notes know of them.</summary>
[TestClass]
public sealed class RecordedVoltammogramTests
{
    /// <summary>Limits were changed while it ran, and the largest currents are at the turning points, where gas evolves: no peaks.</summary>
    [TestMethod]
    public void Platinum_Sweeps_AreFoundWithoutColumnsOfTheInstrument()
    {
        var sweeps = VoltammetryAnalysis.Of(RecordedVoltammogram.Platinum("Pt_poly_cv.mpt").Trace).Sweeps;
        Assert.HasCount(10, sweeps);
        foreach (var (sweep, i) in sweeps.Select((s, i) => (s.Sweep, i)))
        {
            Assert.AreEqual(i % 2 == 1, sweep.IsAnodic);
            Assert.AreEqual(i / 2 + 1, sweep.Cycle);
            Assert.AreEqual(0.099997, sweep.Rate.Value, 1e-4);
            Assert.AreEqual(0, sweep.HoldSeconds);
        }
        Assert.AreEqual(1.699927, sweeps.Max(s => Math.Max(s.Sweep.FromVolts, s.Sweep.ToVolts)), 1e-6);
        Assert.AreEqual(-0.050102, sweeps.Min(s => Math.Min(s.Sweep.FromVolts, s.Sweep.ToVolts)), 1e-6);
        Assert.IsFalse(sweeps.SelectMany(s => s.Peaks).Any(p => p.Potential.Value > 1.5));
    }

    [TestMethod]
    [DataRow(2, 0.31583, -0.15732, -0.03751, 0.658)]
    [DataRow(3, 0.32555, -0.24003, -0.05881, 0.632)]
    [DataRow(4, 0.32630, -0.23611, -0.05693, 0.632)]
    public void Platinum_Cycle_HasTheChargesAndTheOxidePeakOfTheNote(int cycle, double anodicMillicoulombs, double cathodicMillicoulombs, double peakMilliamperes, double peakVolts)
    {
        var recording = RecordedVoltammogram.Platinum("Pt_poly_cv.mpt");
        var charge = SignedCharge.Of(recording.Cycle(cycle).Trace);
        Assert.AreEqual(anodicMillicoulombs, 1e3 * charge.AnodicCoulombs, 1e-3);
        Assert.AreEqual(cathodicMillicoulombs, 1e3 * charge.CathodicCoulombs, 1e-3);
        // The instrument counts on while the potential falls, at 0.949 V: the oxide is reduced at the beginning of its cycle.
        var begins = recording.Cycle(cycle).Seconds[0];
        var sweep = VoltammetryAnalysis.Of(recording.Trace).Sweeps.First(s => !s.Sweep.IsAnodic && recording.Seconds[s.Sweep.Last] > begins);
        var peak = sweep.Peaks.Single(p => p.Potential.Value is > 0.4 and < 1.1);
        Assert.AreEqual(peakVolts, peak.Potential.Value, 5e-3);
        Assert.AreEqual(peakMilliamperes, 1e3 * peak.Current.Value, 5e-4);
    }

    [TestMethod]
    public void Platinum_EveryTwentiethRow_HasTheSameSweeps()
    {
        var sweeps = VoltammetryAnalysis.Of(RecordedVoltammogram.Platinum("Pt_poly_cv_CUT.mpt").Trace).Sweeps;
        Assert.IsGreaterThanOrEqualTo(8, sweeps.Count);
        Assert.IsTrue(sweeps.All(s => Math.Abs(s.Sweep.Rate.Value - 0.1) < 2e-3));
    }

    /// <summary>No time: the way of the potential at the given rate is the time.</summary>
    [TestMethod]
    public void Copper_WithTheRateGiven_HasChargesAndPeaks()
    {
        var recording = RecordedVoltammogram.Copper();
        var sweeps = VoltammetryAnalysis.Of(recording.Trace, new() { RateVoltsPerSecond = 0.05 }).Sweeps;
        Assert.HasCount(2, sweeps);
        Assert.AreEqual(0.499323, sweeps[0].Sweep.FromVolts, 1e-6);
        Assert.AreEqual(-0.198436, sweeps[0].Sweep.ToVolts, 1e-6);
        var (cathodic, anodic) = (sweeps[0].MainPeak!, sweeps[1].MainPeak!);
        Assert.AreEqual(0.46475, cathodic.Potential.Value, 1e-3);
        Assert.AreEqual(-0.05221204e-3, cathodic.Current.Value, 5e-8);
        Assert.AreEqual(0.49056, anodic.Potential.Value, 1e-3);
        Assert.AreEqual(0.06749498e-3, anodic.Current.Value, 2e-7);
        double charge = 0;
        for (var i = sweeps[0].Sweep.First; i < sweeps[0].Sweep.Last; i++)
        {
            charge += 0.5 * (recording.Amperes[i] + recording.Amperes[i + 1]) * Math.Abs(recording.Volts[i + 1] - recording.Volts[i]) / 0.05;
        }
        Assert.AreEqual(charge, sweeps[0].Charge!.Value.AnodicCoulombs + sweeps[0].Charge!.Value.CathodicCoulombs, 1e-9);
    }

    [TestMethod]
    public void Copper_WithoutTheRate_HasPeaksAndNoCharges()
    {
        var voltammogram = VoltammetryAnalysis.Of(RecordedVoltammogram.Copper().Trace);
        Assert.HasCount(2, voltammogram.Sweeps);
        Assert.AreEqual(0.46475, voltammogram.Sweeps[0].MainPeak!.Potential.Value, 1e-3);
        Assert.IsNull(voltammogram.Sweeps[0].Charge);
        Assert.IsFalse(voltammogram.Results().Any(r => r.Name is "scan_rate" or "anodic_charge" or "peak_charge"));
        Assert.IsTrue(voltammogram.Results().All(r => double.IsFinite(r.Value.Value)));
    }

    /// <summary>The curves of the Gamry file have ten rows each, altered by hand: no sweep can be told from them.</summary>
    [TestMethod]
    public void Gamry_TenRows_HaveNoSweep()
    {
        var rows = SharedData.Lines("gamry-dta-small", "cv_data.dta").Where(l => l.StartsWith('\t') && l.Split('\t') is [_, var first, ..] && double.TryParse(first, out _)).Take(10)
            .Select(l => l.Split('\t')).ToList();
        Assert.HasCount(10, rows);
        Assert.IsEmpty(VoltammetryAnalysis.Of(new Trace([.. rows.Select(r => double.Parse(r[2]))], [.. rows.Select(r => double.Parse(r[3]))], [.. rows.Select(r => double.Parse(r[4]))])).Sweeps);
    }
}
