namespace CoinRig.Twin;

/// <summary>
/// The ADS1256 at its pins, after SBAS288K: serial bytes with the times of their edges go in, bytes and the level of DRDY come out. It
/// refuses what the data sheet does not allow with a <see cref="TimingViolationException"/>. The reset pattern on SCLK (t12 to t15) cannot be made
/// with whole bytes and is not there. Times are virtual nanoseconds and never go back.
/// </summary>
public sealed class EmulatedAds1256
{
    readonly AdsRegisters _registers = new();
    readonly AdsInputStage _stage;
    readonly AdsResults _results;
    readonly AdsConverter _converter;
    readonly AdsSerialPort _port;
    readonly AdsControlPins _pins;

    /// <summary>Powers the chip up, with RESET, SYNC/PDWN and CS low.</summary>
    /// <param name="inputs">What hangs on the analog inputs.</param>
    /// <param name="errors">What this specimen adds of its own.</param>
    /// <param name="seed">Seed of its noise.</param>
    /// <param name="powerUpNanoseconds">When the supplies came up, ns.</param>
    public EmulatedAds1256(IAnalogInputs inputs, AdsErrors errors, long seed, long powerUpNanoseconds = 0)
    {
        _stage = new(inputs);
        var timeline = new InputTimeline(_stage);
        _results = new(_registers, timeline, _stage, errors, new(seed, "ADS1256 noise"));
        _converter = new(_registers, timeline, _results);
        _port = new(_registers, _converter);
        _pins = new(_converter, _port, powerUpNanoseconds);
        _registers.Reset(byPin: true);
        _converter.InputChanged(powerUpNanoseconds, false);
    }

    /// <summary>Voltage between VREFP and VREFN, V. Tell <see cref="SignalWillChange"/> first.</summary>
    public double ReferenceVolts
    {
        get => _stage.ReferenceVolts;
        set => _stage.ReferenceVolts = value;
    }

    /// <summary>AVDD, V. Tell <see cref="SignalWillChange"/> first.</summary>
    public double SupplyVolts
    {
        get => _stage.SupplyVolts;
        set => _stage.SupplyVolts = value;
    }

    /// <summary>Multiplies the noise, 1 for that of the data sheet: a noisy supply or reference.</summary>
    public double NoiseFactor
    {
        get => _results.NoiseFactor;
        set => _results.NoiseFactor = value;
    }

    /// <summary>What the chip says it is: 3 for an ADS1256.</summary>
    public int Identity
    {
        get => _registers.Identity;
        set => _registers.Identity = value;
    }

    /// <summary>
    /// Whether a read-out that meets the update of the data register (t17) gives wrong bits, as the chip does, in place of an exception. For real
    /// time, where any program may be held up in the middle of a frame and has to notice it by its own clock.
    /// </summary>
    public bool IsUpdateGarbling
    {
        get => _converter.IsUpdateGarbling;
        set => _converter.IsUpdateGarbling = value;
    }

    /// <summary>Whether CS is low.</summary>
    public bool IsSelected => _port.IsSelected;

    /// <summary>Whether DRDY is low at a time.</summary>
    public bool IsDataReady(long nanoseconds) => !_pins.IsHeld && _converter.IsReady(nanoseconds);

    /// <summary>When DRDY falls next by itself, ns; <see cref="long.MaxValue"/> where it does not.</summary>
    public long NextDataReady(long nanoseconds) => _pins.IsHeld ? long.MaxValue : _converter.NextReady(nanoseconds);

    /// <summary>When the present result begins to be replaced, so that DRDY goes high, ns; <see cref="long.MaxValue"/> where it is not.</summary>
    public long NextUpdate(long nanoseconds)
    {
        _converter.Update(nanoseconds);
        return _converter.UpdateStart;
    }

    /// <summary>Level of the CS pin.</summary>
    /// <exception cref="TimingViolationException">It rose before t10 was over.</exception>
    public void SetChipSelect(bool isHigh, long nanoseconds) => _port.SetChipSelect(isHigh, nanoseconds);

    /// <summary>Level of the RESET pin.</summary>
    /// <exception cref="TimingViolationException">It was low for less than t16.</exception>
    public void SetReset(bool isHigh, long nanoseconds)
    {
        if (!isHigh)
        {
            _registers.Reset(byPin: true);
            _converter.InputChanged(nanoseconds, false);
        }
        _pins.SetReset(isHigh, nanoseconds);
    }

    /// <summary>Level of the SYNC/PDWN pin.</summary>
    /// <exception cref="TimingViolationException">It was low for less than t16.</exception>
    public void SetSync(bool isHigh, long nanoseconds) => _pins.SetSync(isHigh, nanoseconds, AdsRate.Period(_registers.RateIndex));

    /// <summary>Clocks one byte in and out while CS is low.</summary>
    /// <param name="input">The byte on DIN, MSB first.</param>
    /// <param name="firstRise">First rising edge of SCLK, ns.</param>
    /// <param name="lastFall">Last falling edge of SCLK, ns.</param>
    /// <returns>The byte on DOUT; 0 where it is not driven.</returns>
    /// <exception cref="TimingViolationException">The data sheet does not allow this now.</exception>
    public byte Exchange(byte input, long firstRise, long lastFall)
    {
        _pins.CheckListening();
        return _port.Exchange(input, firstRise, lastFall);
    }

    /// <summary>Refuses a clock that is too fast or too slow (t1).</summary>
    /// <param name="hertz">Frequency of SCLK, Hz.</param>
    /// <exception cref="TimingViolationException">It is outside the limits of the data sheet.</exception>
    public void CheckClock(int hertz)
    {
        if (hertz > AdsTiming.FastestClockHertz)
        {
            throw new TimingViolationException("t1", $"SCLK at {hertz} Hz (period {AdsTiming.Text(1_000_000_000 / hertz)}), the data sheet asks for "
                + $"a period of {AdsTiming.Text(AdsTiming.Nanoseconds(4))} (4 tau) or more, {AdsTiming.FastestClockHertz} Hz or less");
        }
        var longest = AdsTiming.LongestClockPeriods * AdsRate.Period(_registers.RateIndex);
        if (1_000_000_000 / hertz > longest)
        {
            throw new TimingViolationException("t1", $"SCLK period {AdsTiming.Text(1_000_000_000 / hertz)}, the data sheet asks for at most "
                + $"{AdsTiming.Text(longest)} (10 conversion periods)");
        }
    }

    /// <summary>Tells the chip that the signal on some pins is about to change, so that it takes in what it saw until now.</summary>
    /// <param name="pins">One bit for each of AIN0 to AIN7 and AINCOM.</param>
    /// <param name="nanoseconds">When, ns.</param>
    public void SignalWillChange(int pins, long nanoseconds) => _converter.SignalWillChange(pins, nanoseconds);

    /// <summary>What a register holds, DRDY bit included, without going through the serial interface.</summary>
    public byte Register(int address, long nanoseconds)
    {
        _converter.Update(nanoseconds);
        return _registers.Read(address, IsDataReady(nanoseconds));
    }

    /// <summary>Flips bits of a register, as a mains transient does.</summary>
    /// <param name="address">The register, 0 to 10.</param>
    /// <param name="mask">The bits to flip.</param>
    /// <param name="nanoseconds">When, ns.</param>
    public void Disturb(int address, byte mask, long nanoseconds)
    {
        _converter.Update(nanoseconds);
        _registers.Disturb(address, mask);
        _converter.InputChanged(nanoseconds, address == AdsRegisters.Mux);
    }
}
