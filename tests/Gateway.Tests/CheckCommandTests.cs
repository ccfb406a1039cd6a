namespace CoinRig.Gateway.Tests;

/// <summary>check and the lists, with files that are right and files that are not.</summary>
[TestClass]
public sealed class CheckCommandTests
{
    [TestMethod]
    [DataRow("cells", "ncm523-lpo")]
    [DataRow("boards", "reference")]
    [DataRow("protocols", "gitt-accurate")]
    public void Lists_Shipped_NameThem(string command, string name)
    {
        StringAssert.Contains(Called.With(command).Output, name);
        var listed = Called.With(command, "--json");
        Assert.Contains(name, listed.Document.EnumerateArray().Select(e => e.GetProperty("name").GetString()));
    }

    [TestMethod]
    public void Check_Shipped_TellsWhatItTakes()
    {
        foreach (var protocol in Shipped.Protocols.Names.Where(n => !n.StartsWith("check-", StringComparison.Ordinal)))
        {
            var called = Called.With("check", protocol, "--cell", "ncm523-lpo");
            Assert.AreEqual(ExitCode.Done, called.ExitCode, $"{protocol}: {called.Error}");
            foreach (var expected in new[] { "duration", "highest voltage", "largest current", "samples", "run file" })
            {
                StringAssert.Contains(called.Output, expected);
            }
        }
    }

    [TestMethod]
    public void Check_Json_IsOneDocument()
    {
        var called = Called.With("check", "gitt", "--cell", "ncm523-lpo", "--json");
        Assert.AreEqual(4.2, called.Document.GetProperty("highest_voltage_volts").GetDouble());
        // C/10 of 180 mAh/g times 3.393 mg.
        Assert.AreEqual(61.074e-6, called.Document.GetProperty("largest_current_amperes").GetDouble(), 1e-9);
        Assert.IsGreaterThan(1000, called.Document.GetProperty("samples").GetInt64());
    }

    [TestMethod]
    public void Set_GivesAVariableAnotherValueForThisCall()
    {
        using var folder = new TempFolder();
        var file = folder.With("mine.yaml", "name: Mine\nlet: {top: 4.2 V, rate: C/10}\nsteps:\n  - Charge at $rate until $top\n");
        var called = Called.With("check", file, "--cell", "ncm523-lpo", "--set", "top=4.1V", "--set", "rate=C/20");
        StringAssert.Contains(called.Output, "variables        top = 4.1V, rate = C/20");
        StringAssert.Contains(called.Output, "Charge at C/20 until 4.1 V");
        Assert.AreEqual(4.1, Called.With("check", file, "--set", "top=4.1V", "--json").Document.GetProperty("highest_voltage_volts").GetDouble());
        Called.With("check", file, "--set", "tip=4.1V").AssertRefused(ExitCode.Failed, "did you mean 'top'?");
        Called.With("check", file, "--set", "top=4.1A").AssertRefused(ExitCode.Failed, $"{file}:2:12: 'top=4.1A' is a current, but 'top' is a voltage in the file (4.2 V)");
        Called.With("check", file, "--set", "top").AssertRefused(ExitCode.WrongUsage, "--set: 'top' is not NAME=VALUE");
        Called.With("check", "gitt", "--set", "top=4 V").AssertRefused(ExitCode.Failed, "'let: {name: value}' in the protocol names what can be set");
        var exported = Path.Combine(folder.Path, "out.py");
        Assert.AreEqual(ExitCode.Done, Called.With("export-protocol", file, "--to", "pybamm", "-o", exported, "--set", "top=4.1V").ExitCode);
        StringAssert.Contains(File.ReadAllText(exported), "Charge at C/10");
        StringAssert.Contains(File.ReadAllText(exported), "until 4.1 V");
    }

    [TestMethod]
    public void Schema_GoesToOutputOrAFile()
    {
        using var folder = new TempFolder();
        Assert.AreEqual("https://json-schema.org/draft/2020-12/schema", Called.With("schema").Document.GetProperty("$schema").GetString());
        var file = folder.File("protocol.schema.json");
        Assert.AreEqual(ExitCode.Done, Called.With("schema", "-o", file).ExitCode);
        Assert.AreEqual(Called.With("schema").Output, File.ReadAllText(file));
        Called.With("schema", "-o", folder.With("mine.yaml", "")).AssertRefused(ExitCode.Failed, "exists and is no .json file");
    }

    /// <summary>The model of the cell file tells what no nominal capacity does: the run, with chips and noise, takes as long.</summary>
    [TestMethod]
    [DataRow("capacity-0.1c")]
    [DataRow("gitt")]
    [DataRow("cv-1mVs")]
    [DataRow("constant-power")]
    public void Check_Duration_IsThatOfTheRun(string protocol)
    {
        using var folder = new TempFolder();
        foreach (var cell in new[] { "ncm523-lpo", "ncm523-pristine" })
        {
            var checkedSeconds = Called.With("check", protocol, "--cell", cell, "--json").Document.GetProperty("duration_seconds").GetDouble();
            var run = Called.With(new RigCommands(), "run", protocol, "--cell", cell, "--no-mqtt", "--out", folder.Path, "--json");
            Assert.AreEqual(ExitCode.Done, run.ExitCode, run.Error);
            using var file = Runs.RunFileReader.Open(run.Document.GetProperty("run").GetString()!);
            var seconds = file.Steps()[^1].EndedSeconds;
            Assert.AreEqual(seconds, checkedSeconds, 0.05 * seconds, cell);
        }
    }

    [TestMethod]
    public void Check_CellWithoutAModel_SaysOnWhatItRests()
    {
        using var folder = new TempFolder();
        var text = File.ReadAllText(Shipped.Cells.PathOf("ncm523-lpo"));
        var mine = folder.With("mine.yaml", string.Join('\n', text.Split('\n').Where(l => !l.StartsWith("twin:", StringComparison.Ordinal))));
        StringAssert.Contains(Called.With("check", "gitt", "--cell", mine).Output, "h, by the nominal capacity");
        StringAssert.Contains(Called.With("check", "gitt", "--cell", "ncm523-lpo").Output, "h, by the cell's model");
        StringAssert.Contains(Called.With("check", "microscope", "--cell", "ncm523-lpo").Output, "by the cell's model, without the waits");
    }

    [TestMethod]
    public void Check_SeveralMistakes_AreToldTogetherWithTheirPlaces()
    {
        using var folder = new TempFolder();
        var file = folder.With("wrong.yaml", "name: Wrong\nsteps:\n  - Chrage at C/5 until 4.2 V\n  - step: gitt\n    current: C/10\n    pulse: 10 mm\n    rest: 1 h\n    until: voltage > 4.2 V\n");
        var called = Called.With("check", file, "--json");
        called.AssertRefused(ExitCode.Failed, $"{file}:3:");
        StringAssert.Contains(called.Error, $"{file}:6:");
        var mistakes = called.Document.GetProperty("mistakes").EnumerateArray().ToList();
        Assert.IsGreaterThanOrEqualTo(2, mistakes.Count);
        Assert.AreEqual(3, mistakes[0].GetProperty("line").GetInt32());
    }

    [TestMethod]
    [DataRow("name: [", DisplayName = "not YAML")]
    [DataRow("", DisplayName = "empty")]
    [DataRow("- a\n- b\n", DisplayName = "a list")]
    [DataRow("name: x\n", DisplayName = "no steps")]
    [DataRow("name: x\nsteps: []\n", DisplayName = "empty steps")]
    [DataRow("name: x\nsteps:\n  - Rest for 5\n", DisplayName = "no unit")]
    [DataRow("name: x\nsteps:\n  - Charge at C/5 until 9 V\n", DisplayName = "beyond the cell")]
    [DataRow("name: x\nsteps:\n  - Charge at 1 A until 4.2 V\n", DisplayName = "too much current")]
    [DataRow("name: x\nstepz:\n  - Rest for 5 minutes\n", DisplayName = "unknown key")]
    [DataRow("name: x\nsteps:\n  - repeat: 0\n    steps: [Rest for 5 minutes]\n", DisplayName = "repeat zero times")]
    [DataRow("name: x\nsteps:\n  - step: teleport\n", DisplayName = "unknown technique")]
    [DataRow("\0\0\u0001", DisplayName = "binary")]
    public void Check_BrokenProtocol_IsRefused(string text)
    {
        using var folder = new TempFolder();
        var file = folder.With("broken.yaml", text);
        Called.With("check", file, "--cell", "ncm523-lpo").AssertRefused(ExitCode.Failed, "broken.yaml");
    }

    [TestMethod]
    [DataRow("name: x\n", DisplayName = "no limits")]
    [DataRow("name: a/b\nlimits: {voltage: 2 V .. 4 V, current: 1 mA}\n", DisplayName = "a name that is no file name")]
    [DataRow("name: x\nlimits: {voltage: 4 V .. 2 V, current: 1 mA}\n", DisplayName = "limits upside down")]
    [DataRow("name: x\nlimits: {voltage: 2 V .. 4 V, current: 1 mV}\n", DisplayName = "a voltage for a current")]
    [DataRow("name: x\nactive_mass: -1 mg\nlimits: {voltage: 2 V .. 4 V, current: 1 mA}\n", DisplayName = "negative mass")]
    [DataRow("name: x\nchemistry: dummy\nlimits: {voltage: 2 V .. 4 V, current: 5 mA}\n", DisplayName = "a dummy with too much current")]
    public void Check_BrokenCell_IsRefused(string text)
    {
        using var folder = new TempFolder();
        var file = folder.With("cell.yaml", text);
        Called.With("check", "gitt", "--cell", file).AssertRefused(ExitCode.Failed, "cell.yaml");
    }

    [TestMethod]
    [DataRow("check", "gtt", "Did you mean 'gitt'?")]
    [DataRow("check", "nothing-like-it", "'coinrig protocols' lists what is")]
    [DataRow("check", ".", "is a folder")]
    public void Names_NotShipped_SayWhatIs(string command, string name, string says) => Called.With(command, name).AssertRefused(ExitCode.Failed, says);

    [TestMethod]
    public void Names_OfCellAndBoard_SayWhatIs()
    {
        Called.With("check", "gitt", "--cell", "ncm523-lop").AssertRefused(ExitCode.Failed, "Did you mean 'ncm523-lpo'?");
        Called.With("run", "gitt", "--cell", "ncm523-lpo", "--board", "referenz").AssertRefused(ExitCode.Failed, "Did you mean 'reference'?");
        Called.With("run", "gitt", "--cell", "ncm523-lpo", "--board", "sub/none.yaml").AssertRefused(ExitCode.Failed, "There is no board 'sub/none.yaml'");
    }
}
