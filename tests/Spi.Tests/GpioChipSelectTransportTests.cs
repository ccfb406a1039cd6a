using System.Device.Gpio;
using CoinRig.Clock;

namespace CoinRig.Spi.Tests;

[TestClass]
public sealed class GpioChipSelectTransportTests
{
    readonly VirtualClock _clock = new();
    readonly RecordingBus _bus;
    readonly RecordingGpio _pins;
    readonly GpioController _gpio;

    public GpioChipSelectTransportTests()
    {
        _bus = new RecordingBus(_clock);
        _pins = new RecordingGpio(_bus);
        _gpio = new GpioController(_pins);
    }

    [TestMethod]
    public void Constructor_SelectLine_IsHighFromTheStart()
    {
        using var transport = Transport();
        Assert.AreEqual(PinValue.High, _pins.Level(22));
        CollectionAssert.DoesNotContain(_bus.Log, "0: CS22 low");
        Assert.AreEqual(1_000_000, transport.ClockFrequency);
    }

    [TestMethod]
    public void Write_OneGroup_IsFramedAndHeld()
    {
        using var transport = Transport();
        _bus.Log.Clear();
        transport.Write([0x10, 0x80, 0x00]);
        CollectionAssert.AreEqual(new[] { "0: CS22 low", "0: write 108000", "25100: CS22 high" }, _bus.Log);
    }

    [TestMethod]
    public void Write_TwoGroups_HaveThePauseBetweenThemInOneFrame()
    {
        using var transport = Transport();
        _bus.Log.Clear();
        transport.Write([0xFC], 3_125, [0x00]);
        CollectionAssert.AreEqual(new[] { "0: CS22 low", "0: write FC", "11125: write 00", "20225: CS22 high" }, _bus.Log);
    }

    [TestMethod]
    public void WriteRead_Command_IsFollowedByPauseAndAnswer()
    {
        using var transport = Transport();
        _bus.Log.Clear();
        var answer = new byte[3];
        transport.WriteRead([0x01], 6_511, answer);
        CollectionAssert.AreEqual(new[] { "0: CS22 low", "0: write 01", "14511: read 3", "39611: CS22 high" }, _bus.Log);
        CollectionAssert.AreEqual(new byte[] { 0x5A, 0x5A, 0x5A }, answer);
    }

    [TestMethod]
    public void WriteRead_NoCommand_ReadsAtOnce()
    {
        using var transport = Transport();
        _bus.Log.Clear();
        transport.WriteRead([], 6_511, new byte[3]);
        CollectionAssert.AreEqual(new[] { "0: CS22 low", "0: read 3", "25100: CS22 high" }, _bus.Log);
    }

    [TestMethod]
    public void Write_AtOnceAgain_LeavesTheLineHighForTheIdleTime()
    {
        using var transport = new GpioChipSelectTransport(_bus, _gpio, 23, _clock, holdNanoseconds: 0, idleNanoseconds: 100);
        transport.Write([0x00]);
        transport.Write([0x00]);
        Assert.AreEqual("8000: CS23 high", _bus.Log[^4]);
        Assert.AreEqual("8100: CS23 low", _bus.Log[^3]);
    }

    [TestMethod]
    public void Transfer_Fails_LineIsHighAgain()
    {
        using var transport = Transport();
        _bus.Throws = new IOException("bus");
        Assert.ThrowsExactly<IOException>(() => transport.Write([0x00]));
        Assert.AreEqual(PinValue.High, _pins.Level(22));
        Assert.ThrowsExactly<IOException>(() => transport.Write([0x00], 1, [0x00]));
        Assert.AreEqual(PinValue.High, _pins.Level(22));
        Assert.ThrowsExactly<IOException>(() => transport.WriteRead([0x00], 1, new byte[1]));
        Assert.AreEqual(PinValue.High, _pins.Level(22));
    }

    [TestMethod]
    public void TransferAndSelectLine_BothFail_TheTransferIsWhatIsReported()
    {
        using var transport = Transport();
        _bus.Throws = new IOException("bus");
        _pins.ThrowsOnHigh = new InvalidOperationException("line");
        Assert.AreEqual("bus", Assert.ThrowsExactly<IOException>(() => transport.Write([0x00])).Message);
    }

    [TestMethod]
    public void Clock_Fails_LineIsHighAgain()
    {
        using var transport = new GpioChipSelectTransport(_bus, _gpio, 22, new BrokenClock());
        Assert.ThrowsExactly<InvalidOperationException>(() => transport.Write([0x00]));
        Assert.AreEqual(PinValue.High, _pins.Level(22));
    }

    [TestMethod]
    public void Dispose_SharedBus_IsDisposedOnceByItsOwner()
    {
        var first = Transport();
        var second = new GpioChipSelectTransport(_bus, _gpio, 23, _clock, shouldDispose: false);
        second.Dispose();
        Assert.AreEqual(0, _bus.Disposals);
        first.Dispose();
        first.Dispose();
        Assert.AreEqual(1, _bus.Disposals);
        Assert.IsEmpty(_pins.OpenPins);
        Assert.ThrowsExactly<ObjectDisposedException>(() => first.Write([0x00]));
    }

    [TestMethod]
    public void Transactions_SteadyState_AllocateNothing()
    {
        using var transport = Transport();
        _bus.IsRecording = false;
        var answer = new byte[3];
        long Spend()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1_000; i++)
            {
                transport.Write([0x10, 0x80, 0x00]);
                transport.Write([0xFC], 3_125, [0x00]);
                transport.WriteRead([0x01], 6_511, answer);
            }
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Spend();
        Assert.AreEqual(0, Spend());
    }

    [TestMethod]
    public void Constructor_NegativeTime_IsRefused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new GpioChipSelectTransport(_bus, _gpio, 22, _clock, holdNanoseconds: -1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new GpioChipSelectTransport(_bus, _gpio, 22, _clock, idleNanoseconds: -1));
        Assert.ThrowsExactly<ArgumentNullException>(() => new GpioChipSelectTransport(null!, _gpio, 22, _clock));
    }

    GpioChipSelectTransport Transport() => new(_bus, _gpio, 22, _clock);

    /// <summary>Fails at the first pause, inside the frame.</summary>
    sealed class BrokenClock : IRigClock
    {
        public long Nanoseconds => 0;

        public DateTimeOffset UtcNow => default;

        public void WaitUntil(long nanoseconds)
        {
            if (nanoseconds > 0)
            {
                throw new InvalidOperationException("clock");
            }
        }
    }
}
