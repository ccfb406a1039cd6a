using CoinRig.Spi;

namespace Iot.Device.Dac8552.Tests;

/// <summary>The chip as table 1 and figure 26 of its data sheet say: two buffers, two outputs, one frame of 24 bits.</summary>
sealed class FakeChip : ISpiTransport
{
    readonly (int Power, int Code)[] _buffers = new (int, int)[2];
    readonly (int Power, int Code)[] _outputs = new (int, int)[2];

    public List<string> Frames { get; } = [];

    /// <summary>Both outputs after each frame.</summary>
    public List<string> Outputs { get; } = [];

    public bool IsRecording { get; set; } = true;

    public Exception? Throws { get; set; }

    public int Disposals { get; private set; }

    public int ClockFrequency { get; init; } = 900_000;

    public (int Power, int Code) Output(int index) => _outputs[index];

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (Throws is { } exception)
        {
            throw exception;
        }
        Assert.AreEqual(3, bytes.Length);
        Assert.AreEqual(0, bytes[0] & 0xC0, "DB23 and DB22 must be 0");
        _buffers[bytes[0] >> 2 & 1] = (bytes[0] & 3, bytes[1] << 8 | bytes[2]);
        if ((bytes[0] & 0x10) != 0)
        {
            _outputs[0] = _buffers[0];
        }
        if ((bytes[0] & 0x20) != 0)
        {
            _outputs[1] = _buffers[1];
        }
        if (IsRecording)
        {
            Frames.Add($"{bytes[0]:X2} {bytes[1]:X2} {bytes[2]:X2}");
            Outputs.Add($"{_outputs[0].Code:X4} {_outputs[1].Code:X4}");
        }
    }

    public void Write(ReadOnlySpan<byte> first, long pauseNanoseconds, ReadOnlySpan<byte> second) => throw new NotSupportedException();

    public void WriteRead(ReadOnlySpan<byte> command, long pauseNanoseconds, Span<byte> answer) => throw new NotSupportedException("The chip has no data output.");

    public void Dispose() => Disposals++;
}
