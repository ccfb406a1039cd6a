using CoinRig.Clock;
using CoinRig.Linux;

namespace CoinRig.Supervision.Tests;

/// <summary>The serial port against the kernel's own pseudo-terminal.</summary>
[TestClass]
public sealed class SerialPortLineTests
{
    PseudoTerminal _far = null!;
    SerialPortLine _line = null!;

    [TestInitialize]
    public void Open()
    {
        _far = PseudoTerminal.Create();
        _line = SerialPortLine.Open(_far.Path);
    }

    [TestCleanup]
    public void Close()
    {
        _line.Dispose();
        _far.Dispose();
    }

    [TestMethod]
    public void Bytes_OfEachValue_PassAsTheyAreInBothDirections()
    {
        var all = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        var arrived = new byte[300];
        _line.Write(all);
        Assert.AreEqual(256, _far.Read(arrived));
        CollectionAssert.AreEqual(all, arrived[..256]);
        Assert.AreEqual(256, _far.Write(all));
        Assert.AreEqual(256, _line.Read(arrived));
        CollectionAssert.AreEqual(all, arrived[..256]);
    }

    [TestMethod]
    public void Read_NothingCame_IsNothingAndNoLoss()
    {
        Assert.AreEqual(0, _line.Read(new byte[10]));
        Assert.IsNull(_line.Lost);
    }

    [TestMethod]
    public void Write_FullLine_DropsFramesAndTheNextIsWhole()
    {
        var frame = new byte[LinkFrame.LongestFrame];
        var length = LinkFrame.Write(frame, 1, LinkMessage.Arm, [1]);
        for (var i = 0; i < 10_000; i++)
        {
            _line.Write(frame.AsSpan(0, length));
        }
        Assert.IsNull(_line.Lost);
        var arrived = new byte[1024];
        var whole = 0;
        var decoder = new LinkDecoder();
        for (var count = _far.Read(arrived); count > 0; count = _far.Read(arrived))
        {
            whole += arrived[..count].Count(decoder.Take);
        }
        Assert.IsInRange(100, 9000, whole);
        _line.Write(frame.AsSpan(0, length));
        Assert.AreEqual(1, arrived[.._far.Read(arrived)].Count(decoder.Take));
    }

    [TestMethod]
    public void Lines_Used_AllocateNothing()
    {
        var bytes = new byte[32];
        void Once()
        {
            _line.Write(bytes);
            _far.Read(bytes);
            _far.Write(bytes);
            _line.Read(bytes);
            _line.Read(bytes);
        }
        Once();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Once();
        }
        Assert.AreEqual(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [TestMethod]
    public void Cable_Pulled_IsSaidAndNothingIsThrown()
    {
        var client = new SupervisorClient(_line, new VirtualClock());
        client.Beat(new(true, 3700, false, 0));
        _far.Dispose();
        client.Beat(new(true, 3700, false, 0));
        client.Beat(new(true, 3700, false, 0));
        Assert.Contains(_far.Path, _line.Lost!);
        Assert.Contains("pulled", _line.Lost!);
        Assert.AreEqual(_line.Lost, Assert.ThrowsExactly<SupervisorException>(() => client.ReadStatus()).Message);
    }

    [TestMethod]
    public void Open_PortThatIsOpen_IsRefused() =>
        Assert.Contains("Another program has it", Assert.ThrowsExactly<SupervisorException>(() => SerialPortLine.Open(_far.Path)).Message);

    [TestMethod]
    public void Open_AfterItWasGivenBack_ForgetsWhatCameMeanwhile()
    {
        _line.Dispose();
        _far.Write([1, 2, 3]);
        _line = SerialPortLine.Open(_far.Path);
        Assert.AreEqual(0, _line.Read(new byte[10]));
    }

    [TestMethod]
    [DataRow("/dev/serial-that-is-not", "Plug the supervisor in")]
    [DataRow("/dev/null", "no serial port")]
    public void Open_NoPort_SaysWhatToDo(string path, string words)
    {
        var message = Assert.ThrowsExactly<SupervisorException>(() => SerialPortLine.Open(path)).Message;
        Assert.StartsWith(path, message);
        Assert.Contains(words, message);
    }
}
