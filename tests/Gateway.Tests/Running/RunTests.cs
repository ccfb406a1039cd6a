using System.Text.Json;
using CoinRig.Runs;

namespace CoinRig.Gateway.Tests;

/// <summary><c>coinrig run</c> from the command line to the run file, on the twin.</summary>
[TestClass]
public sealed class RunTests
{
    const string Short = """
        name: Short titration
        record: {dt: 5 s}
        steps:
          - Rest for 10 seconds
          - step: gitt
            current: C/10
            pulse: 30 s
            rest: 60 s
            until: time > 4 min
        """;

    DirectoryInfo _folder = null!;

    [TestInitialize]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("coinrig-run");

    [TestCleanup]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    (int Code, string Output, string Error) Call(params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var code = CommandLineApp.Run(arguments, new Session(output, error, false, new RigCommands()));
        return (code, output.ToString(), error.ToString());
    }

    string Protocol(string text, string name = "short.yaml")
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    string RunOnce(string protocol, params string[] more)
    {
        var (code, output, error) = Call(["run", protocol, "--cell", "ncm523-lpo", "--no-mqtt", "--out", _folder.FullName, "--json", .. more]);
        Assert.AreEqual(ExitCode.Done, code, error);
        return JsonDocument.Parse(output).RootElement.GetProperty("run").GetString()!;
    }

    string Export(string run)
    {
        var csv = run + ".csv";
        Assert.AreEqual(ExitCode.Done, Call("export", run, "--format", "csv", "-o", csv).Code);
        return File.ReadAllText(csv);
    }

    [TestMethod]
    public void SameSeed_AnySpeed_SameExportByteForByte()
    {
        var protocol = Protocol(Short);
        var fast = Export(RunOnce(protocol));
        var paced = Export(RunOnce(protocol, "--speed", "1000"));
        Assert.AreEqual(fast, paced);
        Assert.IsTrue(fast.Split('\n').Length > 100, "the export has hardly any rows");
    }

    [TestMethod]
    public void OtherSeed_OtherVoltagesSamePlan()
    {
        var protocol = Protocol(Short);
        var (one, two) = (RunOnce(protocol), RunOnce(protocol, "--seed", "2"));
        Assert.AreNotEqual(Export(one), Export(two));
        using var a = RunFileReader.Open(one);
        using var b = RunFileReader.Open(two);
        CollectionAssert.AreEqual(a.Steps().Select(s => s.Text).ToList(), b.Steps().Select(s => s.Text).ToList());
        Assert.AreEqual(a.Segments().Count, b.Segments().Count);
    }

    [TestMethod]
    public void SecondRun_NeverOverwrites_SameData()
    {
        var protocol = Protocol(Short);
        var (one, two) = (RunOnce(protocol), RunOnce(protocol));
        Assert.AreNotEqual(one, two);
        Assert.AreEqual(Export(one), Export(two));
        using var a = RunFileReader.Open(one);
        using var b = RunFileReader.Open(two);
        Assert.AreNotEqual(a.Header.RunId, b.Header.RunId);
    }

    [TestMethod]
    public void OtherChannel_IsTheOneThatMoves()
    {
        using var run = RunFileReader.Open(RunOnce(Protocol(Short), "--channel", "2"));
        Assert.AreEqual(2, run.Header.Channel);
        Assert.AreEqual(61.1e-6, run.Samples().Max(s => s.Amperes), 0.2e-6);
    }

    [TestMethod]
    public void Limit_ExitsThreeAndSaysWhich()
    {
        var protocol = Protocol("""
            name: too far
            limits: {voltage: 2.5 V .. 3.62 V}
            steps:
              - Charge at C/5 for 5 hours
            """);
        var (code, output, error) = Call("run", protocol, "--cell", "ncm523-lpo", "--no-mqtt", "--out", _folder.FullName);
        Assert.AreEqual(ExitCode.StoppedByLimit, code, output + error);
        StringAssert.Contains(error, "3.62 V");
    }

    [TestMethod]
    public void Hardware_NotThere_NeverFallsBack()
    {
        var (code, _, error) = Call("run", Protocol(Short), "--cell", "ncm523-lpo", "--no-mqtt", "--hardware", "--out", _folder.FullName);
        Assert.AreEqual(ExitCode.Failed, code);
        StringAssert.Contains(error, "names no SPI bus");
        Assert.AreEqual(0, _folder.GetFiles("*" + RunNames.Extension).Length);
    }

    [TestMethod]
    public void FolderThatCannotBeMade_IsRefusedBeforeAnythingMoves()
    {
        var blocked = Path.Combine(_folder.FullName, "a file");
        File.WriteAllText(blocked, "");
        var (code, _, error) = Call("run", Protocol(Short), "--cell", "ncm523-lpo", "--no-mqtt", "--out", blocked);
        Assert.AreEqual(ExitCode.Failed, code);
        StringAssert.Contains(error, "--out");
    }

    [TestMethod]
    public void TenMilliamperesMore_ThanTheBoardHas_IsRefused()
    {
        var cell = Path.Combine(_folder.FullName, "big.yaml");
        File.WriteAllText(cell, """
            name: big
            limits: {voltage: 2 V .. 4.5 V, current: 50 mA}
            """);
        var protocol = Protocol("""
            name: big current
            steps:
              - Charge at 20 mA for 1 minute
            """);
        var (code, _, error) = Call("run", protocol, "--cell", cell, "--no-mqtt", "--out", _folder.FullName);
        Assert.AreEqual(ExitCode.Failed, code);
        StringAssert.Contains(error, "10 mA");
        Assert.AreEqual(0, _folder.GetFiles("*" + RunNames.Extension).Length);
    }
}
