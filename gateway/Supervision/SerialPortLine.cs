using CoinRig.Linux;

namespace CoinRig.Supervision;

/// <summary>The line through a serial port of this machine (firmware/LINK.md: 115200 baud, 8N1).</summary>
public sealed class SerialPortLine : ISerialLine, IDisposable
{
    const int Baud = 115_200;

    readonly SerialDevice _port;
    bool _isCut;

    SerialPortLine(SerialDevice port) => _port = port;

    /// <inheritdoc/>
    public string? Lost => _port.Failure?.Message;

    /// <summary>Opens the port.</summary>
    /// <param name="path">Its device file.</param>
    /// <exception cref="SupervisorException">It cannot be opened; the message says why, and what to do.</exception>
    public static SerialPortLine Open(string path)
    {
        try
        {
            return new SerialPortLine(SerialDevice.Open(path, Baud));
        }
        catch (DeviceException e)
        {
            throw new SupervisorException(e.Message);
        }
    }

    /// <inheritdoc/>
    public int Read(Span<byte> to) => _port.Read(to);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        // A frame that was cut off must not take the next one with it.
        if (_isCut && _port.Write([0]) != 1)
        {
            return;
        }
        var count = _port.Write(bytes);
        _isCut = count > 0 && count < bytes.Length;
    }

    /// <summary>Gives the port back.</summary>
    public void Dispose() => _port.Dispose();
}
