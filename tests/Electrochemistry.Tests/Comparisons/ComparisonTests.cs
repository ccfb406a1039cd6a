using CoinRig.Electrochemistry.Comparisons;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Electrochemistry.Tests.Comparisons;

/// <summary>Groups of cells against each other.</summary>
[TestClass]
public sealed class ComparisonTests
{
    static CellResults Titrated(string name, double millivoltsAtZero, double slope, double uncertainty = 0.5e-3) => new(name,
        [.. Enumerable.Range(0, 11).Select(i => new Result("total_polarization", new(1e-3 * (millivoltsAtZero + slope * i / 10), uncertainty), "V")
        {
            Details = [new("state_of_charge", i / 10.0), new("branch", "charge")],
        })]);

    static CellResults Resistive(string name, double ohms, double uncertainty) => new(name, [new("step_resistance", new(ohms, uncertainty), "ohm") { Details = [new("at_seconds", 10.0), new("branch", "charge")] }]);

    [TestMethod]
    public void Of_OneCellASide_UsesTheMeasurementAloneAndSaysSo()
    {
        var difference = Comparison.Of(new("coated", [Titrated("c1", 10, 10, 1.5e-3)]), new("pristine", [Titrated("p1", 41, 10, 1.4e-3)]), Quantity.AtCharge("total_polarization", 0.8))!;
        Assert.AreEqual(-31e-3, difference.Value.Value, 1e-9);
        Assert.AreEqual(1.96 * Math.Sqrt(1.5e-3 * 1.5e-3 + 1.4e-3 * 1.4e-3), difference.HalfWidth, 1e-6);
        Assert.AreEqual("coated cut the total polarization at 80 % charge by 31 +- 4 mV (95 %) against pristine (one cell a side: measurement uncertainty alone, how cells of one kind spread is not known).", difference.Sentence);
        CollectionAssert.Contains(difference.ToResult().Flags.ToList(), Flag.SingleCell);
    }

    /// <summary>Welch's example of unequal spreads: the textbook t and degrees of freedom.</summary>
    [TestMethod]
    public void Of_Groups_IsWelch()
    {
        double[] a = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4], b = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4];
        var difference = Comparison.Of(new("A", [.. a.Select((v, i) => Resistive($"a{i}", v, 0))]), new("B", [.. b.Select((v, i) => Resistive($"b{i}", v, 0))]),
            new("step_resistance") { AtDetail = "at_seconds", At = 10 })!;
        Assert.AreEqual(-2.46, difference.Value.Value / difference.Value.Uncertainty, 0.01);
        Assert.AreEqual(25.0, difference.DegreesOfFreedom, 0.1);
        Assert.IsTrue(difference.IsShown);
        Assert.AreEqual("15 and 15 cells, Welch", difference.Basis);
    }

    [TestMethod]
    public void Of_GroupsThatAreAlike_ShowNoDifference()
    {
        var difference = Comparison.Of(new("A", [Resistive("a", 20, 1), Resistive("b", 21, 1)]), new("B", [Resistive("c", 20.5, 1)]), new("step_resistance"))!;
        Assert.IsFalse(difference.IsShown);
        StringAssert.Contains(difference.Sentence, "no difference of the step resistance is shown: 0 +- 2 ohm");
    }

    /// <summary>Two cells that agree by chance are not known better than they were measured.</summary>
    [TestMethod]
    public void Of_CellsThatAgreeByChance_AreNotBetterThanMeasured()
    {
        var difference = Comparison.Of(new("A", [Resistive("a", 20, 1), Resistive("b", 20, 1)]), new("B", [Resistive("c", 25, 1), Resistive("d", 25, 1)]), new("step_resistance"))!;
        Assert.AreEqual(1, difference.Value.Uncertainty, 1e-9);
        Assert.AreEqual(1.96, difference.HalfWidth, 1e-3);
    }

    /// <summary>Intervals of small groups hold the true difference as often as they say.</summary>
    [TestMethod]
    public void Intervals_OfThreeAgainstFour_HoldTheTruth()
    {
        var random = new Random(11);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var held = 0;
        for (var run = 0; run < 1000; run++)
        {
            CellResults Cell(double mean, double spread) => Resistive("x", mean + spread * Normal() + 0.3 * Normal(), 0.3);
            var difference = Comparison.Of(new("A", [Cell(20, 1), Cell(20, 1), Cell(20, 1)]), new("B", [Cell(25, 2), Cell(25, 2), Cell(25, 2), Cell(25, 2)]), new("step_resistance"))!;
            held += Math.Abs(difference.Value.Value + 5) <= difference.HalfWidth ? 1 : 0;
        }
        Assert.AreEqual(950, held, 25);
    }

    [TestMethod]
    public void Profile_BetweenPoints_IsInterpolatedWithDoubt()
    {
        var line = Profile.Of(Titrated("c", 10, 10).Results);
        Assert.AreEqual(14.5e-3, line.At(0.45)!.Value.Value, 1e-12);
        Assert.AreEqual(0.5e-3, line.At(0.45)!.Value.Uncertainty, 1e-9);
        Assert.IsNull(line.At(1.01));
        var bent = Profile.Of(new[] { 0.0, 0.2, 0.4, 0.6 }.Select(x => new Result("q", new(x * x, 0), "1") { Details = [new("state_of_charge", x)] }));
        var between = bent.At(0.3)!.Value;
        Assert.AreEqual(between.Value - 0.09, between.Uncertainty, 1e-9);
    }

    [TestMethod]
    public void Of_Everything_FindsWhatBothHave()
    {
        var differences = Comparison.Of(new CellGroup("coated", [Titrated("c1", 10, 10)]), new CellGroup("pristine", [Titrated("p1", 41, 10), Resistive("p2", 3, 1)]));
        string[] words = ["total polarization at 20 % charge on charge", "total polarization at 50 % charge on charge", "total polarization at 80 % charge on charge"];
        CollectionAssert.AreEqual(words, differences.Select(d => d.Quantity.InWords).ToArray());
    }

    [TestMethod]
    public void Of_FirstCycle_StaysOutOfTheMean()
    {
        CellResults Cell(params double[] efficiencies) => new("c", [.. efficiencies.Select((e, i) => new Result("coulombic_efficiency", new(e, 1e-4), "1") { Flags = i == 0 ? [Flag.FirstCycle] : [], Details = [new("cycle", i + 1.0)] })]);
        var difference = Comparison.Of(new("A", [Cell(0.88, 0.999, 0.999)]), new("B", [Cell(0.80, 0.995, 0.995)]), new("coulombic_efficiency"))!;
        Assert.AreEqual(0.004, difference.Value.Value, 1e-9);
        StringAssert.StartsWith(difference.Sentence, "A raised the coulombic efficiency by 0.0040 +- 0.0003 (95 %) against B");
    }
}
