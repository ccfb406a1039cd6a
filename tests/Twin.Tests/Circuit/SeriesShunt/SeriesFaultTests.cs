namespace CoinRig.Twin.Tests;

/// <summary>Planted faults of a series-shunt board, as they show on the bus.</summary>
[TestClass]
public sealed class SeriesFaultTests
{
    const double ReadVolts = 40e-6;

    static RawHost Connected(ICellModel? cell, double source = 4)
    {
        var host = SeriesHost.Open(cell);
        host.WriteDac(SeriesHost.Code(source));
        host.Relay(true);
        host.Wait(10e-3);
        return host;
    }

    [TestMethod]
    public void RelayWelded_ShowsAsACurrent_WhenTheDacIsMovedAwayFromTheCell()
    {
        var host = Connected(new ResistorCell(3.7, 100));
        host.Channel.RelayFault = RelayFault.Welded;
        host.Relay(false);
        var amperes = host.Amperes(0);
        Assert.AreEqual(host.Channel.CellAmperes, amperes, ReadVolts / 5000);
        Assert.AreEqual((host.SourceVolts(SeriesHost.Code(4)) - 3.7) / 5101, amperes, 0.2e-6);
        host.PowerDown(SeriesHost.HighImpedance);
        host.Wait(10e-3);
        Assert.AreEqual(0, host.Channel.CellAmperes);
    }

    [TestMethod]
    public void RelayStuckOpen_LetsNothingFlow()
    {
        var host = SeriesHost.Open(new ResistorCell(3.7, 100));
        host.Channel.RelayFault = RelayFault.StuckOpen;
        host.WriteDac(SeriesHost.Code(4));
        host.Relay(true);
        Assert.AreEqual(0, host.Channel.CellAmperes);
        Assert.AreEqual(0, host.Amperes(0), ReadVolts / 5000);
    }

    [TestMethod]
    public void ShuntOpen_LetsNothingFlow_AndTheFollowerBeforeItSeesTheDac()
    {
        var host = Connected(new ResistorCell(3.7, 100));
        host.Channel.IsShuntOpen = true;
        host.Wait(10e-3);
        Assert.AreEqual(0, host.Channel.CellAmperes);
        Assert.AreEqual(3.7, host.Volts(), ReadVolts);
        Assert.AreEqual(host.SourceVolts(SeriesHost.Code(4)) - 3.7, host.Convert(SeriesHost.CurrentMux), 1.5e-3);
        host.Relay(false);
        Assert.AreEqual(-3.7, host.Convert(SeriesHost.CurrentMux), 5e-3);
    }

    [TestMethod]
    public void SenseLeadOff_ReadsAboutZero_WhileTheCellStandsWhereItDid()
    {
        var host = SeriesHost.Open(new ResistorCell(3.7, 100));
        host.Channel.IsSenseLeadOff = true;
        host.Wait(10e-3);
        Assert.AreEqual(0, host.Volts(), ReadVolts);
        Assert.AreEqual(3.7, host.Convert(SeriesHost.ShuntMux), 3e-3);
        Assert.AreEqual(3.7, host.Channel.CellVolts);
    }

    [TestMethod]
    public void FollowersForgotten_PullTheOpenCircuitVoltageTowardsHalfTheSupply()
    {
        // hardware.md 1.7: 10 kohm unbuffered at PGA 1 give a gain of 0.923 and +89 mV.
        foreach (var volts in (double[])[0, 2.5, 3.7])
        {
            var host = SeriesHost.Open(new ResistorCell(volts, 100));
            host.Channel.AreFollowersMissing = true;
            host.Wait(10e-3);
            Assert.AreEqual(0.9226 * volts + 0.0887, host.Volts(), 0.4e-3);
        }
    }

    [TestMethod]
    public void FollowersForgotten_IsNoFaultOfAHardwareLoop() =>
        Assert.ThrowsExactly<InvalidOperationException>(() => new RawHost(null).Channel.AreFollowersMissing = true);

    [TestMethod]
    public void CommonOpen_FalsifiesTheVoltage_ButNotTheCurrent()
    {
        var host = Connected(new ResistorCell(3.7, 100));
        host.Board.Faults.IsCommonOpen = true;
        host.Wait(10e-3);
        // The input's own 260 kohm to 2.5 V and 220 kohm to the other input.
        Assert.AreEqual(220.0 / 480 * (host.Channel.CellVolts - 2.5), host.Volts(), 2e-3);
        Assert.AreEqual(host.Channel.CellAmperes, host.Amperes(0), ReadVolts / 5000);
        host.Board.Faults.IsCommonOpen = false;
        Assert.AreEqual(host.Channel.CellVolts, host.Volts(), ReadVolts);
    }

    [TestMethod]
    [DataRow(CellFault.Reversed, -0.3)]
    [DataRow(CellFault.Open, 0.0)]
    [DataRow(CellFault.Shorted, 0.0)]
    public void Cell_Wrong_ShowsInTheVoltageBeforeConnecting(CellFault fault, double volts)
    {
        var host = SeriesHost.Open(new ResistorCell(3.7, 100));
        host.Channel.CellFault = fault;
        host.Wait(10e-3);
        // The input's protection diodes end at -0.3 V.
        Assert.AreEqual(volts, host.Volts(), 0.3e-3);
        Assert.AreEqual(fault == CellFault.Reversed ? -3.7 : 0, host.Channel.CellVolts);
    }

    [TestMethod]
    public void CellOpen_WithTheRelayClosed_ShowsTheDac()
    {
        var host = Connected(null);
        Assert.AreEqual(0, host.Channel.CellAmperes);
        Assert.AreEqual(host.SourceVolts(SeriesHost.Code(4)), host.Volts(), 1e-3);
        Assert.AreEqual(0, host.Amperes(0), ReadVolts / 5000);
        host.PowerDown(SeriesHost.HighImpedance);
        host.Wait(10e-3);
        Assert.AreEqual(0, host.Volts(), ReadVolts);
    }

    [TestMethod]
    public void CellShortedOrReversed_DrawsWhatTheShuntLetsThrough()
    {
        var host = Connected(new ResistorCell(3.7, 100));
        var source = host.Channel.CellAmperes * (SeriesHost.OutputOhms + host.ShuntOhms(0) + 100) + 3.7;
        host.Channel.CellFault = CellFault.Shorted;
        Assert.AreEqual(source / (SeriesHost.OutputOhms + host.ShuntOhms(0) + 0.05), host.Channel.CellAmperes, 1e-12);
        host.Channel.CellFault = CellFault.Reversed;
        Assert.AreEqual((source + 3.7) / (SeriesHost.OutputOhms + host.ShuntOhms(0) + 100), host.Channel.CellAmperes, 1e-12);
    }

    [TestMethod]
    public void DeadDac_NeverLeavesPowerUp_AndDischargesThroughAClosedRelay()
    {
        var host = SeriesHost.Open(new ResistorCell(3.7, 100));
        host.Board.Faults.IsDacDead = true;
        host.PowerDown(SeriesHost.HighImpedance);
        host.Relay(true);
        Assert.AreEqual(-3.7 / 5101, host.Channel.CellAmperes, 2e-6);
    }

    [TestMethod]
    public void AdcReference_Low_MakesReadingsTooHigh()
    {
        var host = SeriesHost.Open(new ResistorCell(3.7, 100));
        var right = host.Convert(SeriesHost.VoltageMux);
        host.Board.Faults.AdcReferenceFactor = 0.9;
        Assert.AreEqual(right / 0.9, host.Convert(SeriesHost.VoltageMux), 50e-6);
    }
}
