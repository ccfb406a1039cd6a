using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Gateway.Tests;

/// <summary>A preview tells what the whole run, with chips and noise, then does.</summary>
[TestClass]
public sealed class PreviewTests
{
    const string Head = "name: previewed\nlimits: {voltage: 2.5 V .. 4.35 V}\nrecord: {dt: 60 s, dV: 5 mV}\nsteps:\n  - Rest for 10 minutes\n";

    const string Cycles = Head + "  - repeat: 2\n    steps:\n      - Charge at C/5 until 4.2 V\n      - Hold at 4.2 V until C/20\n      - Discharge at C/5 until 2.8 V\n      - Rest for 10 minutes\n";

    const string Sweep = Head + "  - {step: cyclic_voltammetry, rate: 1 mV/s, start: open_circuit, between: 2.8 V .. 4.2 V, cycles: 2, record: {dV: 1 mV}}\n";

    [TestMethod]
    [DataRow("ncm523-lpo")]
    [DataRow("ncm523-pristine")]
    public void Cycles_HaveTheRunsCapacitiesAndDuration(string cell)
    {
        var preview = Of(Cycles, cell);
        using var bench = new TwinBench(Cycles, cell, draw: false);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        Assert.AreEqual(RunState.Done, preview.State, preview.Message);
        foreach (var name in new[] { "charge_capacity", "discharge_capacity", "charge_energy", "coulombic_efficiency" })
        {
            var (run, previewed) = (Values(bench.Results, name), Values(preview.Results, name));
            Assert.HasCount(run.Length, previewed, name);
            for (var i = 0; i < run.Length; i++)
            {
                Assert.AreEqual(run[i], previewed[i], 1e-3 * run[i], $"{name} {i + 1}");
            }
        }
        Assert.AreEqual(bench.Clock.Nanoseconds * 1e-9, preview.Seconds, 2e-3 * preview.Seconds);
    }

    /// <summary>The paper's 82.3 and 67.8 %, over 100 cycles.</summary>
    [TestMethod]
    [DataRow("ncm523-lpo", 0.823)]
    [DataRow("ncm523-pristine", 0.678)]
    public void HundredCycles_KeepThePapersCapacity(string cell, double expected)
    {
        var preview = Of(File.ReadAllText(Shipped.Protocols.PathOf("cycling-0.2c")), cell);
        Assert.AreEqual(expected, Values(preview.Results, "capacity_retention")[^1], 0.01);
        // A scan each tenth of a second would be 30 million: that it takes seconds follows from how few there are.
        Assert.IsLessThan(1_000_000, preview.Scans);
    }

    [TestMethod]
    public void Sweeps_HaveTheRunsPeaks()
    {
        var preview = Of(Sweep, "ncm523-lpo");
        using var bench = new TwinBench(Sweep, draw: false);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        var (run, previewed) = (bench.Results.Where(r => r.Name == "peak_potential").ToArray(), preview.Results.Where(r => r.Name == "peak_potential").ToArray());
        Assert.HasCount(run.Length, previewed);
        Assert.IsNotEmpty(run);
        for (var i = 0; i < run.Length; i++)
        {
            Assert.AreEqual(run[i].Value, previewed[i].Value, 5e-3);
        }
    }

    [TestMethod]
    public void Limit_ThatTrips_IsToldWithItsTimeAndStep()
    {
        var preview = Of("name: t\nlimits: {voltage: .. 4.1 V}\nsteps:\n  - Rest for 10 minutes\n  - Charge at C/5 for 8 hours\n", "ncm523-lpo");
        Assert.AreEqual(RunState.StoppedByLimit, preview.State);
        StringAssert.Contains(preview.Message, "voltage above 4.1 V");
        Assert.AreEqual(2, preview.Steps[^1].Number);
        Assert.AreEqual(4.1, preview.Steps[^1].EndVolts, 2e-3);
        Assert.IsLessThan(8 * 3600 + 600, preview.Seconds);
    }

    [TestMethod]
    public void Range_ThatIsLeft_IsTold()
    {
        var preview = Of(Head + "  - {step: linear_sweep, rate: 1 mV/s, start: open_circuit, end: 4.2 V, largest_current: 90 uA}\n", "ncm523-lpo");
        Assert.AreEqual(RunState.StoppedByLimit, preview.State);
        StringAssert.Contains(preview.Message, "left the");
    }

    /// <summary>A loop that ends by a result of the run, and a wait for a person, who is there at once.</summary>
    [TestMethod]
    public void Steps_LookAtResults_AndWaitForNobody()
    {
        var preview = Of(Head + "  - {step: wait, for: person, timeout: 10 h}\n  - repeat: 5\n    until: open_circuit_voltage > 3 V\n    steps:\n      - Charge at 1C for 1 minute\n      - Rest for 1 minute\n", "ncm523-lpo");
        Assert.AreEqual(RunState.Done, preview.State, preview.Message);
        Assert.HasCount(4, preview.Steps);
        Assert.IsLessThan(60, preview.Steps[1].DurationSeconds);
    }

    [TestMethod]
    public void Steps_TellTimesAndCharges()
    {
        var preview = Of(Head + "  - Charge at 0.06 mA for 2 hours\n  - Discharge at 0.06 mA for 1 hour\n", "ncm523-lpo");
        CollectionAssert.AreEqual(new[] { 600.0, 7200, 3600 }, preview.Steps.Select(s => Math.Round(s.DurationSeconds, 0)).ToArray());
        Assert.AreEqual(0.120, preview.Steps[1].ChargeAmpereHours * 1e3, 1e-6);
        Assert.AreEqual(-0.060, preview.Steps[2].ChargeAmpereHours * 1e3, 1e-6);
        Assert.AreEqual(7800, preview.Steps[2].StartSeconds, 0.1);
    }

    [TestMethod]
    public void Command_DrawsAPictureAndPrintsOneDocument()
    {
        using var folder = new TempFolder();
        var called = Called.With("preview", "capacity-0.1c", "--cell", "ncm523-lpo", "-o", folder.File("p.png"), "--json");
        Assert.AreEqual(ExitCode.Done, called.ExitCode, called.Error);
        Assert.IsGreaterThan(10_000, new FileInfo(folder.File("p.png")).Length);
        Assert.AreEqual(5, called.Document.GetProperty("steps").GetArrayLength());
        Assert.AreEqual("done", called.Document.GetProperty("state").GetString());
    }

    [TestMethod]
    public void Command_LimitTrips_HasThatExitCode()
    {
        using var folder = new TempFolder();
        var protocol = folder.With("p.yaml", "name: t\nlimits: {voltage: .. 4 V}\nsteps:\n  - Charge at C/5 for 8 hours\n");
        Called.With("preview", protocol, "--cell", "ncm523-lpo").AssertRefused(ExitCode.StoppedByLimit, "in step 1 ('Charge at C/5 for 8 hours')");
        Called.With("preview", protocol, "--cell", "ncm523-lpo", "-o", "x.pdf").AssertRefused(ExitCode.WrongUsage, "neither .png nor .svg");
        Called.With("preview", protocol).AssertRefused(ExitCode.WrongUsage, "--cell");
    }

    static Preview Of(string text, string cell) =>
        Preview.Of(ProtocolFile.Read(Document.Parse(text, "test.yaml"), CellFile.Load(Shipped.Cells.PathOf(cell))), BoardProfileFile.Load(Shipped.Boards.PathOf("reference")), 1, seed: null);

    static double[] Values(IEnumerable<ResultRow> results, string name) => [.. results.Where(r => r.Name == name).Select(r => r.Value)];
}
