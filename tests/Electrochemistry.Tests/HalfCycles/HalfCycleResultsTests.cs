using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Tests.HalfCycles;

/// <summary>Results, flags and budgets of half cycles.</summary>
[TestClass]
public sealed class HalfCycleResultsTests
{
    static readonly Instrument Rig = new() { NoiseVolts = 1e-5, NoiseAmperes = 1e-9, VoltageGainRelative = 5e-5, VoltageOffsetVolts = 1e-4, CurrentGainRelative = 3e-4, CurrentOffsetAmperes = 1e-8, CurrentDriftRelative = 15e-6 };

    static HalfCycle Half(bool isCharge, double milliampereHours, double current = 50e-6, bool reachedEnd = true) =>
        new(isCharge, 0, 3.6 * milliampereHours, 3.6 * milliampereHours * (isCharge ? 3.9 : 3.8), 3.6 * milliampereHours / current, current, reachedEnd, false) { Rows = 5000, EndSeconds = 1, EndVolts = 4.2 };

    static IReadOnlyList<Result> Results(CycleRules rules, params HalfCycle[] halves) => HalfCycleResults.Of(CycleTable.Of(halves, rules), Rig, new Estimate(3.4e-6, 2e-8));

    [TestMethod]
    public void Of_DeclaredStart_FlagsTheFirstEfficiencyAndOnlyThat()
    {
        var results = Results(new() { StartsDischarged = true }, Half(true, 0.556), Half(false, 0.552), Half(true, 0.553), Half(false, 0.551));
        var efficiencies = results.Where(r => r.Name == "coulombic_efficiency").ToList();
        Assert.HasCount(2, efficiencies);
        Assert.AreEqual(0.5520 / 0.5560, efficiencies[0].Value.Value, 1e-12);
        CollectionAssert.Contains(efficiencies[0].Flags.ToList(), Flag.FirstCycle);
        Assert.IsEmpty(efficiencies[1].Flags);
        var retention = results.Where(r => r.Name == "capacity_retention").ToList();
        Assert.AreEqual(new Estimate(1, 0), retention[0].Value);
        Assert.AreEqual(0.551 / 0.552, retention[1].Value.Value, 1e-12);
    }

    [TestMethod]
    public void Of_UnknownStartOrCutEnd_MakesNoEfficiency()
    {
        Assert.IsFalse(Results(new(), Half(true, 0.556), Half(false, 0.552)).Any(r => r.Name.EndsWith("efficiency", StringComparison.Ordinal)));
        var cut = Results(new() { StartsDischarged = true }, Half(true, 0.556), Half(false, 0.3, reachedEnd: false));
        Assert.IsFalse(cut.Any(r => r.Name is "coulombic_efficiency" or "capacity_retention"));
        CollectionAssert.Contains(cut.Single(r => r.Name == "discharge_capacity").Flags.ToList(), Flag.Incomplete);
    }

    [TestMethod]
    public void Of_NegativeElectrode_DividesTheOtherWay()
    {
        var results = Results(new() { ChargeFirst = false }, Half(true, 0.1), Half(false, 0.56), Half(true, 0.55));
        Assert.AreEqual(0.55 / 0.56, results.Single(r => r.Name == "coulombic_efficiency").Value.Value, 1e-12);
    }

    [TestMethod]
    public void Of_Budget_NamesWhatCosts()
    {
        var results = Results(new() { StartsDischarged = true }, Half(true, 0.556), Half(false, 0.552));
        var specific = results.First(r => r.Name == "specific_charge_capacity");
        Assert.AreEqual(0.556e-3 / 3.4e-6, specific.Value.Value, 1e-9);
        Assert.AreEqual("mass", specific.Budget.MaxBy(t => t.Uncertainty).Input);
        Assert.AreEqual(specific.Value.Uncertainty, specific.Budget.Total(), 1e-12);
        var efficiency = results.Single(r => r.Name == "coulombic_efficiency");
        Assert.AreEqual("current_offset", efficiency.Budget.MaxBy(t => t.Uncertainty).Input);
        Assert.AreEqual(2 * 1e-8 / 50e-6 * efficiency.Value.Value, efficiency.Value.Uncertainty, 0.02 * efficiency.Value.Uncertainty);
        var volts = results.First(r => r.Name == "average_voltage");
        Assert.AreEqual(3.9, volts.Value.Value, 1e-9);
        Assert.AreEqual(Combine.Quadrature(5e-5 * 3.9, 1e-4), volts.Value.Uncertainty, 1e-6);
    }

    [TestMethod]
    public void Results_RateTestThatComesBack_HasMediansAndRecovery()
    {
        HalfCycle[] halves = [.. new[] { (0.56, 1), (0.555, 1), (0.554, 1), (0.553, 1), (0.45, 4), (0.44, 4), (0.30, 10), (0.545, 1), (0.546, 1) }
            .SelectMany(p => new[] { Half(true, p.Item1 + 0.001), Half(false, p.Item1, p.Item2 * 50e-6) })];
        var results = RateCapability.Results(CycleTable.Of(halves, new() { StartsDischarged = true }), Rig);
        double[] expected = [0.554e-3, 0.44e-3, 0.30e-3, 0.545e-3];
        var rates = results.Where(r => r.Name == "rate_capacity").Select(r => r.Value.Value).ToArray();
        Assert.HasCount(4, rates);
        for (var i = 0; i < 4; i++)
        {
            Assert.AreEqual(expected[i], rates[i], 1e-9);
        }
        Assert.AreEqual(0.545 / 0.554, results.Single(r => r.Name == "rate_recovery").Value.Value, 1e-9);
    }
}
