namespace CoinRig.FaultyDisk;

/// <summary>Bytes of a file; what was never written is 0.</summary>
sealed class Content
{
    byte[] _bytes = [];

    internal long Length { get; private set; }

    internal ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, (int)Length);

    /// <summary>Reads; what is beyond the end is left as it is.</summary>
    /// <returns>How many bytes there were.</returns>
    internal int Read(long offset, Span<byte> into)
    {
        var count = (int)Math.Clamp(Length - offset, 0, into.Length);
        if (count > 0)
        {
            _bytes.AsSpan((int)offset, count).CopyTo(into);
        }
        return count;
    }

    internal void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        SetLength(Math.Max(Length, offset + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan((int)offset));
    }

    internal void SetLength(long length)
    {
        if (length > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Max(length, Math.Max(4096, 2L * _bytes.Length)));
        }
        if (length < Length)
        {
            _bytes.AsSpan((int)length, (int)(Length - length)).Clear();
        }
        Length = length;
    }

    internal void CopyFrom(Content other)
    {
        SetLength(0);
        Write(0, other.Bytes);
    }
}
