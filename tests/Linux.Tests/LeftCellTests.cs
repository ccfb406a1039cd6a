using System.Device.Gpio;
using CoinRig.Clock;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Gateway;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Linux.Tests;

/// <summary>A program was killed on a real board without a supervisor: its relay is closed. Whatever 'resume' thinks of the run, the cell is let go.</summary>
[TestClass]
public sealed class LeftCellTests
{
    const string Protocol = """
        name: left
        after_power_loss: wait
        steps:
          - Charge at C/10 for 1 hour
        """;

    DirectoryInfo _folder = null!;

    [TestInitialize]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("coinrig-left");

    [TestCleanup]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [TestMethod]
    [DataRow(new string[0], "waits for a person")]
    [DataRow(new[] { "--cell", "ncm523-pristine" }, "is not the cell")]
    [DataRow(new[] { "--board", "reference" }, "is not the board")]
    [DataRow(new[] { "--as", "continue" }, "--i-am-watching")]
    public void Refused_TheRelayIsOpened(string[] options, string says)
    {
        using var board = new EmulatedBoard("kernel", inRealTime: true);
        var path = Killed(board);
        Assert.IsTrue(board.Twin.Channels[0].IsRelayContactClosed);
        var error = Resume(path, options);
        StringAssert.Contains(error, says);
        StringAssert.Contains(error, "its relays are open");
        Assert.IsFalse(board.Twin.Channels[0].IsRelayContactClosed, "the relay is closed");
        Assert.IsTrue(InterruptedRun.IsOne(path));
    }

    [TestMethod]
    public void BoardIsGone_ThePersonIsToldToTakeTheCellOut()
    {
        using var board = new EmulatedBoard("kernel", inRealTime: true);
        var path = Killed(board);
        board.Chip.IsGone = true;
        StringAssert.Contains(Resume(path, []), "take the cell out of its holder");
    }

    [TestMethod]
    public void RunThatIsBeingRecorded_ItsRelayIsLeftAlone()
    {
        using var board = new EmulatedBoard("kernel", inRealTime: true);
        var path = Killed(board, out var alive);
        using (alive)
        {
            Assert.DoesNotContain("relays", Resume(path, []));
            Assert.IsTrue(board.Twin.Channels[0].IsRelayContactClosed);
        }
    }

    static string Resume(string path, string[] options)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLineApp.Run(["resume", path, "--no-mqtt", .. options], new Session(output, error, false, new RigCommands()));
        Assert.AreEqual(ExitCode.Failed, code);
        return error.ToString();
    }

    string Killed(EmulatedBoard board)
    {
        var path = Killed(board, out var alive);
        alive.Dispose();
        return path;
    }

    /// <summary>The file that a process made, and the relay that it closed.</summary>
    string Killed(EmulatedBoard board, out RunFile alive)
    {
        var plan = ProtocolFile.Read(Document.Parse(Protocol, "left.yaml"), board.Cell);
        alive = RunFile.Create(_folder.FullName, RunHeader.Of(plan, board.Profile, 1, null, VirtualClock.Epoch, "0.1.0"));
        var lines = new GpioController(board.Twin.Gpio);
        lines.OpenPin(board.Relay, PinMode.Output, PinValue.High);
        lines.ClosePin(board.Relay);
        board.Clock.WaitUntil(board.Clock.Nanoseconds + 100 * RigClockExtensions.Millisecond);
        return alive.Path;
    }
}
