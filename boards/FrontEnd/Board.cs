using System.Device.Gpio;
using System.Device.Spi;
using CoinRig.Clock;
using CoinRig.Spi;
using Iot.Device.Ads1256;
using Iot.Device.Dac8552;
using UnitsNet;

namespace CoinRig.FrontEnd;

/// <summary>One ADS1256 and one DAC8552 with their front ends, opened in the idle state. Disposing brings it back there.</summary>
public sealed class Board : IDisposable
{
    /// <summary>The voltage amplifier of a hardware loop swings 2.5 V about its mid level.</summary>
    const double AmplifierEndVolts = 2.49;

    /// <summary>A rail-to-rail follower on 5 V.</summary>
    const double FollowerEndVolts = 4.95;

    readonly IDisposable _bus;

    Board(BoardProfile profile, IDisposable bus, Ads1256 adc, Dac8552 dac, IReadOnlyList<IChannel> channels, IReadOnlyList<LastVoltage> lastVoltages, SideLines lines, BoardTurns turns)
    {
        Profile = profile;
        _bus = bus;
        Adc = adc;
        Dac = dac;
        Channels = channels;
        LastVoltages = lastVoltages;
        Lines = lines;
        Turns = turns;
    }

    /// <summary>What the board is.</summary>
    public BoardProfile Profile { get; }

    /// <summary>The ADC.</summary>
    public Ads1256 Adc { get; }

    /// <summary>The DAC.</summary>
    public Dac8552 Dac { get; }

    /// <summary>The channels, in order of their numbers.</summary>
    public IReadOnlyList<IChannel> Channels { get; }

    /// <summary>The cell voltage that was read last on each channel, in the same order.</summary>
    public IReadOnlyList<LastVoltage> LastVoltages { get; }

    /// <summary>Its lines for marks and triggers.</summary>
    public SideLines Lines { get; }

    /// <summary>Whose turn it is while a channel does something long.</summary>
    public BoardTurns Turns { get; }

    /// <summary>Opens a board over the transport that its profile names. What was opened is closed again where that fails.</summary>
    /// <param name="profile">What the board is.</param>
    /// <param name="openSpi">Opens a device of the SPI bus.</param>
    /// <param name="gpio">The lines.</param>
    /// <param name="clock">The rig's clock.</param>
    public static Board Open(BoardProfile profile, Func<SpiConnectionSettings, SpiDevice> openSpi, GpioController gpio, IRigClock clock)
    {
        var turns = TurnsOf(profile, clock);
        var switches = OpenSwitches(profile, gpio, clock, turns);
        var links = ChipLinks.Open(profile, openSpi, gpio, clock);
        try
        {
            return Open(profile, switches, turns, links.Bus, links.Adc, links.Dac, gpio, clock);
        }
        catch
        {
            links.Dispose();
            throw;
        }
    }

    /// <summary>Opens a board over two transports of any kind.</summary>
    /// <param name="profile">What the board is.</param>
    /// <param name="bus">What both transports hang on; the board disposes it last.</param>
    /// <param name="adcTransport">To the ADS1256.</param>
    /// <param name="dacTransport">To the DAC8552.</param>
    /// <param name="gpio">The lines.</param>
    /// <param name="clock">The rig's clock.</param>
    public static Board Open(BoardProfile profile, IDisposable bus, ISpiTransport adcTransport, ISpiTransport dacTransport, GpioController gpio, IRigClock clock)
    {
        var turns = TurnsOf(profile, clock);
        return Open(profile, OpenSwitches(profile, gpio, clock, turns), turns, bus, adcTransport, dacTransport, gpio, clock);
    }

    static BoardTurns TurnsOf(BoardProfile profile, IRigClock clock) => new(clock, profile.ScanSeconds / 2);

    /// <summary>Every relay line is low before anything else is touched.</summary>
    static ChannelSwitches[] OpenSwitches(BoardProfile profile, GpioController gpio, IRigClock clock, BoardTurns turns) =>
        [.. profile.Channels.Select(c => new ChannelSwitches(gpio, clock, turns, c, profile.RelaySettleSeconds))];

    /// <summary>The DAC goes to its idle code, then the ADC is identified and calibrated at every gain in use.</summary>
    static Board Open(BoardProfile profile, ChannelSwitches[] switches, BoardTurns turns, IDisposable bus, ISpiTransport adcTransport, ISpiTransport dacTransport,
        GpioController gpio, IRigClock clock)
    {
        var dac = new Dac8552(dacTransport, ElectricPotential.FromVolts(profile.DacReferenceVolts));
        var adc = new Ads1256(adcTransport, gpio, profile.Pins.DataReady, clock, ElectricPotential.FromVolts(profile.AdcReferenceVolts),
            profile.Pins.Reset, profile.Pins.SyncPowerDown);
        Idle(dac, profile.Topology);
        adc.Initialize(DataRates.FromSamplesPerSecond(profile.DataRate));
        foreach (var gain in profile.Channels.SelectMany(c => c.Ranges).SelectMany(r => ChannelInputs.GainsFrom(PgaGains.FromFactor(r.AdcGain))).Append(PgaGain.X1).Distinct().Order())
        {
            adc.SelfCalibrate(gain);
        }
        var inputs = profile.Channels.Select(c => new ChannelInputs(adc, turns, c, profile.VoltageAmplifierGain, profile.Topology == Topology.SeriesShunt ? FollowerEndVolts : AmplifierEndVolts)).ToArray();
        var channels = profile.Channels.Select((channel, index) => Open(profile, channel, switches[index], inputs[index], dac, clock)).ToArray();
        return new Board(profile, bus, adc, dac, channels, [.. inputs.Select(i => i.Last)], new SideLines(gpio, profile), turns);
    }

    static void Idle(Dac8552 dac, Topology topology)
    {
        if (topology == Topology.SeriesShunt)
        {
            dac.PowerDownBoth(PowerDownMode.HighImpedance);
        }
        else
        {
            dac.WriteBoth(HardwareLoopTargets.NominalZero, HardwareLoopTargets.NominalZero);
        }
    }

    static IChannel Open(BoardProfile profile, ChannelProfile channel, ChannelSwitches switches, ChannelInputs inputs, Dac8552 dac, IRigClock clock)
    {
        var reach = new ChannelReach(profile, channel);
        return profile.Topology == Topology.SeriesShunt
            ? new SeriesShuntChannel(channel, reach, switches, inputs,
                new SeriesShuntOutput(channel, profile.DacReferenceVolts, dac, clock), 1 / profile.ScansPerSecond, clock)
            : new HardwareLoopChannel(channel, reach, switches, inputs,
                new HardwareLoopTargets(channel, profile.DacReferenceVolts), dac, clock);
    }

    /// <summary>Brings every channel to the idle state and gives the chips back.</summary>
    public void Dispose()
    {
        foreach (var channel in Channels)
        {
            channel.Idle();
        }
        Adc.Dispose();
        Dac.Dispose();
        _bus.Dispose();
    }
}
