using System.Buffers.Binary;
using System.Device.Spi;

namespace CoinRig.SupervisorProcess;

/// <summary>An SPI device in another process.</summary>
sealed class RemoteSpiDevice : SpiDevice
{
    readonly PinClient _pins;
    readonly byte[] _zeros = new byte[64];

    internal RemoteSpiDevice(PinClient pins, SpiConnectionSettings settings)
    {
        (_pins, ConnectionSettings) = (pins, settings);
        Span<byte> body = stackalloc byte[16];
        BinaryPrimitives.WriteInt32LittleEndian(body, settings.ClockFrequency);
        BinaryPrimitives.WriteInt32LittleEndian(body[4..], (int)settings.Mode);
        BinaryPrimitives.WriteInt32LittleEndian(body[8..], settings.BusId);
        BinaryPrimitives.WriteInt32LittleEndian(body[12..], settings.ChipSelectLine);
        pins.Ask(PinOperation.OpenSpi, body);
    }

    /// <inheritdoc/>
    public override SpiConnectionSettings ConnectionSettings { get; }

    /// <inheritdoc/>
    public override void Read(Span<byte> buffer) => _pins.Ask(PinOperation.Transfer, _zeros.AsSpan(0, buffer.Length), buffer);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => _pins.Ask(PinOperation.Transfer, buffer);

    /// <inheritdoc/>
    public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) => _pins.Ask(PinOperation.Transfer, writeBuffer, readBuffer);
}
