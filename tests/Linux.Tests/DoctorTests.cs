using CoinRig.Gateway;

namespace CoinRig.Linux.Tests;

/// <summary>The doctor of a board behind the emulated kernel's device files.</summary>
[TestClass]
public sealed class DoctorTests
{
    const uint GetLine = 0xC250_B407;

    static Diagnosis Look(EmulatedBoard board) => BoardDoctor.Run(() => HardwareRig.Open(board.Profile, board.Clock));

    [TestMethod]
    [DataRow("gpio-cs", "reference")]
    [DataRow("kernel", "reference")]
    [DataRow("slow", "reference")]
    [DataRow("kernel", "waveshare-series-shunt")]
    public void HealthyBoard_WithACell_NothingIsWrong_AndTheCellIsLeftAlone(string transport, string profile)
    {
        using var board = new EmulatedBoard(transport, board: profile);
        var diagnosis = Look(board);
        Assert.AreEqual("", string.Join(' ', diagnosis.Findings.Select(f => f.Message)));
        Assert.IsNull(board.Kernel.Refusal);
        Assert.AreEqual(0, board.Twin.Channels[0].CellCoulombs);
        Assert.AreEqual(0, board.Kernel.OpenDescriptors, "descriptors are left open");
    }

    [TestMethod]
    [DataRow(ErrorNumber.Busy, "spi-busy")]
    [DataRow(ErrorNumber.AccessDenied, "no-permission")]
    [DataRow(ErrorNumber.NoSuchFile, "spi-off")]
    [DataRow(ErrorNumber.InputOutput, "device")]
    public void BusCannotBeOpened_IsNamed(int error, string code)
    {
        using var board = new EmulatedBoard("kernel");
        (board.Adc.OpenFault, board.Dac.OpenFault) = (() => error, () => error);
        Assert.AreEqual(code, Look(board).Findings.Single().Code);
        Assert.AreEqual(0, board.Kernel.OpenDescriptors, "descriptors are left open");
    }

    [TestMethod]
    public void LineOfTheKernel_IsNamed()
    {
        using var board = new EmulatedBoard("gpio-cs");
        board.Chip.Fault = request => request == GetLine ? ErrorNumber.Busy : 0;
        Assert.AreEqual("line-busy", Look(board).Findings.Single().Code);
    }

    /// <summary>While one program has the board, another is refused before it touches a line.</summary>
    [TestMethod]
    public void SecondProgram_IsRefused_AndMovesNothing()
    {
        using var board = new EmulatedBoard("kernel");
        using var rig = HardwareRig.Open(board.Profile, board.Clock);
        var before = board.Changes.Count;
        var refusal = Assert.ThrowsExactly<RefusedException>(() => HardwareRig.Open(board.Profile, board.Clock));
        StringAssert.Contains(refusal.Message, "Another CoinRig drives the board");
        Assert.AreEqual(before, board.Changes.Count);
    }
}
