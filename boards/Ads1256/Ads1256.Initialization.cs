using System.Device.Gpio;
using CoinRig.Clock;

namespace Iot.Device.Ads1256;

public sealed partial class Ads1256
{
    const long ResetPulseNanoseconds = 10 * RigClockExtensions.Microsecond;

    /// <summary>A crystal needs about 30 ms to start (SBAS288K, power-up).</summary>
    const long CrystalStartNanoseconds = 40 * RigClockExtensions.Millisecond;

    const long ReadyAfterResetNanoseconds = 100 * RigClockExtensions.Millisecond;

    /// <summary>The longest calibration of table 19, 1.23 s, with the tenth more that the master clock may be slow.</summary>
    const long LongestCalibrationNanoseconds = 1_400 * RigClockExtensions.Millisecond;

    const byte ResetAdcon = 0x20, ClockOutputBits = 0x60, ResetIoDirections = 0xE0, DirectionBits = 0xF0, SettingBits = 0x0E;

    /// <summary>
    /// Resets the chip, checks its identity and its reset values, writes the settings and reads them back. The clock output is
    /// switched off, D0..D3 become outputs at low level. Calibrate each gain that will be used afterwards.
    /// </summary>
    /// <param name="rate">The data rate.</param>
    /// <param name="bufferEnabled">True to use the input buffer: high impedance, but inputs only up to AVDD - 2 V.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is none of the sixteen, or too fast for the SPI clock.</exception>
    /// <exception cref="Ads1256TimeoutException">DRDY does not go low after the reset, and the chip does not answer either.</exception>
    /// <exception cref="Ads1256DataReadyException">DRDY does not follow a chip that answers, or is low in reset.</exception>
    /// <exception cref="Ads1256IdentityException">No ADS1256 answers.</exception>
    /// <exception cref="Ads1256RegisterException">Registers do not have their reset values, or do not keep what is written.</exception>
    public void Initialize(DataRate rate, bool bufferEnabled = false)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        RequireReadable(rate);
        _mode = Mode.NotInitialized;
        ForgetCalibrations();
        Reset();

        ReadRegisters(Register.Status, _answer);
        if (_answer[0] >> 4 != Ads1256IdentityException.Expected)
        {
            throw new Ads1256IdentityException(_answer[0]);
        }
        CheckResetValues();

        _shadow[(int)Register.Status] = (byte)(bufferEnabled ? BufferBit : 0);
        _shadow[(int)Register.Mux] = 0x01;
        _shadow[(int)Register.Adcon] = 0;
        _shadow[(int)Register.Drate] = (byte)rate;
        _shadow[(int)Register.Io] = 0;
        WriteRegisters(Register.Status, _shadow.AsSpan(0, 5));
        TakeTimes(rate);
        _mode = Mode.Ready;
        ThrowOnMismatch("after they were written");
    }

    void Reset()
    {
        if (_syncPin >= 0)
        {
            _gpio.Write(_syncPin, PinValue.High);
        }
        if (_resetPin >= 0)
        {
            _gpio.Write(_resetPin, PinValue.Low);
            _clock.Wait(ResetPulseNanoseconds);
            var isLowInReset = IsDataReady;
            _gpio.Write(_resetPin, PinValue.High);
            if (isLowInReset)
            {
                throw new Ads1256DataReadyException(isLow: true);
            }
        }
        else
        {
            // The chip may be starting or calibrating and takes no command before DRDY is low; in standby DRDY stays high for good.
            TryWaitForLow(LongestCalibrationNanoseconds, out _);
            Send(Command.Reset);
        }
        _shadow.AsSpan().Clear();
        TakeTimes(DataRate.Sps30000);
        _clock.Wait(CrystalStartNanoseconds);
        if (!TryWaitForLow(ReadyAfterResetNanoseconds, out var waited))
        {
            ReadRegisters(Register.Status, _answer.AsSpan(0, 1));
            throw _answer[0] >> 4 == Ads1256IdentityException.Expected ? new Ads1256DataReadyException(isLow: false) : new Ads1256TimeoutException("the reset", waited);
        }
    }

    void CheckResetValues()
    {
        // The RESET command leaves the clock output as it was; only the pin resets it (SBAS288K, register ADCON).
        var adcon = _resetPin >= 0 ? 0x7F : 0x7F & ~ClockOutputBits;
        List<RegisterMismatch> mismatches = [];
        Compare(mismatches, Register.Status, 0, SettingBits);
        Compare(mismatches, Register.Mux, 0x01, 0xFF);
        Compare(mismatches, Register.Adcon, ResetAdcon, (byte)adcon);
        Compare(mismatches, Register.Drate, (byte)DataRate.Sps30000, 0xFF);
        Compare(mismatches, Register.Io, ResetIoDirections, DirectionBits);
        if (mismatches.Count > 0)
        {
            throw new Ads1256RegisterException("after the reset", mismatches);
        }
    }

    /// <summary>Refuses a rate whose results would be replaced while they are read (t17).</summary>
    void RequireReadable(DataRate rate)
    {
        var period = Ads1256Timing.PeriodNanoseconds(rate, _masterClockHertz);
        if (FrameNanoseconds + _updateNanoseconds >= period)
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, $"At an SPI clock of {_transport.ClockFrequency} Hz a result takes "
                + $"{FrameNanoseconds / 1e3:0.0} us to read, and at {rate.SamplesPerSecond()} samples a second the next replaces it after "
                + $"{period / 1e3:0.0} us: use a faster SPI clock, up to {_masterClockHertz / 4} Hz, or a lower rate.");
        }
    }

    void RequireReady()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        switch (_mode)
        {
            case Mode.Ready:
                return;
            case Mode.FreeRunning or Mode.ContinuousRead:
                StopFreeRunning();
                return;
            default:
                throw NotReady();
        }
    }

    InvalidOperationException NotReady() => new(_mode switch
    {
        Mode.NotInitialized => "The ADC is not initialized: call Initialize first.",
        Mode.Standby => "The ADC is in standby: call WakeUp first.",
        Mode.PoweredDown => "The ADC is powered down: call PowerUp first.",
        Mode.ContinuousRead => "The ADC puts out its results by itself and takes no other command: call StopFreeRunning first.",
        _ => "The ADC is not running freely: call StartFreeRunning first.",
    });
}
