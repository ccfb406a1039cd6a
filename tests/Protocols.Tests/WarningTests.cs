namespace CoinRig.Protocols.Tests;

/// <summary>What is allowed but probably not meant.</summary>
[TestClass]
public sealed class WarningTests
{
    [TestMethod]
    [DataRow("  - Charge at C/5 until 4.2 V\n  - Hold at 4.1 V until C/20", "test.yaml:4:5: the hold is at 4.1 V, but the step before it ends at 4.2 V; usually both are the same voltage")]
    [DataRow("  - Charge at C/5 until 4.2 V\n  - Hold at 4.2 V until C/2", "test.yaml:4:5: the hold ends as soon as it begins: '|current| < C/2' is met by the current of the step before it; a cut-off below 122.148 uA")]
    [DataRow("  - Charge at C/5 until < 4.2 V", "test.yaml:3:5: 'voltage < 4.2 V' is met at once or never: a charge raises the voltage; a charge usually ends with voltage > VALUE")]
    [DataRow("  - {step: constant_current, current: -C/5, until: voltage > 3 V}", "test.yaml:3:52: 'voltage > 3 V' is met at once or never: a discharge lowers the voltage; a discharge usually ends with voltage < VALUE")]
    [DataRow("  - Charge at C/5 until 4.5 V", "test.yaml:3:5: the step ends at 4.5 V, which is as good as the cell's limit; noise of a reading can cross the limit and stop the run: leave some millivolts between them")]
    [DataRow("  - {step: rest, for: 1 h, until: time > 2 h}", "test.yaml:3:5: several times end the step, and 'time > 2 h' is never reached; one of them")]
    [DataRow("  - {step: linear_sweep, rate: 1 mV/s, start: 3 V, end: 4 V, until: voltage > 4.1 V}", "test.yaml:3:69: 'voltage > 4.1 V' is never met: the sweep ends at 4 V; a voltage before the end of the sweep")]
    [DataRow("  - {repeat: 2, cycle: true, steps: [Rest for 1 hour]}\n  - {repeat: 2, steps: [Rest for 1 hour]}", "test.yaml:4:5: the passes of this loop are no cycles, because other loops are marked 'cycle: true': all of them get one cycle number; 'cycle: true' here too, or on no loop (then the outermost count)")]
    [DataRow("  - {repeat: 100000, steps: [Rest for 1000 hours]}", "test.yaml:3:3: the protocol takes 11407.7 years; fewer passes or shorter steps, if that is not meant")]
    public void Plan_ProbablyNotMeant_Warns(string steps, string expected) =>
        Assert.AreEqual(expected, Shipped.Steps(steps).Warnings.Single().ToString());

    [TestMethod]
    public void Hold_AfterAChargeToItsVoltage_ExpectsTheCurrentOfTheCharge()
    {
        var steps = Shipped.Steps("  - Charge at C/5 until 4.2 V\n  - Hold at 4.2 V until C/20\n  - Hold at 4.2 V for 1 hour").Steps.ToArray();
        Assert.AreEqual(1.25 * 0.2 * Shipped.Lpo.OneCAmperes, steps[1].Segments[0].LargestExpectedAmperes, 1e-12);
        Assert.AreEqual(5e-3, steps[2].Segments[0].LargestExpectedAmperes);
    }
}
