using CoinRig.Clock;

namespace Iot.Device.Ads1256;

public sealed partial class Ads1256
{
    /// <summary>Share by which the FSC of a working chip may be off its ideal, after a calibration with its own reference.</summary>
    const double SelfTolerance = 0.05;

    /// <summary>The same for a voltage that the user applies, which may be 80 % of full scale.</summary>
    const double SystemTolerance = 0.35;

    readonly byte[] _coefficientRegisters = new byte[PgaGains.Count * CalibrationRegisterCount];
    readonly bool[] _hasOffset = new bool[PgaGains.Count];
    readonly bool[] _hasFullScale = new bool[PgaGains.Count];

    /// <summary>Whether a gain has been calibrated at the present rate and buffer.</summary>
    public bool IsCalibrated(PgaGain gain)
    {
        PgaGains.Validate(gain);
        return _hasOffset[(int)gain] && _hasFullScale[(int)gain];
    }

    /// <summary>
    /// Calibrates offset and gain of the chip at one gain, and remembers the coefficients: a conversion at that gain loads them.
    /// A change of rate or buffer forgets them.
    /// </summary>
    /// <exception cref="Ads1256TimeoutException">The calibration did not end in time.</exception>
    /// <exception cref="Ads1256CalibrationException">FSC is more than 5 % off its ideal, or OFC more than 5 % of full scale.</exception>
    public void SelfCalibrate(PgaGain gain) => Calibrate(CalibrationKind.SelfOffsetAndGain, PositiveInput, NegativeInput, gain);

    /// <summary>Runs one of the five calibrations at one gain and remembers its coefficients.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="positive">Positive input; matters for a system calibration.</param>
    /// <param name="negative">Negative input; likewise.</param>
    /// <param name="gain">The gain.</param>
    /// <exception cref="Ads1256TimeoutException">The calibration did not end in time.</exception>
    /// <exception cref="Ads1256CalibrationException">The coefficients are not those of a working chip.</exception>
    public void Calibrate(CalibrationKind kind, AnalogInput positive, AnalogInput negative, PgaGain gain)
    {
        RequireReady();
        var duration = Ads1256Timing.CalibrationNanoseconds(kind, DataRate, gain, _masterClockHertz);
        if (!_hasOffset[(int)gain] && !_hasFullScale[(int)gain])
        {
            CalibrationCoefficients.Ideal(DataRate).CopyTo(Coefficients(gain));
        }
        LoadGain(MuxCode(positive, negative), gain);
        _loadedGain = NoGain;
        var before = _clock.Nanoseconds;
        Send((Command)kind);
        WaitForCalibration(before, duration);
        var found = ReadCalibration();
        RequirePlausible(kind, gain, found);
        found.CopyTo(Coefficients(gain));
        Coefficients(gain).CopyTo(_shadow.AsSpan((int)Register.Ofc0));
        _hasOffset[(int)gain] |= kind is not (CalibrationKind.SelfGain or CalibrationKind.SystemGain);
        _hasFullScale[(int)gain] |= kind is not (CalibrationKind.SelfOffset or CalibrationKind.SystemOffset);
        _loadedGain = IsCalibrated(gain) ? (int)gain : NoGain;
    }

    /// <summary>The coefficients that conversions at a gain use.</summary>
    /// <exception cref="InvalidOperationException">The gain has not been calibrated.</exception>
    public CalibrationCoefficients GetCalibration(PgaGain gain)
    {
        if (_mode == Mode.NotInitialized)
        {
            throw NotReady();
        }
        RequireCalibrated(gain);
        return CalibrationCoefficients.From(Coefficients(gain));
    }

    /// <summary>Sets the coefficients that conversions at a gain use, in place of a calibration.</summary>
    public void SetCalibration(PgaGain gain, CalibrationCoefficients coefficients)
    {
        PgaGains.Validate(gain);
        RequireReady();
        coefficients.CopyTo(Coefficients(gain));
        _hasOffset[(int)gain] = _hasFullScale[(int)gain] = true;
        _loadedGain = NoGain;
    }

    /// <summary>Reads OFC and FSC as they are in the chip.</summary>
    public CalibrationCoefficients ReadCalibration()
    {
        RequireReady();
        var registers = _answer.AsSpan(0, CalibrationRegisterCount);
        ReadRegisters(Register.Ofc0, registers);
        return CalibrationCoefficients.From(registers);
    }

    void LoadGain(byte mux, PgaGain gain)
    {
        var starts = IsAutoCalibrationEnabled && Gain != gain;
        var before = _clock.Nanoseconds;
        _transport.Write(_frame.AsSpan(0, FillBlock(mux, gain)));
        if (starts)
        {
            WaitForAutoCalibration(before, gain);
        }
    }

    /// <summary>The chip calibrates by itself after gain, rate or buffer are written with ACAL set; its coefficients are kept.</summary>
    void WaitForAutoCalibration(long before, PgaGain gain)
    {
        WaitForCalibration(before, Ads1256Timing.CalibrationNanoseconds(CalibrationKind.SelfOffsetAndGain, DataRate, gain, _masterClockHertz));
        var found = ReadCalibration();
        RequirePlausible(CalibrationKind.SelfOffsetAndGain, gain, found);
        found.CopyTo(Coefficients(gain));
        Coefficients(gain).CopyTo(_shadow.AsSpan((int)Register.Ofc0));
        _hasOffset[(int)gain] = _hasFullScale[(int)gain] = true;
    }

    void WaitForCalibration(long before, long duration) => WaitForFall("the start of a calibration", before, _clock.Nanoseconds, duration,
        duration / 10, duration / 400 + 10 * RigClockExtensions.Microsecond, duration + duration / 10 + CommunicationNanoseconds, out _);

    void RequirePlausible(CalibrationKind kind, PgaGain gain, CalibrationCoefficients found)
    {
        var ideal = CalibrationCoefficients.Ideal(DataRate);
        var isSystem = kind is CalibrationKind.SystemOffset or CalibrationKind.SystemGain;
        var tolerance = isSystem ? SystemTolerance : SelfTolerance;
        if (Math.Abs(found.FullScale - ideal.FullScale) > tolerance * ideal.FullScale
            || Math.Abs(found.Offset) > tolerance * CalibrationCoefficients.FullScaleOffset(DataRate))
        {
            throw new Ads1256CalibrationException(kind, gain, found, ideal);
        }
    }

    void RequireCalibrated(PgaGain gain)
    {
        PgaGains.Validate(gain);
        if (!IsCalibrated(gain))
        {
            throw new InvalidOperationException($"Gain {gain.Factor()} has not been calibrated at {DataRate.SamplesPerSecond()} samples a second "
                + $"with the buffer {(IsBufferEnabled ? "on" : "off")}: call SelfCalibrate(PgaGain.{gain}) first.");
        }
    }

    void ForgetCalibrations()
    {
        _hasOffset.AsSpan().Clear();
        _hasFullScale.AsSpan().Clear();
        _loadedGain = NoGain;
    }

    Span<byte> Coefficients(PgaGain gain) => _coefficientRegisters.AsSpan((int)gain * CalibrationRegisterCount, CalibrationRegisterCount);
}
