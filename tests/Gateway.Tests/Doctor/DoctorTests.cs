using CoinRig.Cells;
using CoinRig.FrontEnd;
using CoinRig.Twin;

namespace CoinRig.Gateway.Tests;

/// <summary>The doctor of boards. tools/faults-found plants every fault; these are the rules around it.</summary>
[TestClass]
public sealed class DoctorTests
{
    static BoardProfile Profile(string board) => BoardProfileFile.Load(Shipped.Boards.PathOf(board));

    /// <summary>With a cell in the holder nothing may be driven through it, on any front end.</summary>
    [TestMethod]
    [DataRow("reference")]
    [DataRow("waveshare-series-shunt")]
    public void Cell_InTheHolder_NothingIsDrivenThroughIt(string board)
    {
        BoardTwin? twin = null;
        var watch = new CurrentWatch(1e-9);
        var open = TwinRig.WithDummies(Profile(board), CellFile.Load(Shipped.Cells.PathOf("ncm523-lpo")), 1, t =>
        {
            twin = t;
            t.Channels[0].CurrentWatch = watch;
        });
        var diagnosis = BoardDoctor.Run(open);
        Assert.AreEqual("", string.Join(' ', diagnosis.Findings.Select(f => f.Message)));
        StringAssert.Contains(string.Join('\n', diagnosis.Measured), "nothing is driven through it");
        Assert.AreEqual(0, twin!.Channels[0].CellCoulombs);
        Assert.AreEqual(0, watch.LargestAmperes);
    }

    /// <summary>What has no voltage is found by 8 uA at most, in half a second, and then left alone.</summary>
    [TestMethod]
    [DataRow("reference")]
    [DataRow("waveshare-series-shunt")]
    public void Resistor_InTheHolder_IsLeftAlone(string board)
    {
        BoardTwin? twin = null;
        var watch = new CurrentWatch(10e-6);
        var open = TwinRig.WithDummies(Profile(board), CellFile.Load(Shipped.Cells.PathOf("resistor-10k")), 1, t =>
        {
            twin = t;
            t.Channels[0].CurrentWatch = watch;
        });
        var diagnosis = BoardDoctor.Run(open);
        Assert.IsEmpty(diagnosis.Findings);
        StringAssert.Contains(string.Join('\n', diagnosis.Measured), "ohm in the holder");
        Assert.IsLessThan(10e-6, watch.LargestAmperes);
        Assert.IsNotNull(twin);
    }

    [TestMethod]
    [DataRow("reference")]
    [DataRow("waveshare-series-shunt")]
    public void Afterwards_TheBoardIsIdle(string board)
    {
        BoardTwin? twin = null;
        BoardDoctor.Run(TwinRig.WithDummies(Profile(board), null, 1, t => twin = t));
        foreach (var channel in twin!.Channels)
        {
            Assert.IsFalse(channel.IsRelayContactClosed);
            Assert.IsFalse(channel.IsOutputEnabled);
        }
        Assert.AreEqual(board == "reference" ? DacPowerMode.Normal : DacPowerMode.HighImpedance, twin.Dac.Mode(0));
        Assert.AreEqual(board == "reference" ? DacPowerMode.Normal : DacPowerMode.HighImpedance, twin.Dac.Mode(1));
    }

    [TestMethod]
    [DataRow("reference")]
    [DataRow("waveshare-series-shunt")]
    [DataRow("waveshare-hardware-loop")]
    public void HealthyBoard_TwentySeeds_NothingIsWrong(string board)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            Assert.AreEqual("", string.Join(' ', BoardDoctor.Run(TwinRig.WithDummies(Profile(board), null, seed)).Findings.Select(f => f.Message)), $"seed {seed}");
        }
    }

    [TestMethod]
    public void Command_HealthyTwin_IsDone_AndItsDocumentSaysSo()
    {
        var called = Called.With(new RigCommands(), "doctor", "--board", "waveshare-series-shunt", "--json");
        Assert.AreEqual(ExitCode.Done, called.ExitCode, called.All);
        Assert.IsTrue(called.Document.GetProperty("ok").GetBoolean());
        Assert.AreEqual(0, called.Document.GetProperty("findings").GetArrayLength());
        Assert.AreEqual(3, called.Document.GetProperty("checks").GetArrayLength());
    }

    /// <summary>A board that is asked for and not there: the doctor says what is missing, and looks at no twin instead.</summary>
    [TestMethod]
    public void Command_BoardThatIsNotThere_FailsAndSaysWhatToDo()
    {
        if (File.Exists("/dev/spidev0.0"))
        {
            Assert.Inconclusive("This computer has an SPI bus.");
        }
        using var folder = new TempFolder();
        var board = folder.With("board.yaml", File.ReadAllText(Shipped.Boards.PathOf("reference")) + "spi: {bus: 0}\n");
        var called = Called.With(new RigCommands(), "doctor", "--board", board, "--out", folder.File("runs"));
        Assert.AreEqual(ExitCode.Failed, called.ExitCode, called.All);
        StringAssert.Contains(called.Output, "WRONG (spi-off)");
        StringAssert.Contains(called.Output, "dtparam=spi=on");
        StringAssert.Contains(called.Output, "the board was not opened");
    }

    [TestMethod]
    public void Command_ProfileWithoutBus_OnHardware_IsRefused() =>
        Called.With(new RigCommands(), "doctor", "--hardware").AssertRefused(ExitCode.Failed, "names no SPI bus");

    /// <summary>Every name that may be given has its cure, and every cure is one line.</summary>
    [TestMethod]
    public void Cures_AreOneLineEach()
    {
        foreach (var code in Cures.Codes)
        {
            StringAssert.Matches(code, new("^[a-z0-9]+(-[a-z0-9]+)*$"));
            Assert.IsTrue(Cures.Of(code) is { Length: > 10 and < 200 } cure && !cure.Contains('\n', StringComparison.Ordinal) && cure[^1] is '.' or '?' , code);
        }
    }
}
