using System.IO.Ports;
using nanoFramework.Hardware.Esp32;

namespace CoinRig.Firmware.Esp32;

/// <summary>The serial port to the gateway: 115200 baud, 8N1.</summary>
public sealed class SerialLine
{
    const int Baud = 115200;

    readonly SerialPort _port;
    readonly byte[] _received = new byte[256];

    /// <summary>Opens COM2 on its pins.</summary>
    public SerialLine()
    {
        Configuration.SetPinFunction(Pins.Receive, DeviceFunction.COM2_RX);
        Configuration.SetPinFunction(Pins.Transmit, DeviceFunction.COM2_TX);
        _port = new SerialPort("COM2", Baud);
        _port.Open();
    }

    /// <summary>Gives what has come to the link.</summary>
    public void Receive(LinkSession link, long now)
    {
        var count = _port.BytesToRead;
        if (count > _received.Length)
        {
            count = _received.Length;
        }
        if (count > 0)
        {
            link.Take(_received, _port.Read(_received, 0, count), now);
        }
    }

    /// <summary>Sends what waits.</summary>
    public void Send(FrameEncoder encoder)
    {
        if (encoder.Count > 0)
        {
            _port.Write(encoder.Waiting, 0, encoder.Count);
            encoder.Clear();
        }
    }
}
