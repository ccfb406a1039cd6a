using CoinRig.Linux;
using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary>The supervisor's end of a line that is a pseudo-terminal.</summary>
sealed class TerminalEnd(PseudoTerminal terminal) : ISerialLine
{
    /// <inheritdoc/>
    public int Read(Span<byte> to) => terminal.Read(to);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes) => terminal.Write(bytes);
}
