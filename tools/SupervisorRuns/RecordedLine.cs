using CoinRig.Supervision;

namespace CoinRig.SupervisorRuns;

/// <summary>A line that remembers what was sent last.</summary>
sealed class RecordedLine(ISerialLine inner) : ISerialLine
{
    internal byte[] LastFrame { get; private set; } = [];

    public int Read(Span<byte> to) => inner.Read(to);

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (LastFrame.Length != bytes.Length)
        {
            LastFrame = new byte[bytes.Length];
        }
        bytes.CopyTo(LastFrame);
        inner.Write(bytes);
    }
}
