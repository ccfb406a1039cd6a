namespace CoinRig.Gateway.Tests;

/// <summary>What the command line understands, and how it refuses the rest.</summary>
[TestClass]
public sealed class ArgumentTests
{
    [TestMethod]
    [DataRow("chek gitt", "'chek' is not a command. Did you mean 'check'?")]
    [DataRow("frobnicate", "'frobnicate' is not a command.")]
    [DataRow("", "No command was given", DisplayName = "nothing")]
    [DataRow("check", "PROTOCOL")]
    [DataRow("check gitt extra", "'extra' is one word too many")]
    [DataRow("check gitt --sell x", "'--sell' is not an option of 'coinrig check'. Did you mean '--cell'?")]
    [DataRow("check gitt --cell", "--cell")]
    [DataRow("run gitt", "--cell")]
    [DataRow("run --cell ncm523-lpo", "PROTOCOL")]
    [DataRow("run gitt --cell ncm523-lpo --channel 3", "--channel: '3' is not a whole number from 1 to 2")]
    [DataRow("run gitt --cell ncm523-lpo --channel one", "--channel: 'one'")]
    [DataRow("run gitt --cell ncm523-lpo --seed -1", "--seed: '-1'")]
    [DataRow("run gitt --cell ncm523-lpo --seed 1.5", "--seed: '1.5'")]
    [DataRow("run gitt --cell ncm523-lpo --speed fast", "--speed: 'fast' is neither 'max' nor a number above 0")]
    [DataRow("run gitt --cell ncm523-lpo --speed 0", "--speed: '0'")]
    [DataRow("run gitt --cell ncm523-lpo --speed NaN", "--speed: 'NaN'")]
    [DataRow("run gitt --cell ncm523-lpo --broker host:99999", "--broker: '99999' is not a port")]
    [DataRow("run gitt --cell ncm523-lpo --broker mqtt://host", "--broker")]
    [DataRow("run gitt --cell ncm523-lpo --twin --hardware", "--twin and --hardware contradict each other")]
    [DataRow("run gitt --cell ncm523-lpo --broker host --no-mqtt", "--broker and --no-mqtt contradict each other")]
    [DataRow("run gitt --cell ncm523-lpo --hardware --speed 10", "--hardware and --speed contradict each other")]
    [DataRow("show", "RUN")]
    [DataRow("plot x.run.db -o picture.gif", "'picture.gif' is neither .png nor .svg")]
    [DataRow("export x.run.db --format xlsx", "'xlsx' is not a format")]
    [DataRow("publish", "RUN")]
    public void Arguments_Wrong_SayWhy(string line, string says)
    {
        var called = Called.With(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > 0)
        {
            called.AssertRefused(ExitCode.WrongUsage, says);
            StringAssert.Contains(called.Error, "--help' says how it is used.");
        }
        Assert.AreEqual(ExitCode.WrongUsage, called.ExitCode);
    }

    [TestMethod]
    public void Arguments_WrongWithJson_GiveOneDocument()
    {
        var called = Called.With("run", "gitt", "--json");
        Assert.AreEqual(ExitCode.WrongUsage, called.ExitCode);
        StringAssert.Contains(called.Document.GetProperty("error").GetString()!, "--cell");
    }

    [TestMethod]
    public void Run_Defaults_AreThoseOfThePage()
    {
        var rig = new RecordingRig();
        Assert.AreEqual(ExitCode.Done, Called.With(rig, "run", "gitt", "--cell", "ncm523-lpo").ExitCode);
        Assert.AreEqual(new RunOptions(Shipped.Protocols.PathOf("gitt"), Shipped.Cells.PathOf("ncm523-lpo"), Shipped.Boards.PathOf("reference"),
            PinsChoice.Automatic, 1, 1, null, "runs", new(false, null, RigName.Default)), rig.Asked);
    }

    [TestMethod]
    public void Run_AllOptions_AreHandedOn()
    {
        var rig = new RecordingRig();
        var called = Called.With(rig, "run", "gitt", "--cell", "ncm523-lpo", "--board", "reference", "--twin", "--channel", "2", "--seed", "7", "--speed", "1000",
            "--out", "elsewhere", "--broker", "localhost:1884", "--lab", "chem", "--rig", "bench-2");
        Assert.AreEqual(ExitCode.Done, called.ExitCode, called.Error);
        Assert.AreEqual(new RunOptions(Shipped.Protocols.PathOf("gitt"), Shipped.Cells.PathOf("ncm523-lpo"), Shipped.Boards.PathOf("reference"),
            PinsChoice.Twin, 2, 7, 1000, "elsewhere", new(false, new("localhost", 1884), new("chem", "bench-2"))), rig.Asked);
        Called.With(rig, "run", "gitt", "--cell", "ncm523-lpo", "--speed", "max");
        Assert.AreEqual(double.PositiveInfinity, ((RunOptions)rig.Asked!).Speed);
    }

    [TestMethod]
    public void OtherCommands_Options_AreHandedOn()
    {
        var rig = new RecordingRig();
        Called.With(rig, "publish", "a.run.db", "--again");
        Assert.AreEqual(new PublishOptions("a.run.db", null, true, RigName.Default), rig.Asked);
        Called.With(rig, "selftest", "--seed", "3");
        Assert.AreEqual(new SelfTestOptions(Shipped.Boards.PathOf("reference"), Shipped.Cells.PathOf("resistor-10k"), PinsChoice.Automatic, 3), rig.Asked);
        Called.With(rig, "doctor", "--twin", "--seed", "4", "--out", "elsewhere");
        Assert.AreEqual(new DoctorOptions(Shipped.Boards.PathOf("reference"), PinsChoice.Twin, 4, "elsewhere"), rig.Asked);
        Called.With(rig, "demo", "--no-mqtt");
        Assert.AreEqual(new DemoOptions(1, "runs", new(true, null, RigName.Default)), rig.Asked);
    }

    [TestMethod]
    public void Exception_Unforeseen_IsOneMessageAndHowToReport()
    {
        var called = Called.With(new RecordingRig { Throws = new InvalidOperationException("a screw is loose") }, "demo", "--json");
        Assert.AreEqual(ExitCode.Failed, called.ExitCode);
        StringAssert.Contains(called.Error, "a screw is loose");
        StringAssert.Contains(called.Error, Failure.TraceVariable);
        Assert.DoesNotContain("   at ", called.Error);
        StringAssert.Contains(called.Document.GetProperty("error").GetString()!, "a screw is loose");
    }

    [TestMethod]
    [DataRow("--help")]
    [DataRow("run --help")]
    [DataRow("--version")]
    public void Help_Asked_IsGiven(string line)
    {
        var called = Called.With(line.Split(' '));
        Assert.AreEqual(ExitCode.Done, called.ExitCode);
        Assert.IsNotEmpty(called.Output);
    }
}
