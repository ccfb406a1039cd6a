namespace CoinRig.Twin.Tests;

/// <summary>The emulated DAC8552 against SLAS430A (hardware.md 2.1, 2.2, 8).</summary>
[TestClass]
public sealed class DacTests
{
    readonly EmulatedDac8552 _dac = new();
    long _now = 1000;

    void Frame(params byte[] bytes)
    {
        _dac.SetSync(true, _now += 200);
        _dac.SetSync(false, _now += 200);
        Send(bytes);
        _dac.SetSync(true, _now += 200);
    }

    void Send(params byte[] bytes)
    {
        foreach (var b in bytes)
        {
            _dac.Exchange(b, _now += 300);
        }
    }

    [TestMethod]
    public void PowerOn_BothOutputs_AreAtZeroScale()
    {
        Assert.AreEqual(0, _dac.Fraction(0, _now));
        Assert.AreEqual(0, _dac.Fraction(1, _now));
    }

    /// <summary>First byte of the frame, then what becomes of A and B when buffer A held 1111h and buffer B 2222h before.</summary>
    [TestMethod]
    [DataRow(0x00, 0, 0)]
    [DataRow(0x04, 0, 0)]
    [DataRow(0x10, 0x5678, 0)]
    [DataRow(0x14, 0x1111, 0)]
    [DataRow(0x20, 0, 0x2222)]
    [DataRow(0x24, 0, 0x5678)]
    [DataRow(0x30, 0x5678, 0x2222)]
    [DataRow(0x34, 0x1111, 0x5678)]
    public void Frame_OfEachKind_WritesItsBufferAndThenLoads(int control, int a, int b)
    {
        Frame(0x00, 0x11, 0x11);
        Frame(0x04, 0x22, 0x22);
        Frame((byte)control, 0x56, 0x78);
        Assert.AreEqual((ushort)a, _dac.Code(0));
        Assert.AreEqual((ushort)b, _dac.Code(1));
    }

    [TestMethod]
    public void GoldenVectors_GiveTheirVoltagesAtFiveVolts()
    {
        Frame(0x10, 0x80, 0x00);
        Assert.AreEqual(2.5, 5 * _dac.SettledFraction(0));
        Frame(0x24, 0x33, 0x33);
        Assert.AreEqual(1.0, 5 * _dac.SettledFraction(1), 5.0 / 65536);
        Frame(0x00, 0x12, 0x34);
        Frame(0x34, 0xAB, 0xCD);
        Assert.AreEqual(0x1234, _dac.Code(0));
        Assert.AreEqual(0xABCD, _dac.Code(1));
    }

    [TestMethod]
    [DataRow(0x11, 0, DacPowerMode.PulledBy1Kiloohm)]
    [DataRow(0x12, 0, DacPowerMode.PulledBy100Kiloohm)]
    [DataRow(0x13, 0, DacPowerMode.HighImpedance)]
    [DataRow(0x25, 1, DacPowerMode.PulledBy1Kiloohm)]
    [DataRow(0x26, 1, DacPowerMode.PulledBy100Kiloohm)]
    [DataRow(0x27, 1, DacPowerMode.HighImpedance)]
    public void PowerDown_OfEachKind_TakesTheOutputToGround_AndANormalFrameBack(int control, int channel, DacPowerMode mode)
    {
        Frame((byte)(control & 0xFC), 0x80, 0x00);
        Frame((byte)control, 0x00, 0x00);
        Assert.AreEqual(mode, _dac.Mode(channel));
        Assert.AreEqual(0, _dac.SettledFraction(channel));
        Frame((byte)(control & 0xFC), 0x40, 0x00);
        Assert.AreEqual(0.25, _dac.SettledFraction(channel));
    }

    [TestMethod]
    public void PowerDown_OfBoth_IsBufferedAndLoadedLikeData()
    {
        Frame(0x01, 0x00, 0x00);
        Assert.AreEqual(DacPowerMode.Normal, _dac.Mode(0));
        Frame(0x35, 0x00, 0x00);
        Assert.AreEqual(DacPowerMode.PulledBy1Kiloohm, _dac.Mode(0));
        Assert.AreEqual(DacPowerMode.PulledBy1Kiloohm, _dac.Mode(1));
    }

    [TestMethod]
    public void SyncHigh_Before24Clocks_DiscardsTheFrameAndItsBuffer()
    {
        Frame(0x10, 0xFF);
        Frame(0x20, 0x00, 0x00);
        Frame(0x14, 0x00, 0x00);
        Assert.AreEqual(0, _dac.Code(0));
    }

    [TestMethod]
    public void Clocks_After24_AreIgnored()
    {
        Frame(0x10, 0x12, 0x34, 0x10, 0x56, 0x78);
        Assert.AreEqual(0x1234, _dac.Code(0));
    }

    [TestMethod]
    public void Frame_TakesEffectAtThe24thClock_WithoutWaitingForSync()
    {
        _dac.SetSync(true, _now += 200);
        _dac.SetSync(false, _now += 200);
        Send(0x10, 0x12);
        Assert.AreEqual(0, _dac.Code(0));
        Send(0x34);
        Assert.AreEqual(0x1234, _dac.Code(0));
    }

    [TestMethod]
    public void Settling_ToThreePartsIn100000_TakesTenMicroseconds()
    {
        Frame(0x10, 0xFD, 0x00);
        var loaded = _now - 200;
        var final = 0xFD00 / 65536.0;
        Assert.IsGreaterThan(3e-5, Math.Abs(_dac.Fraction(0, loaded + 5_000) - final));
        Assert.IsLessThanOrEqualTo(3e-5, Math.Abs(_dac.Fraction(0, loaded + 10_000) - final));
    }

    [TestMethod]
    public void Frame_WithAReservedBit_IsRefused()
        => AdsBench.Refused("DB23", () => Frame(0x50, 0x00, 0x00));

    [TestMethod]
    public void Sclk_Above30Megahertz_IsRefused()
    {
        EmulatedDac8552.CheckClock(30_000_000);
        AdsBench.Refused("SCLK", () => EmulatedDac8552.CheckClock(31_250_000));
    }

    [TestMethod]
    public void Sync_FallingTooSoonAfterAFrame_IsRefused()
    {
        Frame(0x10, 0x12, 0x34);
        AdsBench.Refused("SYNC", () => _dac.SetSync(false, _now + 20));
    }
}
