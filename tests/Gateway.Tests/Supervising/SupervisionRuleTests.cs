using CoinRig.Documents;
using CoinRig.FrontEnd;

namespace CoinRig.Gateway.Tests;

/// <summary>No relay of a real board closes without a supervisor, unless profile and person both say so.</summary>
[TestClass]
public sealed class SupervisionRuleTests
{
    static string Board(TempFolder folder, string supervisor) =>
        folder.With("board.yaml", File.ReadAllText(Shipped.Boards.PathOf("reference")) + $"spi: {{bus: 0}}\n{supervisor}\n");

    [TestMethod]
    [DataRow("run", "resistor-10k")]
    [DataRow("selftest", null)]
    [DataRow("doctor", null)]
    public void ProfileWithoutSupervisor_IsRefused_UntilAPersonWatches(string command, string? cell)
    {
        using var folder = new TempFolder();
        string[] all = [command, .. cell is null ? (string[])[] : [folder.With("p.yaml", "name: p\nsteps:\n  - Rest for 1 second\n"), "--cell", cell, "--no-mqtt", "--out", folder.Path],
            "--board", Board(folder, "supervisor: none"), "--hardware"];
        var refused = Called.With(new RigCommands(), all);
        refused.AssertRefused(ExitCode.Failed, "says 'supervisor: none'");
        StringAssert.Contains(refused.All, "--i-am-watching");
        Assert.IsFalse(Called.With(new RigCommands(), [.. all, "--i-am-watching"]).All.Contains("says 'supervisor: none'", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Serve_LooksBeforeItOpensAnything()
    {
        using var folder = new TempFolder();
        var rig = folder.With("rig.yaml", $"name: desk\nboards:\n  - {{profile: {Board(folder, "supervisor: none")}, pins: hardware, channels: [1]}}\n");
        Called.With(new RigCommands(), "serve", rig, "--out", folder.Path, "--until-done").AssertRefused(ExitCode.Failed, "says 'supervisor: none'");
    }

    [TestMethod]
    public void Profile_NamesPort_OrNone()
    {
        Assert.AreEqual("/dev/serial0", Read("").SupervisorPort);
        Assert.IsNull(Read("supervisor: none").SupervisorPort);
        Assert.AreEqual("/dev/ttyUSB0", Read("supervisor: {port: /dev/ttyUSB0}").SupervisorPort);
    }

    [TestMethod]
    [DataRow("supervisor: yes", "'supervisor: none', or its serial port")]
    [DataRow("supervisor: {prot: /dev/ttyUSB0}", "did you mean 'port'?")]
    [DataRow("supervisor: {}", "'port: ...' is needed here")]
    public void Profile_Broken_SaysWhatIsAllowed(string line, string message)
    {
        var error = Assert.ThrowsExactly<DocumentException>(() => Read(line));
        StringAssert.Contains(string.Join('\n', error.Mistakes), message);
    }

    [TestMethod]
    [DataRow("25 SPS", "5 Hz", "200 ms between heartbeats, and a supervisor wants one every 130 ms: set 'scans_per_second' to 7.7 Hz or more (up to 12.13 Hz go at this data rate)")]
    [DataRow("10 SPS", "4 Hz", "149 ms between heartbeats")]
    [DataRow("5 SPS", "2 Hz", "choose a faster 'data_rate'")]
    public void RatesThatASupervisorRefuses_AreRefusedWithTheNumbers(string rate, string scans, string message)
    {
        var text = File.ReadAllText(Shipped.Boards.PathOf("reference")).Replace("25 SPS", rate, StringComparison.Ordinal).Replace("scans_per_second: 10 Hz", $"scans_per_second: {scans}", StringComparison.Ordinal);
        var error = Assert.ThrowsExactly<DocumentException>(() => BoardProfileFile.Read(Document.Parse(text + "supervisor: {port: /dev/serial0}\n", "board.yaml")));
        StringAssert.Contains(error.Mistakes.Single().ToString(), message);
        Assert.IsNotNull(SupervisorReader.WhyRefused(BoardProfileFile.Read(Document.Parse(text, "board.yaml"))));
    }

    static BoardProfile Read(string line) => BoardProfileFile.Read(Document.Parse(File.ReadAllText(Shipped.Boards.PathOf("reference")) + line + "\n", "board.yaml"));
}
