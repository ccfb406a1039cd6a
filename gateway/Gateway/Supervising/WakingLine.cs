using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary>A line whose other end wakes before it is spoken to.</summary>
/// <param name="line">The line.</param>
/// <param name="wake">Wakes it.</param>
sealed class WakingLine(ISerialLine line, Action wake) : ISerialLine
{
    /// <inheritdoc/>
    public int Read(Span<byte> to)
    {
        wake();
        return line.Read(to);
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        wake();
        line.Write(bytes);
    }
}
