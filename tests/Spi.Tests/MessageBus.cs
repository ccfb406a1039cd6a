using System.Device.Spi;

namespace CoinRig.Spi.Tests;

/// <summary>A device that writes down what it is asked for: "51 (4 us) 00 (2 us)".</summary>
sealed class MessageBus(int hertz) : SpiDevice, ISpiMessages
{
    public List<string> Log { get; } = [];

    public int Disposals { get; private set; }

    public int ClockFrequency => hertz;

    public override SpiConnectionSettings ConnectionSettings { get; } = new(0, 0) { ClockFrequency = hertz };

    public override void Read(Span<byte> buffer) => throw new NotSupportedException();

    public override void Write(ReadOnlySpan<byte> buffer) => Transfer([new SpiSegment(buffer.Length, 0)], buffer, default);

    public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) =>
        Transfer([new SpiSegment(writeBuffer.Length, 0)], writeBuffer, readBuffer);

    public void Transfer(ReadOnlySpan<SpiSegment> segments, ReadOnlySpan<byte> output, Span<byte> input)
    {
        var parts = new List<string>();
        var start = 0;
        foreach (var segment in segments)
        {
            parts.Add($"{Convert.ToHexString(output.Slice(start, segment.Length))} ({segment.PauseMicroseconds} us)");
            start += segment.Length;
        }
        Log.Add(string.Join(' ', parts));
        for (var i = 0; i < input.Length; i++)
        {
            input[i] = (byte)(0xA0 + i);
        }
    }

    protected override void Dispose(bool disposing)
    {
        Disposals++;
        base.Dispose(disposing);
    }
}
