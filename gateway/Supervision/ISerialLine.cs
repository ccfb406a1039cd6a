namespace CoinRig.Supervision;

/// <summary>The serial line to the supervisor: neither call waits.</summary>
public interface ISerialLine
{
    /// <summary>Takes what has come.</summary>
    /// <returns>Number of bytes; 0 where none have.</returns>
    int Read(Span<byte> to);

    /// <summary>Why nothing can come or go any more, and what to do; null while the line is there. Both calls then do nothing.</summary>
    string? Lost => null;

    /// <summary>Sends bytes; what the line does not take is gone.</summary>
    void Write(ReadOnlySpan<byte> bytes);
}
