namespace CoinRig.Gateway.Tests;

/// <summary>A terminal that is closed: writing to it fails, and so does writing that it failed.</summary>
[TestClass]
public sealed class ClosedTerminalTests
{
    [TestMethod]
    public void Run_ToAClosedTerminal_EndsWithTheRunsOwnCode()
    {
        using var folder = new TempFolder();
        var protocol = folder.With("rest.yaml", "name: t\nlimits: {current: 1 mA}\nsteps:\n  - Rest for 1 minute\n");
        Assert.AreEqual(ExitCode.Done, Call(new RigCommands(), "run", protocol, "--cell", "ncm523-lpo", "--no-mqtt", "--out", folder.Path));
        Assert.HasCount(1, Directory.GetFiles(folder.Path, "*.run.db"));
    }

    [TestMethod]
    public void Command_ThatCannotTellItsFailure_Fails() => Assert.AreEqual(ExitCode.Failed, Call(new RecordingRig(), "show", "none.run.db"));

    static int Call(IRigCommands rig, params string[] arguments)
    {
        using var output = new Closed();
        using var error = new Closed();
        return CommandLineApp.Run(arguments, new Session(output, error, IsTerminal: false, rig));
    }

    sealed class Closed : StringWriter
    {
        public override void Write(char value) => throw new IOException("Input/output error");

        public override void Write(string? value) => throw new IOException("Input/output error");

        public override void WriteLine(string? value) => throw new IOException("Input/output error");
    }
}
