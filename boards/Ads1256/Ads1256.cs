using System.Device.Gpio;
using System.Device.Spi;
using CoinRig.Clock;
using CoinRig.Spi;
using UnitsNet;

namespace Iot.Device.Ads1256;

/// <summary>
/// ADS1256: 24-bit, 30 kSPS delta-sigma analog-to-digital converter with an 8-channel multiplexer and a programmable gain
/// amplifier (Texas Instruments, SBAS288K).
/// </summary>
/// <remarks>
/// Every conversion is restarted by SYNC and WAKEUP and awaited on the level of DRDY, so that its result belongs to the inputs
/// that were asked for and is settled; a result that does not come is an exception. One thread at a time.
/// <code>
/// CS    \____________________________________________/‾\______________________________/‾
/// DIN   51 00 MUX   FC        00                         01                00 00 00
///       WREG MUX   SYNC >=24t WAKEUP                    RDATA   >= 50t
/// DOUT                                                                     D2 D1 D0
/// DRDY  ‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾|&lt;------ t18 ------&gt;|\______________________________/‾
///
/// another gain: 51 09 MUX ADCON DRATE IO OFC0 OFC1 OFC2 FSC0 FSC1 FSC2, so that each gain has its own calibration
/// </code>
/// t is one period of the master clock, 130.2 ns at 7.68 MHz.
/// </remarks>
public sealed partial class Ads1256 : IDisposable
{
    /// <summary>Fastest SPI clock at a master clock of 7.68 MHz, Hz: t1 is at least 4 periods of it (SBAS288K, timing characteristics).</summary>
    public const int MaximumSpiClockFrequency = 1_920_000;

    /// <summary>
    /// SPI clock to open the bus with, Hz. Half its period is more than t11 (4 periods of the master clock), so that WREG and
    /// SYNC fit into one transfer without a pause; a Raspberry Pi makes 893 kHz to 900 kHz of it.
    /// </summary>
    public const int SpiClockFrequency = 900_000;

    /// <summary>SPI mode: data change on the rising and are taken on the falling edge of a clock that idles low.</summary>
    public const SpiMode SpiMode = System.Device.Spi.SpiMode.Mode1;

    /// <summary>t10, least time from the last clock edge to the rise of chip select, in periods of the master clock.</summary>
    public const int ChipSelectHoldPeriods = 8;

    const int RegisterCount = 11;
    const int CalibrationRegisterCount = 6;
    const double LargestCode = 0x7F_FFFF;

    readonly ISpiTransport _transport;
    readonly GpioController _gpio;
    readonly IRigClock _clock;
    readonly int _dataReadyPin;
    readonly int _resetPin;
    readonly int _syncPin;
    readonly int _masterClockHertz;
    readonly bool _shouldDispose;
    readonly long _commandToDataNanoseconds;
    readonly long _afterSyncNanoseconds;
    readonly long _updateNanoseconds;
    readonly double _bitNanoseconds;
    readonly bool _commandsFollowWithoutPause;
    readonly double[] _voltsPerCode = new double[PgaGains.Count];
    readonly byte[] _shadow = new byte[RegisterCount];
    readonly byte[] _answer = new byte[RegisterCount];
    readonly byte[] _frame = new byte[2 + RegisterCount];

    Mode _mode = Mode.NotInitialized;
    bool _disposed;

    /// <summary>Opens the pins. Nothing is sent to the chip before <see cref="Initialize"/>.</summary>
    /// <param name="transport">The chip's SPI transport; see <see cref="SpiClockFrequency"/> and <see cref="SpiMode"/>.</param>
    /// <param name="gpio">Controller of the other lines.</param>
    /// <param name="dataReadyPin">DRDY, an input.</param>
    /// <param name="clock">The rig's clock, which waits and timestamps.</param>
    /// <param name="reference">VREFP - VREFN, 0.5 V .. 2.6 V.</param>
    /// <param name="resetPin">RESET, or -1 where it is not wired and the RESET command is used.</param>
    /// <param name="syncPin">SYNC/PDWN, or -1 where it is tied high.</param>
    /// <param name="masterClockHertz">The chip's crystal or clock, Hz.</param>
    /// <param name="shouldDispose">True to dispose the transport with this instance.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reference, the master clock or the SPI clock is outside of what the chip takes.</exception>
    public Ads1256(ISpiTransport transport, GpioController gpio, int dataReadyPin, IRigClock clock, ElectricPotential reference,
        int resetPin = -1, int syncPin = -1, int masterClockHertz = Ads1256Timing.NominalMasterClockHertz, bool shouldDispose = true)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(gpio);
        ArgumentNullException.ThrowIfNull(clock);
        if (reference.Volts is not (>= 0.5 and <= 2.6))
        {
            throw new ArgumentOutOfRangeException(nameof(reference), reference.Volts, "The ADS1256 takes a reference of 0.5 V to 2.6 V.");
        }
        if (masterClockHertz is < 100_000 or > 10_000_000)
        {
            throw new ArgumentOutOfRangeException(nameof(masterClockHertz), masterClockHertz,
                "The ADS1256 takes a master clock of 0.1 MHz to 10 MHz.");
        }
        if (transport.ClockFrequency <= 0 || transport.ClockFrequency > masterClockHertz / 4)
        {
            throw new ArgumentOutOfRangeException(nameof(transport), transport.ClockFrequency,
                $"The ADS1256 takes an SPI clock of at most a quarter of its master clock, {masterClockHertz / 4} Hz; "
                + $"{SpiClockFrequency} Hz suits it.");
        }
        _transport = transport;
        _gpio = gpio;
        _clock = clock;
        Reference = reference;
        _dataReadyPin = dataReadyPin;
        _resetPin = resetPin;
        _syncPin = syncPin;
        _masterClockHertz = masterClockHertz;
        _shouldDispose = shouldDispose;
        _commandToDataNanoseconds = Ads1256Timing.Periods(50, masterClockHertz);
        _afterSyncNanoseconds = Ads1256Timing.Periods(24, masterClockHertz);
        _updateNanoseconds = Ads1256Timing.Periods(16, masterClockHertz);
        _bitNanoseconds = 1e9 / transport.ClockFrequency;
        _commandsFollowWithoutPause = transport.ClockFrequency <= masterClockHertz / 8;
        for (var gain = PgaGain.X1; gain <= PgaGain.X64; gain++)
        {
            _voltsPerCode[(int)gain] = 2 * reference.Volts / (gain.Factor() * LargestCode);
        }
        OpenPins();
    }

    /// <summary>VREFP - VREFN as it was given.</summary>
    public ElectricPotential Reference { get; }

    /// <summary>t18 at the present rate: from the start of a conversion to its result, ns.</summary>
    public long SettlingNanoseconds => _settlingNanoseconds;

    /// <summary>Voltage of one code at a gain.</summary>
    public ElectricPotential CodeVoltage(PgaGain gain)
    {
        PgaGains.Validate(gain);
        return ElectricPotential.FromVolts(_voltsPerCode[(int)gain]);
    }

    /// <summary>Closes the pins; disposes the transport where this instance owns it. The chip keeps on converting.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }
        _disposed = true;
        ClosePin(_dataReadyPin);
        ClosePin(_resetPin);
        ClosePin(_syncPin);
        if (_shouldDispose)
        {
            _transport.Dispose();
        }
    }

    void OpenPins()
    {
        _gpio.OpenPin(_dataReadyPin, PinMode.Input);
        if (_resetPin >= 0)
        {
            _gpio.OpenPin(_resetPin, PinMode.Output, PinValue.High);
        }
        if (_syncPin >= 0)
        {
            _gpio.OpenPin(_syncPin, PinMode.Output, PinValue.High);
        }
    }

    void ClosePin(int pin)
    {
        if (pin >= 0 && _gpio.IsPinOpen(pin))
        {
            _gpio.ClosePin(pin);
        }
    }
}
