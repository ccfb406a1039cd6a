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
}
