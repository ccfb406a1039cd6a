namespace CoinRig.Supervision;

/// <summary>The serial line to the supervisor: neither call waits.</summary>
public interface ISerialLine
{
    /// <summary>Takes what has come.</summary>
    /// <returns>Number of bytes; 0 where none have.</returns>
    int Read(Span<byte> to);

    /// <summary>Sends bytes.</summary>
    void Write(ReadOnlySpan<byte> bytes);
}
