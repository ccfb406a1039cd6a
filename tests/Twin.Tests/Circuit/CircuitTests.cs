namespace CoinRig.Twin.Tests;

/// <summary>The front end's law, measured through the chips, against the truth that the twin drew.</summary>
[TestClass]
public sealed class CircuitTests
{
    const byte VoltageMux = 0x01, CurrentMux = 0x23;
    const double LsbOfDac = 5.0 / 65536;

    [TestMethod]
    public void AtPowerUp_AllLinesLow_NothingIsConnected()
    {
        var host = new RawHost(new ResistorCell(3.7, 100));
        Assert.IsFalse(host.Channel.IsRelayContactClosed);
        Assert.IsFalse(host.Channel.IsOutputEnabled);
        Assert.AreEqual(0, host.Channel.CellAmperes);
        Assert.AreEqual(3.7, host.Channel.CellVolts);
    }

    [TestMethod]
    public void Voltage_WithTheRelayOpen_IsReadThroughTheAmplifiersTrueGainAndOffset()
    {
        var host = new RawHost(new ResistorCell(3.7, 100));
        var truth = host.Channel.Truth;
        // 1 ohm of source at 150 kohm costs 8 ppm; noise and calibration a few uV.
        Assert.AreEqual(0.5 * (3.7 - truth.VoltageOffsetVolts) / truth.VoltageGain, host.Convert(VoltageMux), 30e-6);
    }

    [TestMethod]
    [DataRow((ushort)32768)]
    [DataRow((ushort)40000)]
    [DataRow((ushort)20000)]
    public void Current_InGalvanostat_IsTheTargetOfTheDac(ushort code)
    {
        var host = new RawHost(new ResistorCell(3.7, 100));
        host.ConnectForCurrent();
        host.WriteDac(code);
        var range = host.Channel.Truth.Ranges[1];
        var nominal = (code - 32768) / 32768.0 * 1e-3;
        // The DAC's INL is a few LSB of 76 uV, one LSB being 30.5 nA.
        Assert.AreEqual(range.TargetGain * nominal + range.TargetOffsetAmperes, host.Channel.CellAmperes, 8 * 30.5e-9);
        host.Wait(10e-3);
        var amperes = host.Channel.CellAmperes;
        Assert.AreEqual(3.7 + amperes * 100, host.Channel.CellVolts, 1e-9);
        Assert.AreEqual(1000 * (amperes - range.OffsetAmperes) / range.Gain, host.Convert(CurrentMux), 30e-6);
    }

    [TestMethod]
    public void CodeZero_InGalvanostat_IsFullDischarge()
    {
        var host = new RawHost(new ResistorCell(3.7, 100));
        host.ConnectForCurrent();
        host.WriteDac(0);
        Assert.AreEqual(-1e-3, host.Channel.CellAmperes, 3e-6);
    }

    [TestMethod]
    public void Voltage_InPotentiostat_IsTheTargetOfTheDac_AndTheCellTakesItsCurrent()
    {
        var host = new RawHost(new ResistorCell(3.7, 1000));
        host.Set(19, true);
        host.Set(13, true);
        host.WriteDac((ushort)Math.Round(4.0 / LsbOfDac));
        host.Set(6, true);
        host.Set(5, true);
        host.Wait(10e-3);
        var truth = host.Channel.Truth;
        Assert.AreEqual(truth.VoltageTargetGain * 4.0 + truth.VoltageTargetOffsetVolts, host.Channel.CellVolts, 8 * LsbOfDac);
        Assert.AreEqual((host.Channel.CellVolts - 3.7) / 1000, host.Channel.CellAmperes, 1e-12);
    }

    [TestMethod]
    public void Compliance_OnALargeResistor_LimitsTheVoltageOfTheOutputStage()
    {
        var host = new RawHost(new ResistorCell(0, 20e3));
        host.ConnectForCurrent();
        host.WriteDac(65535);
        host.Wait(10e-3);
        // 9 V over 20 kohm, the 1 kohm shunt and 0.2 ohm of lead.
        Assert.AreEqual(9 / 21000.2, host.Channel.CellAmperes, 1e-9);
        host.WriteDac(0);
        host.Wait(10e-3);
        Assert.AreEqual(-4 / 21000.2, host.Channel.CellAmperes, 1e-9);
    }

    [TestMethod]
    public void Buffer_InPotentiostat_LimitsTheCurrent()
    {
        var host = new RawHost(new ResistorCell(3.7, 10));
        host.Set(26, true);
        host.Set(13, true);
        host.WriteDac((ushort)Math.Round(4.2 / LsbOfDac));
        host.Set(6, true);
        host.Set(5, true);
        host.Wait(10e-3);
        Assert.AreEqual(30e-3, host.Channel.CellAmperes, 1e-9);
        Assert.AreEqual(4.0, host.Channel.CellVolts, 1e-9);
    }

    [TestMethod]
    public void ShuntAmplifier_Above125PerCentOfItsFullScale_Saturates()
    {
        var host = new RawHost(new ResistorCell(3.7, 100));
        host.Set(13, true);
        host.WriteDac((ushort)Math.Round(4.2 / LsbOfDac));
        host.Set(6, true);
        host.Set(5, true);
        host.Wait(10e-3);
        Assert.AreEqual(1.25, host.Convert(CurrentMux), 50e-6);
    }

    [TestMethod]
    public void Range_WithNoLineHigh_IsTheSmallest_AndWithSeveral_TheLargest()
    {
        var host = new RawHost(null);
        Assert.AreEqual(0, host.Channel.RangeIndex);
        host.Set(19, true);
        host.Wait(5e-3);
        Assert.AreEqual(1, host.Channel.RangeIndex);
        host.Set(26, true);
        host.Wait(5e-3);
        Assert.AreEqual(2, host.Channel.RangeIndex);
        host.Set(26, false);
        host.Wait(5e-3);
        Assert.AreEqual(1, host.Channel.RangeIndex);
    }

    [TestMethod]
    public void Charge_OfAMinuteOfCurrent_IsCurrentTimesTime()
    {
        var cell = new ResistorCell(3.7, 100);
        var host = new RawHost(cell);
        host.ConnectForCurrent();
        host.WriteDac(49152);
        var (start, before) = (host.Clock.Nanoseconds, host.Channel.CellCoulombs);
        var amperes = host.Channel.CellAmperes;
        host.Wait(60);
        Assert.AreEqual(amperes * (host.Clock.Nanoseconds - start) * 1e-9, host.Channel.CellCoulombs - before, amperes * 10e-6);
        Assert.AreEqual(host.Channel.CellCoulombs, cell.Coulombs, 1e-12);
    }

    [TestMethod]
    public void AntiAliasFilter_AfterAStep_DelaysTheReadingByATenthOfAMillisecond()
    {
        var host = new RawHost(new ResistorCell(3.0, 1000));
        host.Configure(0xE0, 0);
        host.ConnectForCurrent();
        host.Convert(VoltageMux);
        host.WriteDac(65535);
        var stepped = host.Clock.Nanoseconds;
        var reading = host.Convert(VoltageMux);
        var centre = (host.Clock.Nanoseconds - stepped) * 1e-9 - 0.24e-3 / 2;
        // 0.5 V at the ADC for 1 mA; the window is flat, so only the size of the lag is judged.
        var before = 0.5 * 3.0;
        var part = (reading - before) / (host.Channel.CellVolts * 0.5 - before);
        Assert.AreEqual(1 - Math.Exp(-centre / 0.1e-3), part, 0.15);
        Assert.IsLessThan(0.95, part);
    }
}
