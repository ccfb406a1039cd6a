namespace CoinRig.Twin.Tests;

/// <summary>What the Waveshare board's jumpers do when they are left, worked out by hand from 1 ohm of follower and output.</summary>
[TestClass]
public sealed class WaveshareFaultTests
{
    /// <summary>2.5 V behind 2.5 kohm on a follower of 1 ohm: 0.4 mV a volt.</summary>
    [TestMethod]
    [DataRow(0.5)]
    [DataRow(3.7)]
    public void Potentiometer_PullsTheInputBeforeTheShunt(double volts)
    {
        var host = SeriesHost.Open(new ResistorCell(volts, 100));
        host.Wait(10e-3);
        var before = host.Convert(SeriesHost.ShuntMux);
        host.Board.Faults.LeavePotentiometer();
        Assert.AreEqual(before + (2.5 - volts) / 2501, host.Convert(SeriesHost.ShuntMux), 10e-6);
    }

    [TestMethod]
    public void LightSensor_PullsTheInputOfTheVoltage()
    {
        var host = SeriesHost.Open(new ResistorCell(3.7, 100));
        host.Wait(10e-3);
        var before = host.Volts();
        host.Board.Faults.LeaveLightSensor();
        Assert.AreEqual(before + (5.0 / 3 - 3.7) / 3334, host.Volts(), 15e-6);
    }

    [TestMethod]
    public void Led_TakesCurrentFromTheOutputAndFromACellBehindHighImpedance()
    {
        var host = SeriesHost.Open(null);
        host.WriteDac(SeriesHost.Code(4));
        host.Relay(true);
        host.Wait(10e-3);
        var before = host.Volts();
        host.Board.Faults.AreLedsLeft = true;
        Assert.AreEqual(before - (4 - 1.8) / 1001, host.Volts(), 50e-6);

        var connected = SeriesHost.Open(new ResistorCell(3.7, 100));
        connected.Board.Faults.AreLedsLeft = true;
        connected.PowerDown(SeriesHost.HighImpedance);
        connected.Relay(true);
        connected.Wait(10e-3);
        Assert.AreEqual(-(3.7 - 1.8) / (1000 + 5000 + 100), connected.Channel.CellAmperes, 2e-6);
    }

    [TestMethod]
    public void LowSupply_EndsTheFollowers()
    {
        var host = SeriesHost.Open(new ResistorCell(4.8, 100));
        host.Board.Faults.AnalogSupplyVolts = 4.5;
        host.Wait(10e-3);
        Assert.AreEqual(4.5, host.Volts(), 5e-3);
    }

    [TestMethod]
    public void WrongShunt_CarriesTheCurrentThatItsResistanceLets()
    {
        var host = SeriesHost.Open(new ResistorCell(1, 100));
        host.Channel.SetShunt(0, 1.2);
        host.WriteDac(SeriesHost.Code(1.5));
        host.Relay(true);
        host.Wait(10e-3);
        Assert.AreEqual((host.SourceVolts(SeriesHost.Code(1.5)) - 1) / (1.2 * 5000 + 101), host.Channel.CellAmperes, 0.2e-6);
    }

    [TestMethod]
    public void Dac8532_BendsByFortyCodes()
    {
        var host = SeriesHost.Open(null);
        host.Relay(true);
        double Deviation(double volts)
        {
            host.WriteDac(SeriesHost.Code(volts));
            host.Wait(10e-3);
            host.Board.Faults.IsDac8532 = false;
            var straight = host.Volts();
            host.Board.Faults.IsDac8532 = true;
            return host.Volts() - straight;
        }
        // Three waves over the scale: the first crest is at a twelfth of it.
        Assert.AreEqual(40 * 5.0 / 65536, Deviation(5.0 / 12), 30e-6);
        Assert.AreEqual(0, Deviation(2.5), 30e-6);
    }
}
