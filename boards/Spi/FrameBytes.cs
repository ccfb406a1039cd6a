namespace CoinRig.Spi;

/// <summary>The bytes of one operation, joined for a single transfer.</summary>
sealed class FrameBytes
{
    /// <summary>Most bytes in an operation; the longest of our chips is 14.</summary>
    const int Most = 64;

    readonly byte[] _output = new byte[Most];
    readonly byte[] _input = new byte[Most];

    /// <summary>Two groups behind each other.</summary>
    internal Span<byte> Join(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var output = Output(first, second.Length);
        second.CopyTo(output[first.Length..]);
        return output;
    }

    /// <summary>A command and a zero for each byte of its answer.</summary>
    internal Span<byte> Join(ReadOnlySpan<byte> command, int answerBytes)
    {
        var output = Output(command, answerBytes);
        output[command.Length..].Clear();
        return output;
    }

    /// <summary>Room for what comes back.</summary>
    internal Span<byte> Input(int length) => _input.AsSpan(0, length);

    Span<byte> Output(ReadOnlySpan<byte> first, int more)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first.Length + more, Most, nameof(more));
        var output = _output.AsSpan(0, first.Length + more);
        first.CopyTo(output);
        return output;
    }
}
