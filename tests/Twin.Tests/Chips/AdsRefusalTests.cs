namespace CoinRig.Twin.Tests;

/// <summary>What the data sheet does not allow is refused, and its legal neighbour is not (hardware.md 1.4, 1.5, 1.6).</summary>
[TestClass]
public sealed class AdsRefusalTests
{
    static AdsBench Ready(byte drate = 0x82)
    {
        var bench = new AdsBench();
        bench.Configure(drate);
        bench.WaitReady();
        return bench;
    }

    static void Sequence(AdsBench bench, byte[] command, double tau, byte[] data)
    {
        bench.Select();
        bench.Clock(command);
        // A transfer ends half a clock period after its last falling edge.
        var lastFall = bench.LastFall;
        bench.WaitTau(Math.Max(0, tau - (bench.Now - lastFall) / AdsBench.Tau));
        bench.Clock(data);
        bench.Release();
    }

    [TestMethod]
    [DataRow(new byte[] { 0x01 }, "RDATA")]
    [DataRow(new byte[] { 0x10, 0x02 }, "RREG")]
    [DataRow(new byte[] { 0x03 }, "RDATAC")]
    public void T6_LeftOut_IsRefused_AndKept_IsAccepted(byte[] command, string name)
    {
        var refusal = AdsBench.Refused("t6", () => Sequence(Ready(), command, 48, [0, 0, 0]));
        StringAssert.Contains(refusal.Message, name);
        StringAssert.Contains(refusal.Message, "6.51 us (50 tau)");
        Sequence(Ready(), command, 50, [0, 0, 0]);
    }

    [TestMethod]
    public void T6_InOneTransferAt76Point8Kilohertz_IsKeptByHalfAClockPeriod()
    {
        var bench = Ready();
        bench.ClockHertz = 76_800;
        bench.Select();
        bench.Clock(0x01, 0, 0, 0);
        bench.Release();
        bench.WaitReady();
        bench.ClockHertz = 80_000;
        bench.Select();
        AdsBench.Refused("t6", () => bench.Clock(0x01, 0, 0, 0));
    }

    [TestMethod]
    public void T6_TooLate_IsNoFault_ForAsLongAsNothingIsUpdated()
    {
        Sequence(Ready(), [0x01], 5000, [0, 0, 0]);
    }

    [TestMethod]
    [DataRow(new byte[] { 0x51, 0x00, 0x23 }, 3.0, 4.0)]
    [DataRow(new byte[] { 0xFC }, 23.0, 24.0)]
    [DataRow(new byte[] { 0x0F }, 23.0, 24.0)]
    public void T11_LeftOut_IsRefused_AndKept_IsAccepted(byte[] command, double tooShort, double enough)
    {
        var fast = 1.9e6;
        var bench = Ready();
        bench.ClockHertz = fast;
        AdsBench.Refused("t11", () => Sequence(bench, command, tooShort, [0x00]));
        bench = Ready();
        bench.ClockHertz = fast;
        Sequence(bench, command, enough, [0x00]);
    }

    [TestMethod]
    public void T11_AfterRdataAndRreg_IsFourTau()
    {
        foreach (var command in new byte[][] { [0x01], [0x12, 0x02] })
        {
            var bench = Ready();
            bench.ClockHertz = 1.9e6;
            bench.Select();
            bench.Clock(command);
            bench.WaitTau(50);
            bench.Clock(0, 0, 0);
            AdsBench.Refused("t11", () => bench.Clock(0x12, 0x00));
            bench.WaitTau(4);
            bench.Clock(0x12, 0x00);
        }
    }

    [TestMethod]
    public void Settling_LeftOut_IsRefused_AndKept_IsAccepted()
    {
        var bench = Ready();
        bench.ReadData();
        bench.Command(0x51, 0x00, 0x23);
        bench.SyncAndWakeUp();
        bench.Wait(5e-3);
        var refusal = AdsBench.Refused("t18", () => bench.ReadData());
        StringAssert.Contains(refusal.Message, "10.175 ms");
        bench.Release();
        bench.WaitReady();
        bench.ReadData();
    }

    [TestMethod]
    public void Settling_LeftOutAfterAChangeOfRateOrGain_IsRefused_EvenWithAnUnreadResult()
    {
        var bench = Ready();
        bench.Configure(0x63, gain: 2);
        AdsBench.Refused("t18", () => bench.ReadData());
    }

    [TestMethod]
    public void Mux_CycledAsInFigure19_GivesThePreviousChannel()
    {
        var bench = Ready();
        bench.Volts[0] = 3.5;
        bench.Volts[2] = 3.0;
        bench.Command(0xF0);
        bench.WaitReady();
        bench.SyncAndWakeUp();
        bench.WaitReady();
        bench.Command(0x51, 0x00, 0x23);
        bench.SyncAndWakeUp();
        var previous = bench.ReadData();
        bench.WaitReady();
        var next = bench.ReadData();
        Assert.AreEqual(1.0 / 5, previous / (double)0x7FFFFF, 1e-6);
        Assert.AreEqual(0.5 / 5, next / (double)0x7FFFFF, 1e-6);
    }

    [TestMethod]
    [DataRow((byte)0x01)]
    [DataRow((byte)0x51)]
    [DataRow((byte)0xFC)]
    [DataRow((byte)0xF0)]
    public void Sync_WithoutWakeUp_RefusesEverythingElse(byte command)
    {
        var bench = Ready();
        bench.Command(0xFC);
        bench.Select();
        AdsBench.Refused("SYNC", () => bench.Clock(command));
    }

    [TestMethod]
    public void Sync_WithoutWakeUp_NeverMakesDrdyFall()
    {
        var bench = Ready();
        bench.Command(0xFC);
        bench.Wait(10);
        Assert.IsFalse(bench.IsReady);
        bench.Command(0x00);
        bench.WaitReady();
        bench.ReadData();
    }

    [TestMethod]
    [DataRow((byte)0xF0)]
    [DataRow((byte)0xF1)]
    [DataRow((byte)0xF2)]
    [DataRow((byte)0xF3)]
    [DataRow((byte)0xF4)]
    [DataRow((byte)0xFE)]
    public void CalibrationWait_LeftOut_IsRefused_AndKept_IsAccepted(byte command)
    {
        var bench = Ready();
        bench.Command(command);
        bench.Wait(0.1e-3);
        bench.Select();
        AdsBench.Refused("t11", () => bench.Clock(0x10, 0x00));
        bench.Release();
        bench.WaitReady();
        bench.ReadRegisters(0, 1);
    }

    [TestMethod]
    public void AutomaticCalibration_AfterAWregThatChangesTheGain_IsWaitedForToo()
    {
        var bench = Ready();
        bench.Command(0x50, 0x00, 0x04);
        bench.Command(0x52, 0x00, 0x03);
        bench.Select();
        AdsBench.Refused("t11", () => bench.Clock(0x10, 0x00));
        bench.Release();
        bench.WaitReady();
        bench.Command(0x51, 0x00, 0x23);
        bench.ReadRegisters(0, 1);
    }

    [TestMethod]
    public void T10_LeftOut_IsRefused_AndKept_IsAccepted()
    {
        var bench = Ready();
        bench.ClockHertz = 1.9e6;
        bench.Select();
        bench.Clock(0x51, 0x00, 0x23);
        AdsBench.Refused("t10", () => bench.Chip.SetChipSelect(true, bench.Now));
        bench = Ready();
        bench.Command(0x51, 0x00, 0x23);
    }

    [TestMethod]
    public void Data_ClockedInANewFrame_AreRefused()
    {
        var bench = Ready();
        bench.Select();
        bench.Clock(0x01);
        bench.WaitTau(50);
        bench.Release();
        bench.Select();
        AdsBench.Refused("CS", () => bench.Clock(0, 0, 0));
    }

    [TestMethod]
    public void T17_ReadingWhileDataAreUpdated_IsRefused()
    {
        var bench = Ready();
        var ready = bench.Now;
        var period = 300 * 256 * AdsBench.Tau;
        bench.Wait((ready + period - bench.Now - 40e3) * 1e-9);
        bench.Select();
        bench.Clock(0x01);
        bench.WaitTau(50);
        AdsBench.Refused("t17", () => bench.Clock(0, 0, 0));
    }

    [TestMethod]
    public void ResetPin_LowForLessThanFourTau_IsRefused()
    {
        var bench = Ready();
        bench.Chip.SetReset(false, bench.Now);
        AdsBench.Refused("t16", () => bench.Chip.SetReset(true, bench.Now + 500));
    }

    [TestMethod]
    public void Clock_FasterThanAQuarterOfTheMaster_IsRefused()
    {
        var bench = Ready();
        bench.Chip.CheckClock(1_920_000);
        StringAssert.Contains(AdsBench.Refused("t1", () => bench.Chip.CheckClock(1_953_125)).Message, "1920000 Hz");
    }

    [TestMethod]
    public void Sdatac_WhileDrdyIsHigh_IsRefused_AndWhileLow_LeavesContinuousMode()
    {
        var bench = Ready();
        Sequence(bench, [0x03], 50, [0, 0, 0]);
        bench.Select();
        AdsBench.Refused("SDATAC", () => bench.Clock(0x0F));
        bench.Release();
        bench = Ready();
        Sequence(bench, [0x03], 50, [0, 0, 0]);
        bench.WaitReady();
        bench.Command(0x0F);
        Assert.AreEqual(0x82, bench.ReadRegisters(3, 1)[0]);
    }

    [TestMethod]
    public void Drate_OutsideTheTable_IsRefused()
    {
        var bench = Ready();
        bench.Select();
        AdsBench.Refused("DRATE", () => bench.Clock(0x53, 0x00, 0x44));
    }

    [TestMethod]
    public void CommandByte_OutsideTheTable_IsRefused()
    {
        var bench = Ready();
        bench.Select();
        AdsBench.Refused("command", () => bench.Clock(0x42));
    }

    [TestMethod]
    public void SyncPin_Low_AllowsNoCommunication()
    {
        var bench = Ready();
        bench.Chip.SetSync(false, bench.Now);
        bench.Select();
        AdsBench.Refused("SYNC/PDWN", () => bench.Clock(0x10));
    }
}
