namespace Iot.Device.Ads1256;

public sealed partial class Ads1256
{
    const int BitOrderBit = 0x08, AutoCalibrationBit = 0x04, BufferBit = 0x02;
    const int GainBits = 0x07, SensorDetectBits = 0x18, SensorDetectShift = 3, ClockOutputShift = 5, DirectionShift = 4;

    /// <summary>The data rate.</summary>
    public DataRate DataRate => (DataRate)_shadow[(int)Register.Drate];

    /// <summary>The gain of the last conversion or calibration.</summary>
    public PgaGain Gain => (PgaGain)(_shadow[(int)Register.Adcon] & GainBits);

    /// <summary>Whether the input buffer is on.</summary>
    public bool IsBufferEnabled => (_shadow[(int)Register.Status] & BufferBit) != 0;

    /// <summary>Whether the chip calibrates by itself when gain, rate or buffer change (ACAL).</summary>
    public bool IsAutoCalibrationEnabled => (_shadow[(int)Register.Status] & AutoCalibrationBit) != 0;

    /// <summary>Order of the bits in what the chip sends.</summary>
    public BitOrder BitOrder => (_shadow[(int)Register.Status] & BitOrderBit) != 0 ? BitOrder.LeastSignificantFirst : BitOrder.MostSignificantFirst;

    /// <summary>The sensor detect current.</summary>
    public SensorDetectCurrent SensorDetectCurrent => (SensorDetectCurrent)((_shadow[(int)Register.Adcon] & SensorDetectBits) >> SensorDetectShift);

    /// <summary>What D0/CLKOUT puts out.</summary>
    public ClockOutput ClockOutput => (ClockOutput)((_shadow[(int)Register.Adcon] & ClockOutputBits) >> ClockOutputShift);

    /// <summary>The digital pins that are outputs.</summary>
    public DigitalPins DigitalOutputs => (DigitalPins)(~(_shadow[(int)Register.Io] >> DirectionShift) & 0x0F);

    /// <summary>Sets the data rate. All calibrations are forgotten: they hold for one rate only.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is none of the sixteen, or too fast for the SPI clock.</exception>
    public void SetDataRate(DataRate rate)
    {
        RequireReadable(rate);
        RequireReady();
        ForgetCalibrations();
        var before = _clock.Nanoseconds;
        var changes = rate != DataRate;
        WriteRegister(Register.Drate, (int)rate);
        TakeTimes(rate);
        AwaitAutoCalibration(changes, before);
    }

    /// <summary>Switches the input buffer. All calibrations are forgotten.</summary>
    public void SetBuffer(bool enabled)
    {
        RequireReady();
        ForgetCalibrations();
        var before = _clock.Nanoseconds;
        var changes = enabled != IsBufferEnabled;
        WriteStatus(BufferBit, enabled);
        AwaitAutoCalibration(changes, before);
    }

    /// <summary>
    /// Lets the chip calibrate by itself when gain, rate or buffer change; the binding then waits for it and keeps the
    /// coefficients. Off after <see cref="Initialize"/>, since a change of gain then costs a calibration.
    /// </summary>
    public void SetAutoCalibration(bool enabled)
    {
        RequireReady();
        WriteStatus(AutoCalibrationBit, enabled);
    }

    /// <summary>Sets the order of the bits in what the chip sends; readings are the same in both.</summary>
    public void SetBitOrder(BitOrder order)
    {
        RequireReady();
        WriteStatus(BitOrderBit, order == BitOrder.LeastSignificantFirst);
    }

    /// <summary>
    /// Sets the current that tests whether a sensor is connected. It takes effect in the next conversion.
    /// Never with a live cell at the inputs: it charges the cell and clamps it at 3 V.
    /// </summary>
    public void SetSensorDetectCurrent(SensorDetectCurrent current)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)current, (int)SensorDetectCurrent.TenMicroamperes, nameof(current));
        RequireReady();
        WriteRegister(Register.Adcon, _shadow[(int)Register.Adcon] & ~SensorDetectBits | (int)current << SensorDetectShift);
    }

    /// <summary>Sets what D0/CLKOUT puts out; D0 must be an output to show it.</summary>
    public void SetClockOutput(ClockOutput output)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)output, (int)ClockOutput.Quarter, nameof(output));
        RequireReady();
        WriteRegister(Register.Adcon, _shadow[(int)Register.Adcon] & ~ClockOutputBits | (int)output << ClockOutputShift);
    }

    /// <summary>Makes some digital pins outputs and the others inputs. An input must not float.</summary>
    public void SetDigitalOutputs(DigitalPins outputs)
    {
        RequireReady();
        WriteRegister(Register.Io, (int)(~outputs & DigitalPins.All) << DirectionShift | _shadow[(int)Register.Io] & 0x0F);
    }

    /// <summary>Sets the levels of the digital pins that are outputs: high where named, else low.</summary>
    public void WriteDigitalPins(DigitalPins high)
    {
        RequireReady();
        WriteRegister(Register.Io, _shadow[(int)Register.Io] & DirectionBits | (int)(high & DigitalPins.All));
    }

    /// <summary>Reads the levels of all digital pins.</summary>
    public DigitalPins ReadDigitalPins() => (DigitalPins)ReadRegister(Register.Io) & DigitalPins.All;

    void TakeTimes(DataRate rate)
    {
        _settlingNanoseconds = Ads1256Timing.SettlingNanoseconds(rate, _masterClockHertz);
        _periodNanoseconds = Ads1256Timing.PeriodNanoseconds(rate, _masterClockHertz);
    }

    void WriteStatus(int bit, bool value) =>
        WriteRegister(Register.Status, value ? _shadow[(int)Register.Status] | bit : _shadow[(int)Register.Status] & ~bit);

    void AwaitAutoCalibration(bool changes, long before)
    {
        if (changes && IsAutoCalibrationEnabled)
        {
            WaitForAutoCalibration(before, Gain);
            _loadedGain = (int)Gain;
        }
    }
}
