using CoinRig.Documents;

namespace CoinRig.FrontEnd;

/// <summary>How the current loop of a channel is closed.</summary>
public enum Topology
{
    /// <summary>Op-amps close the loop; the DAC gives the target.</summary>
    HardwareLoop,

    /// <summary>DAC, shunt and cell in series; the loop is closed in software.</summary>
    SeriesShunt,
}

/// <summary>One board as its profile file states it: pins, reference, ranges, rates and calibration. SI throughout.</summary>
public sealed record BoardProfile
{
    /// <summary>The profile's name.</summary>
    public required string Name { get; init; }

    /// <summary>What the board is, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>The text of the file, which goes into the run file.</summary>
    public required string SourceText { get; init; }

    /// <summary>How the loop is closed.</summary>
    public required Topology Topology { get; init; }

    /// <summary>The SPI bus (0 is /dev/spidev0.*), or -1 where the profile names none and only a twin can stand in.</summary>
    public required int SpiBus { get; init; }

    /// <summary>How frames get to the chips.</summary>
    public required Transport Transport { get; init; }

    /// <summary>The kernel's select lines on the bus.</summary>
    public required ChipSelects ChipSelects { get; init; }

    /// <summary>GPIO lines of the chips, BCM numbers.</summary>
    public required ChipPins Pins { get; init; }

    /// <summary>Reference of the ADC, V.</summary>
    public required double AdcReferenceVolts { get; init; }

    /// <summary>Reference of the DAC, V.</summary>
    public required double DacReferenceVolts { get; init; }

    /// <summary>Data rate of a conversion, 1/s; one of the ADS1256's sixteen.</summary>
    public required double DataRate { get; init; }

    /// <summary>Scans a second of one channel.</summary>
    public required double ScansPerSecond { get; init; }

    /// <summary>Gain of the voltage amplifier before the ADC, 1.</summary>
    public required double VoltageAmplifierGain { get; init; }

    /// <summary>Reverse voltage that the output stage can still give, V (negative).</summary>
    public required double LowestComplianceVolts { get; init; }

    /// <summary>Highest voltage that the output stage can give, V.</summary>
    public required double HighestComplianceVolts { get; init; }

    /// <summary>How long a relay takes to operate or release, bounce included, s.</summary>
    public required double RelaySettleSeconds { get; init; }

    /// <summary>The channels; the first is number 1 and hangs on DAC A, the second on DAC B.</summary>
    public required IReadOnlyList<ChannelProfile> Channels { get; init; }

    /// <summary>The input for marks; null where there is none.</summary>
    public MarkInputProfile? Marks { get; init; }

    /// <summary>Lines that protocols may raise for other instruments, BCM numbers.</summary>
    public IReadOnlyList<int> Triggers { get; init; } = [];

    /// <summary>The serial port of the supervisor that watches the board; null where the profile says that there is none.</summary>
    public string? SupervisorPort { get; init; } = SupervisorReader.DefaultPort;

    /// <summary>How many channels share the scans of the board; each then has its part of them.</summary>
    public int SharedBy { get; init; } = 1;

    /// <summary>The longest time between two heartbeats to the supervisor: one comes after each scan, or after each conversion where a scan takes longer than 150 ms, s.</summary>
    public double HeartbeatSeconds => IsScanSlow ? Math.Max(ScanSeconds / 2, 1 / (ScansPerSecond * SharedBy) - ScanSeconds / 2) : 1 / (ScansPerSecond * SharedBy);

    /// <summary>Whether a scan takes so long that each of its conversions must be a heartbeat.</summary>
    public bool IsScanSlow => ScanSeconds > 0.150;

    /// <summary>What a scan of one channel takes: two conversions with their settling and transport, s.</summary>
    public double ScanSeconds => ScanSecondsAt(DataRate, Transport);

    internal static double ScanSecondsAt(double dataRate, Transport transport) => 2 * (1 / dataRate + 0.2e-3 + transport.SecondsPerConversion());

    /// <summary>Nanoseconds from one scan of a channel to its next.</summary>
    public long ScanPeriodNanoseconds => (long)Math.Round(1e9 / ScansPerSecond);
}

/// <summary>GPIO lines of the two chips, BCM numbers.</summary>
/// <param name="DataReady">DRDY of the ADS1256, input.</param>
/// <param name="Reset">RESET of the ADS1256.</param>
/// <param name="SyncPowerDown">SYNC/PDWN of the ADS1256.</param>
/// <param name="AdcChipSelect">CS of the ADS1256; -1 where the kernel drives it.</param>
/// <param name="DacChipSelect">SYNC of the DAC8552; -1 where the kernel drives it.</param>
public sealed record ChipPins(int DataReady, int Reset, int SyncPowerDown, int AdcChipSelect, int DacChipSelect);

/// <summary>One channel of a board.</summary>
/// <param name="Number">Number from 1.</param>
/// <param name="Pins">Its GPIO lines.</param>
/// <param name="VoltageInputs">The ADC inputs (positive, negative) that read the voltage amplifier.</param>
/// <param name="CurrentInputs">The ADC inputs (positive, negative) that read the shunt amplifier.</param>
/// <param name="Ranges">The current ranges, smallest full scale first.</param>
/// <param name="Calibration">Gains and offsets with their uncertainties.</param>
public sealed record ChannelProfile(int Number, ChannelPins Pins, (int Positive, int Negative) VoltageInputs,
    (int Positive, int Negative) CurrentInputs, IReadOnlyList<CurrentRange> Ranges, ChannelCalibration Calibration);

/// <summary>GPIO lines of a channel, BCM numbers, all active high and low at reset.</summary>
/// <param name="CellRelay">Closes the cell relay.</param>
/// <param name="OutputEnable">Switches the output stage on; null in a series shunt, whose output is the DAC itself.</param>
/// <param name="Potentiostat">High: the voltage amplifier closes the loop; low: the shunt amplifier does; null in a series shunt.</param>
public sealed record ChannelPins(int CellRelay, int? OutputEnable, int? Potentiostat);

/// <summary>One current range of a channel.</summary>
/// <param name="FullScaleAmperes">Full scale, A.</param>
/// <param name="ShuntOhms">The shunt, ohm.</param>
/// <param name="AdcGain">PGA of the ADC at full scale; a smaller current is read at a larger one.</param>
/// <param name="SelectPin">The line that puts this shunt in; null for the range that is in where no line is high (the smallest, so that a rig at reset is in it).</param>
public sealed record CurrentRange(double FullScaleAmperes, double ShuntOhms, int AdcGain, int? SelectPin)
{
    /// <summary>The range as a person says it: "100 uA".</summary>
    public string Name => FullScaleAmperes < 999e-6 ? $"{FullScaleAmperes * 1e6:0.###} uA" : $"{FullScaleAmperes * 1e3:0.###} mA";
}

/// <summary>
/// Calibration of one channel. Read: value = gain * nominal + offset. Written: the DAC gets the nominal voltage for
/// (target - offset) / gain. Uncertainties are one standard deviation; the twin draws its true errors from them.
/// </summary>
/// <param name="VoltageGain">Voltage reading, 1.</param>
/// <param name="VoltageOffsetVolts">Voltage reading, V.</param>
/// <param name="VoltageTargetGain">Cell voltage over DAC target in potentiostat mode, 1.</param>
/// <param name="VoltageTargetOffsetVolts">The same, V.</param>
/// <param name="Currents">Current readings and targets, one for each range in the profile's order.</param>
public sealed record ChannelCalibration(Amount VoltageGain, Amount VoltageOffsetVolts, Amount VoltageTargetGain,
    Amount VoltageTargetOffsetVolts, IReadOnlyList<RangeCalibration> Currents);

/// <summary>Calibration of one current range.</summary>
/// <param name="Gain">Current reading, 1.</param>
/// <param name="OffsetAmperes">Current reading, A.</param>
/// <param name="TargetGain">Cell current over DAC target in galvanostat mode, 1.</param>
/// <param name="TargetOffsetAmperes">The same, A.</param>
public sealed record RangeCalibration(Amount Gain, Amount OffsetAmperes, Amount TargetGain, Amount TargetOffsetAmperes);

/// <summary>An input whose edges are marks in the runs of the board.</summary>
/// <param name="Pin">The line, BCM number.</param>
/// <param name="IsRising">Whether the rising edge is the mark, or the falling one.</param>
/// <param name="DebounceSeconds">How long after an edge none is taken, s.</param>
/// <param name="Text">What an edge means.</param>
public sealed record MarkInputProfile(int Pin, bool IsRising, double DebounceSeconds, string Text);
