namespace CoinRig.Twin.Tests;

/// <summary>Planted faults, as they show at the pins and on the bus.</summary>
[TestClass]
public sealed class FaultTests
{
    const byte VoltageMux = 0x01, CurrentMux = 0x23;

    [TestMethod]
    public void ShuntOpen_LetsNoCurrentFlow_AndPinsTheReadingToTheRail()
    {
        var host = new RawHost(new ResistorCell(3.7, 100));
        host.ConnectForCurrent();
        host.WriteDac(40000);
        host.Channel.IsShuntOpen = true;
        host.Wait(10e-3);
        Assert.AreEqual(0, host.Channel.CellAmperes);
        Assert.AreEqual(1.25, host.Convert(CurrentMux), 50e-6);
    }

    [TestMethod]
    public void SenseLeadOff_ReadsAtTheTopOfTheScale_WithTheRelayOpenToo()
    {
        var host = new RawHost(new ResistorCell(3.7, 100));
        host.Channel.IsSenseLeadOff = true;
        host.Wait(10e-3);
        Assert.AreEqual(2.5, host.Convert(VoltageMux), 1e-3);
        Assert.AreEqual(3.7, host.Channel.CellVolts);
    }

    [TestMethod]
    [DataRow(CellFault.Reversed, -3.7)]
    [DataRow(CellFault.Open, 0.0)]
    [DataRow(CellFault.Shorted, 0.0)]
    public void Cell_Wrong_ShowsInTheVoltageBeforeConnecting(CellFault fault, double volts)
    {
        var host = new RawHost(new ResistorCell(3.7, 100));
        host.Channel.CellFault = fault;
        host.Wait(10e-3);
        var truth = host.Channel.Truth;
        Assert.AreEqual(0.5 * (volts - truth.VoltageOffsetVolts) / truth.VoltageGain, host.Convert(VoltageMux), 50e-6);
    }

    [TestMethod]
    public void OpenCell_UnderCurrent_TakesTheSenseLeadsToTheCompliance()
    {
        var host = new RawHost(null);
        host.ConnectForCurrent();
        host.WriteDac(40000);
        host.Wait(10e-3);
        Assert.AreEqual(0, host.Channel.CellAmperes);
        Assert.AreEqual(2.5, host.Convert(VoltageMux), 1e-3);
    }

    [TestMethod]
    public void AdcReference_TenPerCentLow_MakesReadingsTenPerCentTooHigh()
    {
        var host = new RawHost(new ResistorCell(3.7, 100));
        var right = host.Convert(VoltageMux);
        host.Board.Faults.AdcReferenceFactor = 0.9;
        Assert.AreEqual(right / 0.9, host.Convert(VoltageMux), 50e-6);
    }

    [TestMethod]
    public void DacReference_TenPerCentLow_MovesZeroCurrent()
    {
        var host = new RawHost(new ResistorCell(3.7, 100));
        host.ConnectForCurrent();
        host.Board.Faults.DacReferenceFactor = 0.9;
        Assert.AreEqual(-0.1e-3, host.Channel.CellAmperes, 2e-6);
    }

    [TestMethod]
    public void SilentAdc_NeverGetsReady_AndTheBusReadsItsLevel()
    {
        var host = new RawHost(null);
        foreach (var (silence, level) in new[] { (AdcSilence.Zeros, (byte)0), (AdcSilence.Ones, (byte)0xFF) })
        {
            host.Board.Faults.AdcSilent = silence;
            host.Start();
            host.Wait(1);
            Assert.AreEqual(System.Device.Gpio.PinValue.High, host.Gpio.Read(17));
            var answer = new byte[3];
            host.Set(22, false);
            host.Spi.Read(answer);
            host.Wait(2e-6);
            host.Set(22, true);
            CollectionAssert.AreEqual(new[] { level, level, level }, answer);
        }
        host.Board.Faults.AdcSilent = AdcSilence.None;
        host.Convert(VoltageMux);
    }

    [TestMethod]
    public void DataReady_Stuck_StaysAtItsLevel()
    {
        var host = new RawHost(null);
        host.Board.Faults.DataReadyStuck = StuckLevel.Low;
        host.Start();
        Assert.AreEqual(System.Device.Gpio.PinValue.Low, host.Gpio.Read(17));
        host.Board.Faults.DataReadyStuck = StuckLevel.High;
        host.Wait(1);
        Assert.AreEqual(System.Device.Gpio.PinValue.High, host.Gpio.Read(17));
    }

    [TestMethod]
    public void DeadDac_KeepsItsOutput()
    {
        var host = new RawHost(new ResistorCell(3.7, 100));
        host.ConnectForCurrent();
        var before = host.Channel.CellAmperes;
        host.Board.Faults.IsDacDead = true;
        host.WriteDac(60000);
        Assert.AreEqual(before, host.Channel.CellAmperes);
    }

    [TestMethod]
    public void Glitches_OnTheBus_ChangeOneBitOfSomeBytes()
    {
        var host = new RawHost(null);
        host.Board.Faults.GlitchProbability = 0.5;
        var wrong = 0;
        for (var i = 0; i < 200; i++)
        {
            var answer = new byte[1];
            host.Set(22, false);
            host.Spi.Write([0x13, 0x00]);
            host.Wait(7e-6);
            host.Spi.Read(answer);
            host.Wait(2e-6);
            host.Set(22, true);
            var bits = System.Numerics.BitOperations.PopCount((uint)(answer[0] ^ 0x43));
            Assert.IsLessThanOrEqualTo(1, bits);
            wrong += bits;
        }
        Assert.IsInRange(60, 140, wrong);
    }

    [TestMethod]
    public void PinChanges_AreTold_WithTheirVirtualTimes()
    {
        var host = new RawHost(null);
        var changes = new List<PinChange>();
        host.Board.PinChanged = changes.Add;
        host.Set(5, true);
        host.Set(5, true);
        host.Wait(1e-3);
        host.Set(5, false);
        Assert.HasCount(2, changes);
        Assert.AreEqual((5, true), (changes[0].Pin, changes[0].IsHigh));
        Assert.AreEqual((5, false), (changes[1].Pin, changes[1].IsHigh));
        Assert.AreEqual(1_000_200, changes[1].Nanoseconds - changes[0].Nanoseconds);
    }

    [TestMethod]
    public void Register_Disturbed_IsReadBackWrong()
    {
        var host = new RawHost(null);
        host.Board.Adc.Disturb(0, 0x08, host.Clock.Nanoseconds);
        Assert.AreEqual(0x38, host.Board.Adc.Register(0, host.Clock.Nanoseconds) & 0xFE);
    }
}
