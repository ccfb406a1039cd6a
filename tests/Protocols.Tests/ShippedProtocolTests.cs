namespace CoinRig.Protocols.Tests;

[TestClass]
public sealed class ShippedProtocolTests
{
    [TestMethod]
    public void Shipped_EveryProtocol_ReadsForBothCellsWithoutWarning()
    {
        var names = Shipped.Protocols.Where(p => !Path.GetFileName(p).StartsWith("check-", StringComparison.Ordinal)).ToArray();
        Assert.HasCount(22, names);
        foreach (var path in names)
        {
            foreach (var cell in new[] { Shipped.Lpo, Shipped.Pristine })
            {
                var plan = ProtocolFile.Load(path, cell);
                Assert.IsEmpty(plan.Warnings, $"{path}: {string.Join(Environment.NewLine, plan.Warnings)}");
                Assert.AreNotEqual(Certainty.Unknown, PlanEstimate.Of(plan).Duration.Certainty, path);
            }
        }
    }

    [TestMethod]
    public void Shipped_EveryProtocol_ReadsWithoutACell()
    {
        foreach (var path in Shipped.Protocols)
        {
            var plan = ProtocolFile.LoadWithoutCell(path);
            Assert.IsTrue(plan.CellIsAssumed);
            Assert.IsGreaterThan(0, PlanEstimate.Of(plan).Duration.Seconds, path);
        }
    }

    [TestMethod]
    public void Checks_ForTheDummies_ReadForTheirCells()
    {
        Assert.IsEmpty(Shipped.Load("check-resistor", Shipped.Resistor).Warnings);
        Assert.IsEmpty(Shipped.Load("check-meters", Shipped.Resistor).Warnings);
        Assert.IsEmpty(Shipped.Load("check-randles", Shipped.Randles).Warnings);
    }

    [TestMethod]
    public void RateTest_Discharges_AreAtFiveRatesFiveTimesEach()
    {
        var plan = Shipped.Load("rate-test", Shipped.Lpo);
        var oneC = 180e-3 * 3.393e-3;
        var discharges = plan.Steps.Select(s => s.Segments[0].Set.Start).Where(i => i < 0).ToArray();
        foreach (var (expected, actual) in new[] { 0.1, 0.2, 0.5, 1, 2 }.Zip(discharges))
        {
            Assert.AreEqual(-expected * oneC, actual, 1e-12);
        }
        Assert.IsTrue(plan.Instructions.OfType<BeginLoop>().All(l => l is { Count: 5, CountsCycles: true }));
        Assert.IsTrue(plan.Steps.Where(s => s.Segments[0].Set.Start > 0).All(s => Math.Abs(s.Segments[0].Set.Start - 0.1 * oneC) < 1e-12));
    }

    [TestMethod]
    [DataRow("gitt", 600.0, 3600.0)]
    [DataRow("gitt-accurate", 300.0, 14400.0)]
    public void Gitt_PulsesAndRests_AreAsPublished(string name, double pulse, double rest)
    {
        var step = Shipped.Load(name, Shipped.Pristine).Steps.Last();
        Assert.IsTrue(step.Repeats);
        Assert.AreEqual(pulse, step.Segments[0].Until.Single().Threshold);
        Assert.AreEqual(rest, step.Segments[1].Until.Single().Threshold);
        Assert.AreEqual(SegmentRole.Pulse, step.Segments[0].Role);
        Assert.AreEqual(SegmentRole.Relaxation, step.Segments[1].Role);
        Assert.AreEqual(10, step.Segments[0].Record.IntervalSeconds);
        Assert.AreEqual(60, step.Segments[1].Record.IntervalSeconds);
        Assert.AreEqual(ControlMode.OpenCircuit, step.Segments[1].Mode);
    }

    [TestMethod]
    public void Demo_Estimate_IsDaysWithMoreThanTwentyPulses()
    {
        var plan = Shipped.Load("demo", Shipped.Lpo);
        var hours = PlanEstimate.Of(plan).Duration.Seconds / 3600;
        Assert.IsTrue(hours is > 100 and < 200, $"{hours} h");
        var gitt = plan.Steps.Last();
        var perPulse = gitt.Segments[0].Set.Start * 300;
        Assert.IsGreaterThan(20, Shipped.Lpo.OneCAmperes * 3600 / perPulse);
    }
}
