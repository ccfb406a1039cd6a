using CoinRig.Clock;

namespace Iot.Device.Ads1256;

public sealed partial class Ads1256
{
    const int ResultBytes = 3;
    const int HighestCode = 0x7F_FFFF, LowestCode = -0x80_0000;
    const int NoGain = -1;
    const int Attempts = 3;

    static readonly byte[] WakeUpFrame = [(byte)Command.WakeUp];
    static readonly byte[] SynchronizeFrame = [(byte)Command.Synchronize];
    static readonly byte[] ReadDataFrame = [(byte)Command.ReadData];

    long _settlingNanoseconds;
    long _periodNanoseconds;

    /// <summary>The gain whose ADCON, OFC and FSC are in the chip, or <see cref="NoGain"/>.</summary>
    int _loadedGain = NoGain;

    /// <summary>The positive input of the last conversion.</summary>
    public AnalogInput PositiveInput => (AnalogInput)(_shadow[(int)Register.Mux] >> 4);

    /// <summary>The negative input of the last conversion.</summary>
    public AnalogInput NegativeInput => (AnalogInput)(_shadow[(int)Register.Mux] & 0x0F);

    /// <summary>
    /// Conversions that had to be repeated because they were read so late (the program did not run in time) that the next result
    /// may have replaced them.
    /// </summary>
    public long LateReadings { get; private set; }

    /// <summary>Called after each conversion, on the thread that asked for it, for who watches whether readings come. It must neither wait nor throw.</summary>
    public Action? Converted { get; set; }

    /// <summary>
    /// Selects the inputs, starts a conversion, waits for it and reads it: one settled result, begun after this call.
    /// </summary>
    /// <param name="positive">Positive input.</param>
    /// <param name="negative">Negative input.</param>
    /// <param name="gain">Gain, which must have been calibrated at the present rate and buffer.</param>
    /// <exception cref="InvalidOperationException">The gain is not calibrated, or the chip is asleep or not initialized.</exception>
    /// <exception cref="Ads1256TimeoutException">No result came within 1.5 t18 + 20 ms.</exception>
    /// <exception cref="Ads1256StuckException">Five results in a row were the same for different inputs.</exception>
    /// <exception cref="Ads1256LateException">Three times in a row the result was read too late.</exception>
    /// <exception cref="Ads1256RegisterException">The code is one that a dead bus gives, or came too soon, and the registers are wrong.</exception>
    public Conversion Convert(AnalogInput positive, AnalogInput negative, PgaGain gain)
    {
        RequireReady();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (TryConvert(positive, negative, gain, out var result))
            {
                Converted?.Invoke();
                return result;
            }
            LateReadings++;
        }
        throw new Ads1256LateException(Attempts, DataRate);
    }

    /// <summary>False where the reading ended so late that the chip may have replaced the result meanwhile.</summary>
    bool TryConvert(AnalogInput positive, AnalogInput negative, PgaGain gain, out Conversion result)
    {
        Start(positive, negative, gain, out var startedAfter, out var startedBefore);
        var t18 = _settlingNanoseconds;
        var tolerance = t18 / ClockShare + 2 * RigClockExtensions.Microsecond;
        var tooSoon = WaitForFall("the start of a conversion", startedAfter, startedBefore, t18, tolerance,
            tolerance + 5 * RigClockExtensions.Microsecond, t18 + t18 / 2 + CommunicationNanoseconds, out var readyAt);
        _transport.WriteRead(ReadDataFrame, _commandToDataNanoseconds, _answer.AsSpan(0, ResultBytes));
        if (_clock.Nanoseconds + _updateNanoseconds > readyAt + _periodNanoseconds)
        {
            result = default;
            return false;
        }
        var code = TakeCode();
        if (tooSoon || IsSuspect(code))
        {
            ThrowOnMismatch("after a doubtful conversion");
        }
        RequireAlive(code);
        result = Result(code, gain, readyAt);
        return true;
    }

    /// <summary>Writes the inputs (and the gain with its calibration, where it changes), SYNC and WAKEUP.</summary>
    void Start(AnalogInput positive, AnalogInput negative, PgaGain gain, out long startedAfter, out long startedBefore)
    {
        var mux = MuxCode(positive, negative);
        var length = (int)gain == _loadedGain ? FillMux(mux) : FillGain(mux, gain);
        startedAfter = _clock.Nanoseconds;
        if (_commandsFollowWithoutPause)
        {
            _frame[length++] = (byte)Command.Synchronize;
            _transport.Write(_frame.AsSpan(0, length), _afterSyncNanoseconds, WakeUpFrame);
        }
        else
        {
            _transport.Write(_frame.AsSpan(0, length++));
            _transport.Write(SynchronizeFrame, _afterSyncNanoseconds, WakeUpFrame);
        }
        startedBefore = _clock.Nanoseconds;
        startedAfter = Math.Min(startedAfter + (long)(8 * length * _bitNanoseconds) + _afterSyncNanoseconds, startedBefore);
        _shadow[(int)Register.Mux] = mux;
        _loadedGain = (int)gain;
    }

    int FillMux(byte mux)
    {
        _frame[0] = (byte)Command.WriteRegisters | (byte)Register.Mux;
        _frame[1] = 0;
        _frame[2] = mux;
        return 3;
    }

    int FillGain(byte mux, PgaGain gain)
    {
        PgaGains.Validate(gain);
        if (IsAutoCalibrationEnabled && Gain != gain)
        {
            // The chip calibrates by itself when the gain is written, and must not be disturbed meanwhile.
            LoadGain(mux, gain);
            return FillMux(mux);
        }
        RequireCalibrated(gain);
        return FillBlock(mux, gain);
    }

    /// <summary>MUX to FSC2 in one block; the shadow has what a restart needs once the block is sent.</summary>
    int FillBlock(byte mux, PgaGain gain)
    {
        _loadedGain = NoGain;
        _shadow[(int)Register.Mux] = mux;
        _shadow[(int)Register.Adcon] = (byte)(_shadow[(int)Register.Adcon] & ~GainBits | (int)gain);
        _coefficientRegisters.AsSpan((int)gain * CalibrationRegisterCount, CalibrationRegisterCount).CopyTo(_shadow.AsSpan((int)Register.Ofc0));
        const int count = RegisterCount - (int)Register.Mux;
        _frame[0] = (byte)Command.WriteRegisters | (byte)Register.Mux;
        _frame[1] = count - 1;
        _shadow.AsSpan((int)Register.Mux, count).CopyTo(_frame.AsSpan(2));
        return 2 + count;
    }

    int TakeCode()
    {
        if (BitOrder == BitOrder.LeastSignificantFirst)
        {
            ReverseBits(_answer.AsSpan(0, ResultBytes));
        }
        return (_answer[0] << 24 | _answer[1] << 16 | _answer[2] << 8) >> 8;
    }

    Conversion Result(int code, PgaGain gain, long readyAt) =>
        new(code, code * _voltsPerCode[(int)gain], readyAt - _settlingNanoseconds / 2, code is HighestCode or LowestCode);

    /// <summary>
    /// A dead bus reads all zeros or all ones, and a disturbed one the ends of the scale. Such a code is believed only after the
    /// chip has shown its registers, which costs one more frame and happens rarely: noise is larger than one code.
    /// </summary>
    static bool IsSuspect(int code) => code is 0 or -1 or HighestCode or LowestCode;

    static byte MuxCode(AnalogInput positive, AnalogInput negative)
    {
        if (positive > AnalogInput.AinCom || negative > AnalogInput.AinCom)
        {
            throw new ArgumentOutOfRangeException(nameof(positive), $"{positive}/{negative}", "The ADS1256 has the inputs AIN0 to AIN7 and AINCOM.");
        }
        return (byte)((int)positive << 4 | (int)negative);
    }
}
