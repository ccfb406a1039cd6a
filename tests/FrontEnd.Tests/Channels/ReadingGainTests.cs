using System.Device.Gpio;
using CoinRig.Clock;
using CoinRig.Twin;
using Iot.Device.Ads1256;

namespace CoinRig.FrontEnd.Tests;

/// <summary>Currents of the twin's cell as they are read at the gains that follow them.</summary>
[TestClass]
public sealed class ReadingGainTests
{
    readonly BoardProfile _profile = BoardProfileFile.Load(Path.Combine(AppContext.BaseDirectory, "boards", "reference.yaml"));
    readonly VirtualClock _clock = new();
    BoardTwin _twin = null!;
    GpioController _gpio = null!;
    Board _board = null!;

    [TestInitialize]
    public void Open()
    {
        _twin = new BoardTwin(_profile, _clock, 1, new SourceCell());
        _gpio = new GpioController(_twin.Gpio);
        _board = Board.Open(_profile, _twin.OpenSpi, _gpio, _clock);
    }

    [TestCleanup]
    public void Close()
    {
        _board.Dispose();
        _gpio.Dispose();
    }

    IChannel Channel => _board.Channels[0];

    [TestMethod]
    public void EveryGainInUse_IsCalibratedWhenTheBoardOpens()
    {
        foreach (var gain in (PgaGain[])[PgaGain.X1, PgaGain.X4, PgaGain.X8, PgaGain.X16, PgaGain.X32, PgaGain.X64])
        {
            Assert.IsTrue(_board.Adc.IsCalibrated(gain), $"{gain}");
        }
    }

    [TestMethod]
    public void SmallCurrentInALargeRange_IsReadWithLessNoise_AndWithoutAStep()
    {
        var range = Channel.Reach.Ranges[2];
        Channel.MeasureZero(range);
        Channel.ConnectForCurrent(range);
        Channel.WriteCurrent(20e-6);
        var atFullScale = Read(8);
        Read(60);
        Assert.AreEqual(PgaGain.X64, _board.Adc.Gain);
        var raised = Read(100);
        var truth = _twin.Channels[0].CellAmperes;
        Assert.IsLessThan(0.7 * Noise(atFullScale), Noise(raised));
        // 0.02 % of gain, and 8 conversions of the zero at each gain: 1.8 nA / root of 8.
        Assert.AreEqual(truth, raised.Average(), 0.0006 * truth + 1e-9);
        Assert.AreEqual(truth, atFullScale.Average(), 0.0006 * truth + 5e-9);
    }

    /// <summary>The first reading after an over-current is the true one, though the gain before it could not show it.</summary>
    [TestMethod]
    public void JumpFarBeyondARaisedGain_IsReadAtOnceAndInFull()
    {
        var range = Channel.Reach.Ranges[0];
        Channel.MeasureZero(range);
        Channel.ConnectForVoltage(range, Channel.ReadVoltage().Value);
        Read(60);
        Assert.AreNotEqual(PgaGain.X4, _board.Adc.Gain, "the gain was not raised");
        // Not through WriteVoltage, which expects a jump: the cell does it by itself.
        _twin.Channels[0].CellFault = CellFault.Reversed;
        var reading = Channel.ReadCurrent();
        Assert.IsTrue(reading.IsClipped, $"{reading.Value * 1e6:0.00} uA where the output stage gives all it can");
        Assert.IsGreaterThan(1.1 * range.FullScaleAmperes, Math.Abs(reading.Value));
    }

    double[] Read(int times)
    {
        var readings = new double[times];
        foreach (ref var reading in readings.AsSpan())
        {
            reading = Channel.ReadCurrent().Value;
        }
        return readings;
    }

    static double Noise(double[] readings) => Math.Sqrt(readings.Sum(r => Math.Pow(r - readings.Average(), 2)) / (readings.Length - 1));
}
