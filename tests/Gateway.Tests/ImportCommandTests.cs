namespace CoinRig.Gateway.Tests;

/// <summary>import: other programs' protocols as protocol files.</summary>
[TestClass]
public sealed class ImportCommandTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void StepList_BecomesAProtocolThatChecks()
    {
        var (list, protocol) = (_folder.With("steps.py", "[('Charge at C/10 until 4.2 V', 'Discharge at C/10 until 2.8 V')] * 3"), _folder.File("p.yaml"));
        var called = Called.With("import", list, "-o", protocol, "--json");
        Assert.AreEqual(ExitCode.Done, called.ExitCode, called.Error);
        Assert.AreEqual(2, called.Document.GetProperty("steps").GetInt32());
        Assert.AreEqual(ExitCode.Done, Called.With("check", protocol, "--cell", "ncm523-lpo").ExitCode);
        Called.With("import", list, "-o", protocol).AssertRefused(ExitCode.Failed, "a protocol is not overwritten");
    }

    [TestMethod]
    public void Refused_LeavesNoFile()
    {
        var json = _folder.With("p.json", """{"record": {"time_s": 1}, "method": [{"step": "impedance_spectroscopy"}]}""");
        Called.With("import", json, "-o", _folder.File("q.yaml")).AssertRefused(ExitCode.Failed, "p.json:1:38: an 'impedance_spectroscopy' step");
        Assert.IsFalse(File.Exists(_folder.File("q.yaml")));
        Called.With("import", _folder.File("none.json"), "-o", _folder.File("q.yaml")).AssertRefused(ExitCode.Failed, "there is no such file");
    }

    [TestMethod]
    [DataRow("unicycler", "x.json", "capacity_mAh")]
    [DataRow("pybamm", "x.py", "(\"Charge at C/10")]
    [DataRow("pybamm", "x.json", "  \"Charge at C/10")]
    public void Shipped_Exported_ImportsAgain(string to, string file, string holds)
    {
        var exported = Called.With("export-protocol", "rate-test", "--to", to, "-o", _folder.File(file), "--cell", "ncm523-lpo");
        Assert.AreEqual(ExitCode.Done, exported.ExitCode, exported.Error);
        StringAssert.Contains(exported.Error, "the limit 'temperature above 45 degC'");
        StringAssert.Contains(File.ReadAllText(_folder.File(file)), holds);
        Assert.AreEqual(ExitCode.Done, Called.With("import", _folder.File(file), "-o", _folder.File("back.yaml")).ExitCode);
        Assert.AreEqual(ExitCode.Done, Called.With("check", _folder.File("back.yaml"), "--cell", "ncm523-lpo").ExitCode);
    }

    [TestMethod]
    public void Export_WhatCannotBeSaid_IsRefused()
    {
        Called.With("export-protocol", "gitt", "--to", "pybamm", "-o", _folder.File("x.py")).AssertRefused(ExitCode.Failed, "nobody knows how often");
        Called.With("export-protocol", "gitt", "--to", "arbin", "-o", _folder.File("x.sdu")).AssertRefused(ExitCode.WrongUsage, "neither 'unicycler' nor 'pybamm'");
    }
}
