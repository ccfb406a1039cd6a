using System.Device.Gpio;
using System.Device.Spi;
using CoinRig.Clock;
using CoinRig.FrontEnd;

namespace CoinRig.Twin;

/// <summary>
/// A board without the board: ADS1256 and DAC8552 emulated at their pins, the front end's circuit behind them, and a cell on each channel. The same
/// drivers run on it as on the real one. All of its chance comes from the seed, and all of its time from the clock.
/// </summary>
public sealed class BoardTwin
{
    /// <summary>The clock frequency of <see cref="Spi"/>, Hz: t11 is met by half a period even where a host sends commands without a pause.</summary>
    public const int SpiClockFrequency = 960_000;

    /// <summary>The supplies come up long before a program starts.</summary>
    const long PoweredForNanoseconds = 10_000_000_000;

    readonly IRigClock _clock;
    readonly BoardProfile _profile;
    readonly ChannelTwin[] _channels;
    bool _hasCoilSupply = true;

    /// <summary>A board that has had its supplies for a while, with all lines low, so that its ADC is held in reset and power-down.</summary>
    /// <param name="profile">What the board is.</param>
    /// <param name="clock">The clock; transfers advance it.</param>
    /// <param name="seed">Seed of calibration errors, relay times and noise.</param>
    /// <param name="cells">The cells, channel 1 first; null or missing for an empty holder.</param>
    public BoardTwin(BoardProfile profile, IRigClock clock, long seed, params IReadOnlyList<ICellModel?> cells)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(cells);
        _clock = clock;
        _profile = profile;
        _channels = [.. profile.Channels.Select((channel, index) => new ChannelTwin(profile, channel, index < cells.Count ? cells[index] : null,
            seed, clock.Nanoseconds, c => Settle(c, clock.Nanoseconds)))];
        var inputs = new ChannelInputs();
        foreach (var channel in _channels)
        {
            inputs.Connect(channel);
        }
        Adc = new(inputs, AdsErrors.Draw(new(seed, "ADS1256 errors")), seed, clock.Nanoseconds - PoweredForNanoseconds) { ReferenceVolts = profile.AdcReferenceVolts };
        Dac = new() { Loaded = Retarget };
        Faults = new(seed, Adc, Dac, inputs, profile.AdcReferenceVolts, SettleAll, ChangeDac);
        Gpio = new TwinGpioDriver(clock, profile.Pins.DataReady, IsDataReady, NextDataReadyEdge);
        Spi = OpenSpi(new(profile.SpiBus < 0 ? 0 : profile.SpiBus, 0) { Mode = SpiMode.Mode1, ClockFrequency = SpiClockFrequency });
        Connect(profile);
        // The kernel takes its select lines high when its driver starts, long before the program.
        SelectOf(profile.ChipSelects.Adc)?.Invoke(true, clock.Nanoseconds);
        SelectOf(profile.ChipSelects.Dac)?.Invoke(true, clock.Nanoseconds);
        for (var i = 0; i < _channels.Length; i++)
        {
            Retarget(i, clock.Nanoseconds);
        }
    }

    /// <summary>The bus with both chips on it, in mode 1.</summary>
    public SpiDevice Spi { get; }

    /// <summary>The GPIO lines, for <c>new GpioController(twin.Gpio)</c>.</summary>
    public GpioDriver Gpio { get; }

    /// <summary>The channels, number 1 first.</summary>
    public IReadOnlyList<ChannelTwin> Channels => _channels;

    /// <summary>Faults of the board.</summary>
    public TwinFaults Faults { get; }

    /// <summary>The ADC behind the pins, for tests.</summary>
    public EmulatedAds1256 Adc { get; }

    /// <summary>The DAC behind the pins, for tests.</summary>
    public EmulatedDac8552 Dac { get; }

    /// <summary>Whether the coils of the relays have supply: what a supervisor's monostable gives and takes. A relay needs it and its GPIO line.</summary>
    public bool HasCoilSupply
    {
        get => _hasCoilSupply;
        set
        {
            if (value != _hasCoilSupply)
            {
                _hasCoilSupply = value;
                foreach (var channel in _channels)
                {
                    Settle(channel, _clock.Nanoseconds);
                    channel.SetCoilSupply(value, _clock.Nanoseconds);
                }
            }
        }
    }

    /// <summary>Called after a GPIO output changed its level.</summary>
    public Action<PinChange>? PinChanged
    {
        get => ((TwinGpioDriver)Gpio).PinChanged;
        set => ((TwinGpioDriver)Gpio).PinChanged = value;
    }

    /// <summary>Another instrument drives a line, such as an AFM the input for marks.</summary>
    public void DriveLine(int pin, bool isHigh) => ((TwinGpioDriver)Gpio).DriveFromOutside(pin, isHigh);

    /// <summary>Opens the same bus with other settings, as a second spidev would.</summary>
    public SpiDevice OpenSpi(SpiConnectionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new TwinSpiDevice(_clock, Adc, Dac, Faults, settings, SelectOf(settings.ChipSelectLine));
    }

    /// <summary>The chip that hangs on a select line of the kernel.</summary>
    Action<bool, long>? SelectOf(int line) => _profile.Transport == Transport.GpioChipSelect ? null
        : line == _profile.ChipSelects.Adc ? Adc.SetChipSelect
        : line == _profile.ChipSelects.Dac ? Dac.SetSync
        : null;

    void Connect(BoardProfile profile)
    {
        var gpio = (TwinGpioDriver)Gpio;
        gpio.Connect(profile.Pins.Reset, Adc.SetReset);
        gpio.Connect(profile.Pins.SyncPowerDown, Adc.SetSync);
        gpio.Connect(profile.Pins.AdcChipSelect, Adc.SetChipSelect);
        gpio.Connect(profile.Pins.DacChipSelect, Dac.SetSync);
        for (var i = 0; i < _channels.Length; i++)
        {
            var channel = _channels[i];
            var pins = profile.Channels[i].Pins;
            Switch(pins.CellRelay, channel, (isHigh, now) => channel.SetCellRelay(isHigh, now));
            Switch(pins.OutputEnable, channel, (isHigh, _) => channel.SetOutput(isHigh));
            Switch(pins.Potentiostat, channel, (isHigh, _) => channel.SetPotentiostat(isHigh));
            for (var range = 0; range < profile.Channels[i].Ranges.Count; range++)
            {
                var index = range;
                Switch(profile.Channels[i].Ranges[range].SelectPin, channel, (isHigh, now) => channel.SetRangeRelay(index, isHigh, now));
            }
        }
    }

    void Switch(int? pin, ChannelTwin channel, Action<bool, long> change)
    {
        if (pin is { } line)
        {
            ((TwinGpioDriver)Gpio).Connect(line, (isHigh, now) =>
            {
                Settle(channel, now);
                change(isHigh, now);
            });
        }
    }

    /// <summary>Takes in everything until now before a channel changes.</summary>
    void Settle(ChannelTwin channel, long now)
    {
        Adc.SignalWillChange(channel.Pins, now);
        channel.AdvanceTo(now);
    }

    void SettleAll()
    {
        foreach (var channel in _channels)
        {
            Settle(channel, _clock.Nanoseconds);
        }
    }

    void Retarget(int dac, long now)
    {
        if (dac >= _channels.Length)
        {
            return;
        }
        var channel = _channels[dac];
        var volts = channel.Dac.Volts(Dac.SettledFraction(dac));
        var mode = Dac.Mode(dac);
        if (channel.IsNewTarget(volts, mode))
        {
            Settle(channel, now);
            channel.SetTarget(volts, mode);
        }
    }

    void ChangeDac(Action<DacCurve> change)
    {
        for (var i = 0; i < _channels.Length; i++)
        {
            change(_channels[i].Dac);
            Retarget(i, _clock.Nanoseconds);
        }
    }

    bool IsDataReady(long now) => Faults.DataReadyStuck switch
    {
        StuckLevel.Low => true,
        StuckLevel.High => false,
        _ => Faults.AdcSilent == AdcSilence.None && Adc.IsDataReady(now),
    };

    /// <summary>DRDY rises by itself only for the update of an unread result; else it falls at the next result.</summary>
    long NextDataReadyEdge(long now, bool isFalling)
    {
        if (Faults.DataReadyStuck != StuckLevel.None || Faults.AdcSilent != AdcSilence.None)
        {
            return long.MaxValue;
        }
        return isFalling ? Adc.NextDataReady(now) : Adc.IsDataReady(now) ? Adc.NextUpdate(now) : long.MaxValue;
    }
}
