using System.Device.Gpio;
using System.Device.Spi;
using CoinRig.Clock;

namespace CoinRig.Spi.Tests;

/// <summary>Bus and select lines in one log, each entry with its time: "0: CS22 low".</summary>
sealed class RecordingBus(VirtualClock clock) : SpiDevice
{
    public List<string> Log { get; } = [];

    public bool IsRecording { get; set; } = true;

    public int Disposals { get; private set; }

    public Exception? Throws { get; set; }

    public byte Answer { get; set; } = 0x5A;

    public override SpiConnectionSettings ConnectionSettings { get; } = new(0, 0) { ClockFrequency = 1_000_000, Mode = SpiMode.Mode1 };

    public void Note(string text)
    {
        if (IsRecording)
        {
            Log.Add($"{clock.Nanoseconds}: {text}");
        }
    }

    public override void Read(Span<byte> buffer)
    {
        if (IsRecording)
        {
            Note($"read {buffer.Length}");
        }
        Transfer(buffer.Length);
        buffer.Fill(Answer);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (IsRecording)
        {
            Note($"write {Convert.ToHexString(buffer)}");
        }
        Transfer(buffer.Length);
    }

    public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        Disposals++;
        base.Dispose(disposing);
    }

    void Transfer(int bytes)
    {
        if (Throws is { } exception)
        {
            throw exception;
        }
        clock.Wait(bytes * 8_000);
    }
}
