using CoinRig.FrontEnd;
using CoinRig.Supervision;

namespace CoinRig.Gateway.Tests;

/// <summary>What a person asks of a supervisor, against the firmware itself in a twin.</summary>
[TestClass]
public sealed class SupervisorCommandTests
{
    [TestMethod]
    public void Status_Twin_IsUnarmedAndReads()
    {
        var called = Called.With(new RigCommands(), "supervisor", "status");
        Assert.AreEqual(ExitCode.Done, called.ExitCode, called.All);
        foreach (var words in new[] { "firmware 1, link 1, start 1", "unarmed", "0.1", "0.000 to 4.700 V", "5.000 V", "25.0 degC", "none" })
        {
            Assert.Contains(words, called.Output);
        }
    }

    [TestMethod]
    public void Status_Json_IsOneDocument()
    {
        var document = Called.With(new RigCommands(), "supervisor", "status", "--json").Document;
        Assert.AreEqual("unarmed", document.GetProperty("state").GetString());
        Assert.AreEqual("none", document.GetProperty("doubt").GetString());
        Assert.AreEqual(5, document.GetProperty("supply_volts").GetDouble());
        Assert.AreEqual(4.7, document.GetProperty("cells")[1].GetProperty("highest_volts").GetDouble());
        Assert.AreEqual(1, document.GetProperty("firmware").GetInt32());
    }

    [TestMethod]
    public void Log_NeverTripped_SaysSo() => Assert.Contains("never tripped", Called.With(new RigCommands(), "supervisor", "log").Output);

    [TestMethod]
    public void Log_AfterTwoTrips_HasBothWithTheirReadings()
    {
        using var visit = Visit();
        Trip(visit, Wire.Door);
        visit.Twin!.Wires.Set(Wire.Door, isThere: true);
        visit.Clock.WaitUntil(visit.Clock.Nanoseconds + 100_000_000);
        Assert.AreEqual(ExitCode.Done, Do(ResetVisit.Carry, visit).ExitCode);
        Trip(visit, Wire.Supply);
        var log = Do(LogVisit.Show, visit).Output;
        Assert.Contains("0.142 V, limit 4.600 V", log);
        Assert.IsLessThan(log.IndexOf("door-open", StringComparison.Ordinal), log.IndexOf("supply-low", StringComparison.Ordinal), log);
    }

    [TestMethod]
    public void Reset_NotTripped_HasNothingToDo() => Assert.Contains("Nothing is to be reset", Called.With(new RigCommands(), "supervisor", "reset").Output);

    [TestMethod]
    public void Reset_CauseIsThere_IsRefusedAndSaysIt()
    {
        using var visit = Visit();
        Trip(visit, Wire.Door);
        var refused = Do(ResetVisit.Carry, visit);
        Assert.AreEqual(ExitCode.Failed, refused.ExitCode);
        Assert.Contains("tripped by door-open", refused.Output);
        Assert.Contains("because still door-open", refused.Error);
        Assert.Contains("Close the door", refused.Error);
        Assert.Contains("tripped", Do(StatusVisit.Show, visit).Output);
        visit.Twin!.Wires.Set(Wire.Door, isThere: true);
        visit.Clock.WaitUntil(visit.Clock.Nanoseconds + 100_000_000);
        Assert.Contains("'coinrig supervisor reset'", Do(StatusVisit.Show, visit).Output);
        var done = Do(ResetVisit.Carry, visit);
        Assert.AreEqual(ExitCode.Done, done.ExitCode);
        Assert.Contains("reset, and unarmed", done.Output);
    }

    [TestMethod]
    public void Port_NotThere_SaysWhatToDo() =>
        Called.With(new RigCommands(), "supervisor", "status", "--port", "/dev/serial-that-is-not").AssertRefused(ExitCode.Failed, "Plug the supervisor in");

    [TestMethod]
    public void Hardware_WithoutAPortGiven_IsTheProfilesPort()
    {
        using var folder = new TempFolder();
        var shipped = File.ReadAllText(Shipped.Boards.PathOf("reference"));
        var (mine, none) = (folder.File("mine.yaml"), folder.File("none.yaml"));
        File.WriteAllText(mine, $"{shipped}\nsupervisor: {{port: /dev/serial-of-mine}}\n");
        File.WriteAllText(none, $"{shipped}\nsupervisor: none\n");
        Called.With(new RigCommands(), "supervisor", "status", "--hardware", "--board", mine).AssertRefused(ExitCode.Failed, "/dev/serial-of-mine");
        Called.With(new RigCommands(), "supervisor", "status", "--hardware", "--board", none).AssertRefused(ExitCode.Failed, "--port DEVICE");
    }

    [TestMethod]
    public void Misspelled_IsUnderstood() => Called.With("supervisor", "stats").AssertRefused(ExitCode.WrongUsage, "Did you mean 'status'?");

    [TestMethod]
    public void Flash_SaysTheCommands()
    {
        var called = Called.With("flash", "--port", "COM7", "--json");
        var commands = called.Document.GetProperty("commands").EnumerateArray().Select(c => c.GetString()).ToArray();
        CollectionAssert.Contains(commands, "nanoff --platform esp32 --serialport COM7 --update");
        CollectionAssert.Contains(commands, "nanoff --platform esp32 --serialport COM7 --deploy --image firmware/Supervisor.Esp32/bin/Release/CoinRig.Supervisor.Esp32.bin");
    }

    static SupervisorVisit Visit() => SupervisorVisit.AtTwin(BoardProfileFile.Load(Shipped.Boards.PathOf("reference")), 1);

    static void Trip(SupervisorVisit visit, Wire wire)
    {
        var hold = new SupervisorHold(visit.Client, visit.Clock);
        Assert.IsNull(hold.Close(SupervisorHold.EmptyHolders, null));
        visit.Twin!.Wires.Set(wire, isThere: false);
        for (var i = 0; i < 10; i++)
        {
            hold.Step();
        }
        Assert.AreEqual(SupervisorState.Tripped, hold.State);
    }

    static Called Do(Func<SupervisorVisit, Screen, int> command, SupervisorVisit visit)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = command(visit, new Screen(output, error, isJson: false, isTerminal: false));
        return new(code, output.ToString(), error.ToString());
    }
}
