using System.Device.Spi;
using CoinRig.Spi;
using UnitsNet;

namespace Iot.Device.Dac8552;

/// <summary>
/// DAC8552: 16-bit, two-channel digital-to-analog converter with voltage outputs (Texas Instruments, SLAS430A).
/// </summary>
/// <remarks>
/// The chip cannot be read: what is known of it is what was written. After power-up both outputs are at zero scale, after a
/// restart of the program they are where they were. One thread at a time.
/// <code>
/// SYNC   ‾\__________________________________________________________/‾
/// DIN      0  0  LDB  LDA   x   BUF  PD1  PD0   D15 .......... D0
///          |         |           |    |         |
///          |         |           |    |         straight binary, VOUT = VREF * D / 65536
///          |         |           |    00 normal, 01 1 kohm, 10 100 kohm, 11 high impedance
///          |         |           buffer that is written: 0 A, 1 B
///          |         then load DAC A, B from its buffer
///          must be 0
/// </code>
/// The frame takes effect at its 24th falling edge.
/// </remarks>
public sealed partial class Dac8552 : IDisposable
{
    /// <summary>Fastest SPI clock with VDD of 3.6 V and more, Hz; 20 MHz below (SLAS430A, timing characteristics).</summary>
    public const int MaximumSpiClockFrequency = 30_000_000;

    /// <summary>SPI mode: data are taken on the falling edge of a clock that idles low. The same as that of an ADS1256 on the bus.</summary>
    public const SpiMode SpiMode = System.Device.Spi.SpiMode.Mode1;

    /// <summary>Number of codes: the voltage of a code is reference * code / 65536.</summary>
    public const int CodeCount = 65_536;

    const int FrameBytes = 3;
    const int LoadA = 0x10, LoadB = 0x20, BufferB = 0x04;

    readonly ISpiTransport _transport;
    readonly bool _shouldDispose;
    readonly byte[] _frame = new byte[FrameBytes];
    readonly DacState?[] _buffers = new DacState?[2];
    readonly DacState?[] _outputs = new DacState?[2];

    bool _disposed;

    /// <summary>Makes the binding. Nothing is sent: the outputs stay as they are.</summary>
    /// <param name="transport">The chip's SPI transport; see <see cref="SpiMode"/>.</param>
    /// <param name="reference">VREF, up to 5.5 V.</param>
    /// <param name="shouldDispose">True to dispose the transport with this instance.</param>
    /// <exception cref="ArgumentNullException">The transport is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reference or the SPI clock is outside of what the chip takes.</exception>
    public Dac8552(ISpiTransport transport, ElectricPotential reference, bool shouldDispose = true)
    {
        ArgumentNullException.ThrowIfNull(transport);
        if (reference.Volts is not (> 0 and <= 5.5))
        {
            throw new ArgumentOutOfRangeException(nameof(reference), reference.Volts,
                "The DAC8552 takes a reference above 0 V and up to its supply, 5.5 V at most.");
        }
        if (transport.ClockFrequency is <= 0 or > MaximumSpiClockFrequency)
        {
            throw new ArgumentOutOfRangeException(nameof(transport), transport.ClockFrequency,
                $"The DAC8552 takes an SPI clock of at most {MaximumSpiClockFrequency} Hz.");
        }
        _transport = transport;
        Reference = reference;
        _shouldDispose = shouldDispose;
    }

    /// <summary>VREF as it was given.</summary>
    public ElectricPotential Reference { get; }

    /// <summary>Writes a code to one output; the other is not touched.</summary>
    public void Write(DacChannel channel, ushort code) => Send(channel, new DacState(PowerDownMode.Normal, code), OwnLoad(channel));

    /// <summary>Writes a code to both outputs, which change at the same instant.</summary>
    public void WriteBoth(ushort codeA, ushort codeB)
    {
        Send(DacChannel.A, new DacState(PowerDownMode.Normal, codeA), load: 0);
        Send(DacChannel.B, new DacState(PowerDownMode.Normal, codeB), LoadA | LoadB);
    }

    /// <summary>Writes a code to the buffer of one channel; its output changes at the next load.</summary>
    public void WriteBuffer(DacChannel channel, ushort code) => Send(channel, new DacState(PowerDownMode.Normal, code), load: 0);

    /// <summary>Loads one output from its buffer.</summary>
    /// <exception cref="InvalidOperationException">The buffer was not written since the program began, so what it holds is not known.</exception>
    public void Load(DacChannel channel) => Send(channel, KnownBuffer(channel), OwnLoad(channel));

    /// <summary>Loads both outputs from their buffers at the same instant.</summary>
    /// <exception cref="InvalidOperationException">A buffer was not written since the program began, so what it holds is not known.</exception>
    public void LoadBoth()
    {
        _ = KnownBuffer(DacChannel.A);
        Send(DacChannel.B, KnownBuffer(DacChannel.B), LoadA | LoadB);
    }

    /// <summary>Switches one output off. The next write to it switches it on again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mode is none of the three kinds of power-down.</exception>
    public void PowerDown(DacChannel channel, PowerDownMode mode) => Send(channel, Off(mode), OwnLoad(channel));

    /// <summary>Switches both outputs off at the same instant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mode is none of the three kinds of power-down.</exception>
    public void PowerDownBoth(PowerDownMode mode)
    {
        Send(DacChannel.A, Off(mode), load: 0);
        Send(DacChannel.B, Off(mode), LoadA | LoadB);
    }

    /// <summary>Disposes the transport where this instance owns it. The outputs stay as they are.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }
        _disposed = true;
        if (_shouldDispose)
        {
            _transport.Dispose();
        }
    }

    static DacState Off(PowerDownMode mode) => mode is PowerDownMode.OneKiloohm or PowerDownMode.HundredKiloohms or PowerDownMode.HighImpedance
        ? new DacState(mode, 0)
        : throw new ArgumentOutOfRangeException(nameof(mode), mode,
            "A DAC8552 output is powered down to 1 kohm, 100 kohm or high impedance; write a code to switch it on.");

    static int OwnLoad(DacChannel channel) => channel == DacChannel.A ? LoadA : LoadB;
}
