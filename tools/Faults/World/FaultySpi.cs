using System.Device.Spi;
using CoinRig.Spi;
using CoinRig.Twin;

namespace CoinRig.Faults;

/// <summary>The twin's bus with faults on it, and an observer who notes each result that the ADC's data register gives to the program.</summary>
sealed class FaultySpi(TwinSpiDevice inner, EmulatedAds1256 adc, BusFaults faults, WorldClock clock, Action<long, int> delivered) : SpiDevice
{
    const byte WakeUp = 0x00, ReadData = 0x01;
    const int ResultBytes = 3;

    long _started;
    bool _reads;

    public override SpiConnectionSettings ConnectionSettings => inner.ConnectionSettings;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        faults.HoldUp(clock);
        inner.Write(buffer);
        if (adc.IsSelected)
        {
            _started = buffer is [WakeUp] ? clock.Nanoseconds : _started;
            _reads = buffer is [ReadData];
        }
    }

    public override void Read(Span<byte> buffer)
    {
        inner.Read(buffer);
        if (adc.IsSelected && _reads && buffer.Length == ResultBytes)
        {
            faults.Disturb(buffer);
            delivered(_started, (buffer[0] << 24 | buffer[1] << 16 | buffer[2] << 8) >> 8);
        }
        _reads = false;
    }

    public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) => inner.TransferFullDuplex(writeBuffer, readBuffer);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
        base.Dispose(disposing);
    }
}
