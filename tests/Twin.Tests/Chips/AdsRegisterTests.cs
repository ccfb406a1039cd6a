namespace CoinRig.Twin.Tests;

/// <summary>Registers and commands against SBAS288K (hardware.md 1.2, 1.4, 8).</summary>
[TestClass]
public sealed class AdsRegisterTests
{
    [TestMethod]
    public void Registers_AfterReset_HoldTheValuesOfTheDataSheet()
    {
        var bench = new AdsBench();
        var registers = bench.ReadRegisters(0, 11);
        CollectionAssert.AreEqual(new byte[] { 0x30, 0x01, 0x20, 0xF0, 0xE0 }, registers[..5]);
        // A chip without errors calibrates to the ideal values of 30 kSPS: OFC 0, FSC 44AC08h.
        CollectionAssert.AreEqual(new byte[] { 0, 0, 0, 0x08, 0xAC, 0x44 }, registers[5..]);
    }

    [TestMethod]
    public void Wreg_ThenRreg_GivesBackWhatWasWritten()
    {
        var bench = new AdsBench();
        bench.Command(0x50, 0x04, 0x02, 0x23, 0x04, 0x43, 0x00);
        bench.WaitReady();
        CollectionAssert.AreEqual(new byte[] { 0x32, 0x23, 0x04, 0x43, 0x00 }, bench.ReadRegisters(0, 5));
    }

    [TestMethod]
    public void Rreg_PastTheLastRegister_WrapsToTheFirst()
    {
        var bench = new AdsBench();
        var answer = bench.ReadRegisters(9, 4);
        CollectionAssert.AreEqual(new byte[] { 0xAC, 0x44 }, answer[..2]);
        Assert.AreEqual(0x30, answer[2] & 0xF0);
        Assert.AreEqual(0x01, answer[3]);
    }

    [TestMethod]
    public void Wreg_PastTheLastRegister_WrapsToTheFirst()
    {
        var bench = new AdsBench();
        bench.Command(0x5A, 0x02, 0x55, 0x08, 0x67);
        Assert.AreEqual(0x55, bench.Chip.Register(10, bench.Now));
        Assert.AreEqual(0x38, bench.Chip.Register(0, bench.Now) & 0xFE);
        Assert.AreEqual(0x67, bench.Chip.Register(1, bench.Now));
    }

    [TestMethod]
    public void ReadOnlyBits_WhenWritten_StayAsTheyAre()
    {
        var bench = new AdsBench();
        bench.Command(0x50, 0x02, 0xF1, 0x01, 0xFF);
        Assert.AreEqual(0x30, bench.Chip.Register(0, bench.Now) & 0xF0);
        Assert.AreEqual(0x7F, bench.Chip.Register(2, bench.Now));
    }

    [TestMethod]
    public void StatusDrdyBit_FollowsThePin()
    {
        var bench = new AdsBench();
        Assert.AreEqual(0, bench.ReadRegisters(0, 1)[0] & 1);
        bench.Configure(0x03);
        Assert.AreEqual(1, bench.ReadRegisters(0, 1)[0] & 1);
    }

    [TestMethod]
    public void Order_LeastSignificantBitFirst_TurnsBitsWithinEachOutputByteOnly()
    {
        var bench = new AdsBench();
        bench.Command(0x50, 0x00, 0x08);
        CollectionAssert.AreEqual(new byte[] { 0x80, 0x04, 0x0F }, bench.ReadRegisters(1, 3));
    }

    [TestMethod]
    public void ResetCommand_LeavesTheClockOutputBits_AndTheResetPinDoesNot()
    {
        var bench = new AdsBench();
        bench.Command(0x52, 0x00, 0x04);
        bench.Command(0xFE);
        bench.WaitReady();
        Assert.AreEqual(0x00, bench.Chip.Register(2, bench.Now));
        bench.Chip.SetReset(false, bench.Now);
        bench.WaitTau(4);
        bench.Chip.SetReset(true, bench.Now);
        bench.WaitReady();
        Assert.AreEqual(0x20, bench.Chip.Register(2, bench.Now));
    }

    [TestMethod]
    public void Io_OutputsTakeTheLevelWritten_AndD0WithTheClockOnItDoesNot()
    {
        var bench = new AdsBench();
        bench.Command(0x54, 0x00, 0x0F);
        Assert.AreEqual(0x0E, bench.Chip.Register(4, bench.Now));
        bench.Command(0x52, 0x00, 0x00);
        bench.Command(0x54, 0x00, 0x8F);
        Assert.AreEqual(0x87, bench.Chip.Register(4, bench.Now));
    }

    [TestMethod]
    public void ChipSelectHigh_InTheMiddleOfWreg_AbortsIt()
    {
        var bench = new AdsBench();
        bench.Select();
        bench.Clock(0x51, 0x00);
        bench.Release();
        Assert.AreEqual(0x01, bench.ReadRegisters(1, 1)[0]);
    }

    [TestMethod]
    public void SclkQuiet_For32ConversionPeriods_ResetsTheInterface()
    {
        var bench = new AdsBench();
        bench.Select();
        bench.Clock(0x51, 0x00);
        bench.Wait(33 / 30e3);
        bench.Clock(0x53, 0x00, 0xE0);
        bench.Release();
        Assert.AreEqual(0x01, bench.Chip.Register(1, bench.Now));
        Assert.AreEqual(0xE0, bench.Chip.Register(3, bench.Now));
    }

    [TestMethod]
    [DataRow((byte)0x08, 0, 8)]
    [DataRow((byte)0x78, 7, 8)]
    [DataRow((byte)0x01, 0, 1)]
    [DataRow((byte)0x23, 2, 3)]
    [DataRow((byte)0x67, 6, 7)]
    [DataRow((byte)0x80, 8, 0)]
    public void Mux_OfTheDataSheetsExamples_SelectsThePair(byte mux, int positive, int negative)
    {
        var bench = new AdsBench();
        Array.Fill(bench.Volts, 2.5);
        bench.Volts[positive] = 3;
        bench.Volts[negative] = 2;
        bench.Configure(0xC0, mux: mux);
        bench.Command(0xF0);
        bench.WaitReady();
        Assert.AreEqual(1.0 / 5, bench.Convert() / (double)0x7FFFFF, 1e-6);
    }
}
