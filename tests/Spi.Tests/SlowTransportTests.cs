namespace CoinRig.Spi.Tests;

[TestClass]
public sealed class SlowTransportTests
{
    readonly MessageBus _bus = new(SlowTransport.SpiClockFrequency);
    readonly SlowTransport _transport;

    public SlowTransportTests() => _transport = new SlowTransport(_bus);

    [TestMethod]
    public void Operations_AreOneTransferEach()
    {
        var answer = new byte[3];
        _transport.Write([0x10, 0x80, 0x00]);
        _transport.Write([0x51, 0x00, 0x23, 0xFC], 3_125, [0x00]);
        _transport.WriteRead([0x01], 6_511, answer);
        CollectionAssert.AreEqual(new[] { "108000 (0 us)", "510023FC00 (0 us)", "01000000 (0 us)" }, _bus.Log);
        CollectionAssert.AreEqual(new byte[] { 0xA1, 0xA2, 0xA3 }, answer);
    }

    /// <summary>Half a period of the clock is all the pause there is: 6.667 us at 75 kHz, 0.556 us at 900 kHz.</summary>
    [TestMethod]
    public void Pause_LongerThanHalfAPeriod_IsRefusedBeforeAnythingIsSent()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _transport.WriteRead([0x01], 6_700, new byte[3]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _transport.Write([0xFC], 6_700, [0x00]));
        var bus = new MessageBus(900_000);
        using var fast = new SlowTransport(bus);
        var error = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => fast.WriteRead([0x01], 6_511, new byte[3]));
        StringAssert.Contains(error.Message, "open the bus with at most 76793 Hz");
        Assert.IsEmpty(_bus.Log);
        Assert.IsEmpty(bus.Log);
    }

    [TestMethod]
    public void Dispose_ClosesTheDevice()
    {
        _transport.Dispose();
        Assert.AreEqual(1, _bus.Disposals);
    }
}
