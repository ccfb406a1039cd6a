using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Gateway.Tests;

/// <summary>The shipped examples of the language do to both cells what their pages say.</summary>
[TestClass]
public sealed class ShippedExampleTests
{
    static Preview Of(string protocol, string cell, string expected = "Done")
    {
        var plan = ProtocolFile.Load(Shipped.Protocols.PathOf(protocol), CellFile.Load(Shipped.Cells.PathOf(cell)));
        var preview = Preview.Of(plan, BoardProfileFile.Load(Shipped.Boards.PathOf("reference")), 1, seed: null);
        Assert.AreEqual(expected, preview.State.ToString(), preview.Message);
        return preview;
    }

    [TestMethod]
    [DataRow("ncm523-lpo")]
    [DataRow("ncm523-pristine")]
    public void ConstantPower_GivesItsPowerToTheEnd(string cell)
    {
        var step = Of("constant-power", cell).Steps.Single(s => s.Technique == "constant_power");
        Assert.AreEqual(-0.4e-3, step.EndVolts * step.EndAmperes, 0.4e-3 * 0.002);
        Assert.AreEqual(2.8, step.EndVolts, 1e-3);
        // The mean current follows from the power over a mean voltage, which is between both ends.
        Assert.IsTrue(-step.ChargeAmpereHours / (step.DurationSeconds / 3600) is > 0.4e-3 / 4.2 and < 0.4e-3 / 3.4, $"{step.ChargeAmpereHours} Ah");
    }

    [TestMethod]
    [DataRow("ncm523-lpo")]
    [DataRow("ncm523-pristine")]
    public void ConstantResistance_DrawsWhatTheResistorWould(string cell)
    {
        var step = Of("constant-resistance", cell).Steps.Single(s => s.Technique == "constant_resistance");
        Assert.AreEqual(10e3, -step.EndVolts / step.EndAmperes, 10e3 * 0.002);
        Assert.AreEqual(2.8, step.EndVolts, 1e-3);
    }

    [TestMethod]
    [DataRow("ncm523-lpo")]
    [DataRow("ncm523-pristine")]
    public void UntilWorn_EndsItsLoopByTheCapacityThatIsLeft(string cell)
    {
        var preview = Of("until-worn", cell);
        var retention = preview.Results.Where(r => r.Name == "capacity_retention").ToArray();
        var cycles = preview.Steps.Where(s => s.Number == 3).Max(s => s.Cycle);
        Assert.IsTrue(cycles is > 5 and < 200, $"{cycles} cycles");
        // A half cycle's result comes when the next begins: the loop ends one cycle after the one that shows it.
        Assert.IsTrue(retention.First(r => r.Value < 0.9).Cycle is var shown && shown >= cycles - 1, $"shown in cycle {retention.First(r => r.Value < 0.9).Cycle} of {cycles}");
        Assert.AreEqual("6 7 8", string.Join(' ', preview.Steps.TakeLast(3).Select(s => s.Number)));
    }

    [TestMethod]
    public void Microscope_WaitsThreeTimes_AndGoesOn() =>
        Assert.AreEqual("1 2 3 4 5 6 7", string.Join(' ', Of("microscope", "ncm523-lpo").Steps.Select(s => s.Number)));

    [TestMethod]
    public void Variables_SetForAFasterTest_MakeItFaster()
    {
        var cell = CellFile.Load(Shipped.Cells.PathOf("ncm523-lpo"));
        var document = CoinRig.Documents.Document.Load(Shipped.Protocols.PathOf("variables"));
        var plan = ProtocolFile.Read(Assignments.Apply(document, ["rate=C/2", "cycles=1"]), cell);
        Assert.AreEqual("Charge at C/2 for 4 h or until 4.2 V", plan.Steps.ElementAt(1).Text);
        Assert.AreEqual("Hold at 4.2 V until 0.125 C", plan.Steps.ElementAt(2).Text);
        Assert.AreEqual("Rest for 30 min", plan.Steps.First().Text);
        var slow = Of("variables", "ncm523-lpo");
        var fast = Preview.Of(plan, BoardProfileFile.Load(Shipped.Boards.PathOf("reference")), 1, seed: null);
        Assert.IsLessThan(slow.Seconds / 5, fast.Seconds);
        Assert.AreEqual(3, slow.Steps.Max(s => s.Cycle));
    }
}
