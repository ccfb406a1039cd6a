using System.Device.Gpio;
using System.Device.Spi;
using CoinRig.EmulatedKernel;
using CoinRig.Spi;

namespace CoinRig.Linux.Tests;

/// <summary>What each operation hands to the kernel, byte by byte, against arguments that were filled in C; and that it allocates nothing.</summary>
[TestClass]
public sealed unsafe class OperationTests
{
    const int TransferBytes = 32, Addresses = 16, DescriptorAt = 588;

    readonly List<(uint Request, string Argument)> _calls = [];
    Kernel _kernel = null!;
    EchoDevice _device = null!;

    [TestInitialize]
    public void StartKernel()
    {
        EmulatedBoard.RequireInterposer();
        _device = new EchoDevice();
        _kernel = new Kernel { Called = Note };
        _kernel.Add("/dev/spidev0.1", new SpidevNode(_ => _device, 0, 1));
        _kernel.Add("/dev/gpiochip1", new GpioChipNode(new GpioController(new Twin.BoardTwin(EmulatedBoard.ProfileOf("gpio-cs"), new Clock.VirtualClock(), 1).Gpio), "pinctrl-bcm2711"));
    }

    [TestCleanup]
    public void StopKernel() => _kernel?.Dispose();

    [TestMethod]
    public void Open_SetsModeWordAndClock()
    {
        using var device = OpenDevice(900_000);
        CollectionAssert.AreEqual(new[] { (SpidevRequests.WriteMode, "01"), (SpidevRequests.WriteBitsPerWord, "08"), (SpidevRequests.WriteMaximumHertz, "A0BB0D00") }, _calls);
    }

    [TestMethod]
    public void KernelTransport_Operations_AreTheMessagesOfTheHeaders()
    {
        using var transport = new KernelTransport(OpenDevice(900_000));
        _calls.Clear();
        var answer = new byte[3];
        transport.WriteRead([0x01], 6_511, answer);
        AssertMessage("read-data", 2);
        CollectionAssert.AreEqual(new byte[] { 0x5A, 0x5A, 0x5A }, answer);
        Assert.AreEqual("01000000", _device.Sent);
        transport.Write([0x51, 0x00, 0x23, 0xFC], 3_125, [0x00]);
        AssertMessage("start-conversion", 2);
        Assert.AreEqual("510023FC00", _device.Sent);
        transport.Write([0x10, 0x80, 0x00]);
        AssertMessage("write-frame", 1);
        Assert.AreEqual("108000", _device.Sent);
        transport.WriteRead([], 6_511, answer);
        AssertMessage("write-frame", 1);
        Assert.AreEqual("000000", _device.Sent);
    }

    [TestMethod]
    public void SlowTransport_Operations_AreSingleTransfers()
    {
        using var transport = new SlowTransport(OpenDevice(SlowTransport.SpiClockFrequency));
        _calls.Clear();
        var answer = new byte[3];
        transport.WriteRead([0x01], 6_511, answer);
        AssertMessage("slow-read-data", 1);
        CollectionAssert.AreEqual(new byte[] { 0x5A, 0x5A, 0x5A }, answer);
        Assert.AreEqual("01000000", _device.Sent);
        transport.Write([0x51, 0x00, 0x23, 0xFC], 3_125, [0x00]);
        Assert.AreEqual("510023FC00", _device.Sent);
        Assert.HasCount(1, _calls, "a message more");
    }

    [TestMethod]
    public void Lines_Operations_AreTheArgumentsOfTheHeaders()
    {
        using var gpio = new GpioController(new GpioChipDriver(GpioChip.Find(["pinctrl-bcm2711"])));
        _calls.Clear();
        gpio.OpenPin(5, PinMode.Output, PinValue.High);
        gpio.Write(5, PinValue.High);
        gpio.Write(5, PinValue.Low);
        Assert.AreEqual(PinValue.Low, gpio.Read(5));
        gpio.SetPinMode(5, PinMode.Output);
        CollectionAssert.AreEqual(new[]
        {
            (GpioRequests.GetLine, KernelHeaders.Bytes("claim-line")),
            (GpioRequests.SetConfiguration, KernelHeaders.Bytes("output-high")),
            (GpioRequests.SetValues, KernelHeaders.Bytes("write-high")),
            (GpioRequests.SetValues, KernelHeaders.Bytes("write-low-or-read")),
            (GpioRequests.GetValues, KernelHeaders.Bytes("write-low-or-read")),
        }, _calls.Take(5).ToList());
    }

    [TestMethod]
    public void Operations_SteadyState_AllocateNothing()
    {
        _kernel.Called = null;
        using var gpio = new GpioController(new GpioChipDriver(GpioChip.Find(["pinctrl-bcm2711"])));
        gpio.OpenPin(5, PinMode.Output, PinValue.Low);
        gpio.OpenPin(6, PinMode.Input);
        using var transport = new KernelTransport(OpenDevice(900_000));
        using var slow = new SlowTransport(OpenDevice(75_000));
        var answer = new byte[3];
        PinValuePair[] high = [new(5, PinValue.High)];
        var level = new PinValuePair[] { new(6, PinValue.Low) };
        long Spend()
        {
            // What the emulated kernel allocates behind the ioctl is taken off.
            var (before, behind) = (GC.GetAllocatedBytesForCurrentThread(), Allocated);
            for (var i = 0; i < 200; i++)
            {
                transport.Write([0x10, 0x80, 0x00]);
                transport.Write([0xFC], 3_125, [0x00]);
                transport.WriteRead([0x01], 6_511, answer);
                slow.Write([0x10, 0x80, 0x00]);
                slow.WriteRead([0x01], 6_511, answer);
                gpio.Write(high);
                gpio.Read(level);
            }
            return GC.GetAllocatedBytesForCurrentThread() - before - (Allocated - behind);
        }
        Spend();
        Assert.AreEqual(0, Spend());
    }

    long Allocated => _kernel.AllocatedBytes;

    SpidevDevice OpenDevice(int hertz) => SpidevDevice.Open(new SpiConnectionSettings(0, 1) { Mode = SpiMode.Mode1, ClockFrequency = hertz });

    /// <summary>Addresses and descriptors are blanked, as in C.</summary>
    void Note(uint request, nint argument)
    {
        var bytes = new ReadOnlySpan<byte>((void*)argument, (int)(request >> 16 & 0x3FFF)).ToArray();
        if ((request & 0xC000_FFFF) == 0x4000_6B00)
        {
            for (var start = 0; start < bytes.Length; start += TransferBytes)
            {
                bytes.AsSpan(start, Addresses).Clear();
            }
        }
        if (request == GpioRequests.GetLine)
        {
            bytes.AsSpan(DescriptorAt).Clear();
        }
        _calls.Add((request, Convert.ToHexString(bytes)));
    }

    void AssertMessage(string name, int segments)
    {
        Assert.AreEqual((SpidevRequests.Message(segments), KernelHeaders.Bytes(name)), _calls.Single());
        _calls.Clear();
    }

    /// <summary>Keeps what was sent and answers 5A.</summary>
    sealed class EchoDevice : SpiDevice, ISpiMessages
    {
        internal string Sent { get; private set; } = "";

        public int ClockFrequency => 0;

        public override SpiConnectionSettings ConnectionSettings { get; } = new(0, 1);

        public override void Read(Span<byte> buffer) => throw new NotSupportedException();

        public override void Write(ReadOnlySpan<byte> buffer) => throw new NotSupportedException();

        public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) => throw new NotSupportedException();

        public void Transfer(ReadOnlySpan<SpiSegment> segments, ReadOnlySpan<byte> output, Span<byte> input)
        {
            Sent = Convert.ToHexString(output);
            input.Fill(0x5A);
        }
    }
}
