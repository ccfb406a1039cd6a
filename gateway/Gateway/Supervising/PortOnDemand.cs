using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary>The line through a serial port that is taken only while something is watched: between runs of a service the port is free for <c>coinrig supervisor</c>.</summary>
/// <param name="path">Its device file.</param>
sealed class PortOnDemand(string path) : ISerialLine, IDisposable
{
    SerialPortLine? _line;

    /// <summary>Its device file.</summary>
    internal string Path => path;

    /// <inheritdoc/>
    public string? Lost => _line?.Lost;

    /// <summary>Takes the port.</summary>
    /// <exception cref="SupervisorException">It cannot be opened.</exception>
    internal void Take() => _line ??= SerialPortLine.Open(path);

    /// <summary>Gives it back.</summary>
    internal void GiveBack()
    {
        _line?.Dispose();
        _line = null;
    }

    /// <inheritdoc/>
    public int Read(Span<byte> to) => _line?.Read(to) ?? 0;

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes) => _line?.Write(bytes);

    /// <inheritdoc/>
    public void Dispose() => GiveBack();
}
