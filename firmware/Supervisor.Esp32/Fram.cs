using System.Device.I2c;

namespace CoinRig.Firmware.Esp32;

/// <summary>FM24CL64B, 8 KB of FRAM at the I2C bus: written at once, without wear, kept without supply.</summary>
public sealed class Fram : IBlackBoxStorage
{
    const int Bus = 1, Address = 0x50;

    readonly I2cDevice _device = I2cDevice.Create(new I2cConnectionSettings(Bus, Address, I2cBusSpeed.FastMode));
    readonly byte[] _start = new byte[2];
    readonly byte[] _slot = new byte[2 + BlackBox.Slot];
    readonly byte[] _header = new byte[2 + BlackBox.Header];

    /// <inheritdoc/>
    public bool Read(byte[] to, int count)
    {
        _start[0] = 0;
        _start[1] = 0;
        return _device.WriteRead(_start, to).Status == I2cTransferStatus.FullTransfer;
    }

    /// <inheritdoc/>
    public bool Write(byte[] from, int start, int count)
    {
        var frame = count == BlackBox.Header ? _header : _slot;
        if (frame.Length != count + 2)
        {
            return false;
        }
        frame[0] = (byte)(start >> 8);
        frame[1] = (byte)start;
        for (var i = 0; i < count; i++)
        {
            frame[i + 2] = from[start + i];
        }
        return _device.Write(frame).Status == I2cTransferStatus.FullTransfer;
    }
}
