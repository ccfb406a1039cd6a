namespace CoinRig.Twin.Tests;

/// <summary>DAC, shunt and cell in series, measured through the chips, against Ohm's law with the truth that the twin drew.</summary>
[TestClass]
public sealed class SeriesCircuitTests
{
    const double InlVolts = 12 * 5.0 / 65536;

    /// <summary>1 ohm before an input of 118 kohm costs 8 ppm, and the ADC has its noise.</summary>
    const double ReadVolts = 40e-6;

    [TestMethod]
    public void AtPowerUp_TheRelayIsOpen_AndNothingFlows()
    {
        var host = SeriesHost.Open(new ResistorCell(3.7, 100));
        Assert.IsFalse(host.Channel.IsRelayContactClosed);
        Assert.AreEqual(0, host.Channel.CellAmperes);
        Assert.AreEqual(3.7, host.Channel.CellVolts);
    }

    [TestMethod]
    [DataRow(0, 3.9)]
    [DataRow(0, 3.4)]
    [DataRow(1, 3.9)]
    [DataRow(1, 3.4)]
    public void Current_IsWhatTheSourceDrivesThroughAllResistors(int range, double source)
    {
        var host = SeriesHost.Open(new ResistorCell(3.7, 100));
        host.WriteDac(SeriesHost.Code(source));
        host.Range(range);
        host.Relay(true);
        var ohms = SeriesHost.OutputOhms + host.ShuntOhms(range) + 100;
        var amperes = host.Channel.CellAmperes;
        Assert.AreEqual((host.SourceVolts(SeriesHost.Code(source)) - 3.7) / ohms, amperes, InlVolts / ohms);
        Assert.AreEqual(3.7 + amperes * 100, host.Channel.CellVolts, 1e-9);
        host.Wait(10e-3);
        Assert.AreEqual(host.Channel.CellVolts, host.Volts(), ReadVolts);
        Assert.AreEqual(amperes, host.Amperes(range), ReadVolts / host.ShuntOhms(range));
    }

    [TestMethod]
    public void Calibration_Drawn_IsWhatTheReadingsNeed()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var host = SeriesHost.Open(new ResistorCell(3.7, 100), seed, uncertain: 20);
            host.WriteDac(SeriesHost.Code(4));
            host.Relay(true);
            host.Wait(10e-3);
            Assert.AreEqual(host.Channel.CellVolts, host.Volts(), ReadVolts);
            Assert.AreEqual(host.Channel.CellAmperes, host.Amperes(0), ReadVolts / 5000);
        }
    }

    [TestMethod]
    public void RelayOpen_BothFollowersSeeTheCell_AndTheirOffsetsAreTheZeroOfEveryRange()
    {
        var host = SeriesHost.Open(new ResistorCell(3.7, 100), uncertain: 4);
        host.WriteDac(SeriesHost.Code(4.5));
        host.Wait(10e-3);
        Assert.AreEqual(0, host.Channel.CellAmperes);
        var (e, s) = (host.Convert(SeriesHost.VoltageMux), host.Convert(SeriesHost.ShuntMux));
        Assert.AreEqual(3.7, host.Volts(), ReadVolts);
        var zeros = new double[2];
        for (var range = 0; range < 2; range++)
        {
            host.Range(range);
            Assert.AreEqual(0, host.Amperes(range), ReadVolts / host.ShuntOhms(range));
            zeros[range] = host.Convert(SeriesHost.CurrentMux);
        }
        // One difference of two offsets stands behind both shunts.
        Assert.AreEqual(zeros[0], zeros[1], 2e-6);
        Assert.AreEqual(zeros[0], s - e, 5e-6);
        Assert.IsGreaterThan(10e-6, Math.Abs(zeros[0]));
    }

    [TestMethod]
    public void HighImpedance_WithTheRelayClosed_LetsNothingFlow()
    {
        var host = SeriesHost.Open(new ResistorCell(3.7, 100));
        host.PowerDown(SeriesHost.HighImpedance);
        host.Relay(true);
        host.Wait(10);
        Assert.IsTrue(host.Channel.IsRelayContactClosed);
        Assert.AreEqual(0, host.Channel.CellAmperes);
        Assert.AreEqual(0, host.Channel.CellCoulombs);
        Assert.AreEqual(0, host.Amperes(0), ReadVolts / 5000);
    }

    [TestMethod]
    [DataRow(SeriesHost.PulledBy1Kiloohm, 1e3)]
    [DataRow(SeriesHost.PulledBy100Kiloohm, 100e3)]
    public void PulledDown_WithTheRelayClosed_DischargesTheCellThroughTheResistor(byte control, double ohms)
    {
        var host = SeriesHost.Open(new ResistorCell(3.7, 100));
        host.PowerDown(control);
        host.Relay(true);
        Assert.AreEqual(-3.7 / (ohms + host.ShuntOhms(0) + 100), host.Channel.CellAmperes, 1e-12);
    }

    [TestMethod]
    public void LeavingPowerDown_StartsTheCurrentWithOneFrame()
    {
        var host = SeriesHost.Open(new ResistorCell(3.7, 100));
        host.PowerDown(SeriesHost.HighImpedance);
        host.Relay(true);
        Assert.AreEqual(0, host.Channel.CellAmperes);
        host.WriteDac(SeriesHost.Code(3.95));
        var ohms = SeriesHost.OutputOhms + host.ShuntOhms(0) + 100;
        Assert.AreEqual((host.SourceVolts(SeriesHost.Code(3.95)) - 3.7) / ohms, host.Channel.CellAmperes, InlVolts / ohms);
    }

    [TestMethod]
    public void CodeZero_DischargesTheCellThroughTheShunt()
    {
        var host = SeriesHost.Open(new ResistorCell(3.7, 100));
        host.WriteDac(0);
        host.Range(1);
        host.Relay(true);
        Assert.AreEqual(-3.7 / (SeriesHost.OutputOhms + host.ShuntOhms(1) + 100), host.Channel.CellAmperes, 1e-6);
    }

    [TestMethod]
    public void Rails_EndAtGroundAndAtTheReference()
    {
        // A gain of 0.9992 does not reach 5 V; a reference that is 10 % low does.
        var host = SeriesHost.Open(new ResistorCell(0, 20e3));
        host.WriteDac(65535);
        host.Relay(true);
        var ohms = SeriesHost.OutputOhms + host.ShuntOhms(0) + 20e3;
        Assert.AreEqual(host.SourceVolts(65535) / ohms, host.Channel.CellAmperes, InlVolts / ohms);
        Assert.IsLessThanOrEqualTo(5 / ohms, host.Channel.CellAmperes);
        host.WriteDac(0);
        // -1.1 mV of offset is below the rail.
        Assert.AreEqual(0, host.Channel.CellAmperes, 1e-15);
        host.WriteDac(32768);
        var right = host.Channel.CellAmperes;
        host.Board.Faults.DacReferenceFactor = 0.9;
        Assert.AreEqual(0.9 * right, host.Channel.CellAmperes, 1e-3 * right);
    }

    [TestMethod]
    [DataRow(4.9, 50e-3)]
    [DataRow(0.0, -50e-3)]
    public void ShortCircuitCurrent_OfTheDac_IsTheMost(double source, double limit)
    {
        var host = SeriesHost.Open(new ResistorCell(2.5, 10), smallestShunt: 1);
        host.WriteDac(SeriesHost.Code(source));
        host.Relay(true);
        host.Wait(1);
        Assert.AreEqual(limit, host.Channel.CellAmperes, 1e-12);
        Assert.AreEqual(2.5 + limit * 10, host.Channel.CellVolts, 1e-9);
        host.WriteDac(SeriesHost.Code(2.6));
        Assert.AreEqual(0.1 / 12, host.Channel.CellAmperes, 0.4e-3);
    }

    [TestMethod]
    public void Range_Changed_AtTheSameSource_ChangesTheCurrent()
    {
        var host = SeriesHost.Open(new ResistorCell(3.7, 100));
        host.WriteDac(SeriesHost.Code(3.9));
        host.Relay(true);
        var before = host.Channel.CellAmperes;
        Assert.AreEqual(0, host.Channel.RangeIndex);
        host.Range(1);
        Assert.AreEqual(1, host.Channel.RangeIndex);
        Assert.AreEqual(before * (1 + host.ShuntOhms(0) + 100) / (1 + host.ShuntOhms(1) + 100), host.Channel.CellAmperes, 1e-12);
        host.Range(0);
        Assert.AreEqual(before, host.Channel.CellAmperes, 1e-15);
    }

    [TestMethod]
    public void RangeRelay_Closing_TakesItsTimeAndBounces()
    {
        var host = SeriesHost.Open(null);
        var start = host.Clock.Nanoseconds;
        host.Set(19, true);
        var edges = new List<double>();
        var last = 0;
        while (host.Clock.Nanoseconds < start + 5_000_000)
        {
            host.Wait(2e-6);
            if (host.Channel.RangeIndex is var now && now != last)
            {
                edges.Add((host.Clock.Nanoseconds - start) * 1e-6);
                last = now;
            }
        }
        Assert.IsGreaterThanOrEqualTo(3, edges.Count);
        Assert.IsInRange(0.49, 2.01, edges[0]);
        Assert.AreEqual(1, last);
    }

    [TestMethod]
    public void Charge_OfAMinute_IsCurrentTimesTime()
    {
        var cell = new ResistorCell(3.7, 100);
        var host = SeriesHost.Open(cell);
        host.WriteDac(SeriesHost.Code(4));
        host.Relay(true);
        var (start, before, amperes) = (host.Clock.Nanoseconds, host.Channel.CellCoulombs, host.Channel.CellAmperes);
        host.Wait(60);
        Assert.AreEqual(amperes * (host.Clock.Nanoseconds - start) * 1e-9, host.Channel.CellCoulombs - before, amperes * 10e-6);
        Assert.AreEqual(host.Channel.CellCoulombs, cell.Coulombs, 1e-12);
    }
}
