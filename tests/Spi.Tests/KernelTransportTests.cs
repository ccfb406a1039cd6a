namespace CoinRig.Spi.Tests;

[TestClass]
public sealed class KernelTransportTests
{
    readonly MessageBus _bus = new(900_000);
    readonly KernelTransport _transport;

    public KernelTransportTests() => _transport = new KernelTransport(_bus);

    [TestMethod]
    public void Write_OneGroup_IsOneSegmentThatIsHeld()
    {
        _transport.Write([0x10, 0x80, 0x00]);
        CollectionAssert.AreEqual(new[] { "108000 (2 us)" }, _bus.Log);
        Assert.AreEqual(900_000, _transport.ClockFrequency);
    }

    /// <summary>3.125 us and 6.511 us are asked for; the kernel knows whole microseconds.</summary>
    [TestMethod]
    public void Pauses_AreRoundedUp()
    {
        _transport.Write([0x51, 0x00, 0x23, 0xFC], 3_125, [0x00]);
        _transport.WriteRead([0x01], 6_511, new byte[3]);
        _transport.Write([0x01], 7_000, [0x00]);
        CollectionAssert.AreEqual(new[] { "510023FC (4 us) 00 (2 us)", "01 (7 us) 000000 (2 us)", "01 (7 us) 00 (2 us)" }, _bus.Log);
    }

    [TestMethod]
    public void WriteRead_AnswerIsWhatCameAfterTheCommand()
    {
        var answer = new byte[3];
        _transport.WriteRead([0x10, 0x02], 6_511, answer);
        CollectionAssert.AreEqual(new byte[] { 0xA2, 0xA3, 0xA4 }, answer);
    }

    [TestMethod]
    public void WriteRead_NoCommand_ReadsAtOnce()
    {
        var answer = new byte[3];
        _transport.WriteRead([], 6_511, answer);
        CollectionAssert.AreEqual(new[] { "000000 (2 us)" }, _bus.Log);
        CollectionAssert.AreEqual(new byte[] { 0xA0, 0xA1, 0xA2 }, answer);
    }

    [TestMethod]
    public void WriteRead_AfterAWrite_SendsZerosAgain()
    {
        _transport.Write([0xFF, 0xFF], 0, [0xFF, 0xFF]);
        _transport.WriteRead([0x01], 6_511, new byte[3]);
        Assert.AreEqual("01 (7 us) 000000 (2 us)", _bus.Log[^1]);
    }

    [TestMethod]
    public void WhatDoesNotFit_IsRefused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _transport.Write([0x00], 65_535_001, [0x00]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _transport.Write([0x00], -1, [0x00]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _transport.WriteRead([0x00], 1, new byte[64]));
        Assert.IsEmpty(_bus.Log);
    }

    [TestMethod]
    public void Dispose_ClosesTheDevice()
    {
        _transport.Dispose();
        Assert.AreEqual(1, _bus.Disposals);
    }
}
