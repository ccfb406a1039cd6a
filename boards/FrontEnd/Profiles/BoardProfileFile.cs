using CoinRig.Documents;
using Iot.Device.Ads1256;

namespace CoinRig.FrontEnd;

/// <summary>Reads board profiles.</summary>
public static class BoardProfileFile
{
    /// <summary>Reads a profile file.</summary>
    /// <exception cref="DocumentException">With every mistake of the file.</exception>
    public static BoardProfile Load(string path) => Read(Document.Load(path));

    /// <summary>Reads a profile from a document.</summary>
    /// <exception cref="DocumentException">With every mistake of the document.</exception>
    public static BoardProfile Read(Document document)
    {
        var map = document.Root.AsMapping("a board profile");
        if (map is null)
        {
            document.ThrowIfMistaken();
        }
        var profile = Read(document, map!);
        SupervisorReader.Check(map!, profile);
        map!.Finish();
        PinCheck.Report(document, profile);
        document.ThrowIfMistaken();
        return profile;
    }

    static BoardProfile Read(Document document, MappingReader map)
    {
        var topology = ReadTopology(map);
        var (transport, bus, selects) = SpiReader.Read(map);
        var amplifier = map.Optional("voltage_amplifier")?.AsMapping("'voltage_amplifier'");
        var usualGain = topology == Topology.SeriesShunt ? 1 : 0.5;
        var amplifierGain = amplifier?.Number("gain", usualGain) ?? usualGain;
        if (amplifierGain is <= 0 or > 10)
        {
            amplifier!.Optional("gain")!.Report($"'{amplifierGain}'", "a gain above 0 and at most 10");
        }
        amplifier?.Finish();
        map.Required("compliance");
        var compliance = map.Span("compliance", Dimension.Voltage);
        var (rate, scans) = ReadRates(map, transport);
        return new BoardProfile
        {
            Name = map.RequiredText("name"),
            Description = map.Text("description", "")!,
            SourceText = document.Text,
            Topology = topology,
            SpiBus = bus,
            Transport = transport,
            ChipSelects = selects,
            Pins = ReadChipPins(map, transport),
            AdcReferenceVolts = Reference(map, "adc_reference", 0.5, 2.6),
            DacReferenceVolts = Reference(map, "dac_reference", 2.0, 5.5),
            DataRate = rate,
            ScansPerSecond = scans,
            VoltageAmplifierGain = amplifierGain,
            LowestComplianceVolts = compliance?.Low ?? double.NaN,
            HighestComplianceVolts = compliance?.High ?? double.NaN,
            RelaySettleSeconds = map.Quantity("relay_settle", Dimension.Time, 5e-3),
            Channels = ChannelReader.Read(map, topology),
            Marks = ReadMarks(map),
            Triggers = ReadTriggers(map),
            SupervisorPort = SupervisorReader.Port(map),
        };
    }

    static MarkInputProfile? ReadMarks(MappingReader map)
    {
        if (map.Optional("marks")?.AsMapping("'marks'") is not { } marks)
        {
            return null;
        }
        marks.Required("pin");
        var pin = marks.WholeNumber("pin", -1, 0, 53);
        var isRising = marks.Choice("edge", "rising", "rising", "falling") == "rising";
        var debounce = marks.Quantity("debounce", Dimension.Time, 50e-3);
        if (debounce is not (>= 0 and <= 10))
        {
            marks.Optional("debounce")?.Report(marks.Optional("debounce")!.Description, "a time of 0 s to 10 s");
        }
        var text = marks.Text("text", $"edge of GPIO {pin}")!;
        marks.Finish();
        return new(pin, isRising, debounce, text);
    }

    static int[] ReadTriggers(MappingReader map)
    {
        if (map.Optional("triggers") is not { } list)
        {
            return [];
        }
        var pins = list.Items.Select(i => int.TryParse(i.Text, out var pin) && pin is >= 0 and <= 53 ? pin : -1).ToArray();
        if (!list.IsList || pins.Contains(-1))
        {
            list.Report(list.Description, "a list of GPIO lines, BCM numbers 0 to 53: [12, 4]");
            return [];
        }
        return pins;
    }

    static Topology ReadTopology(MappingReader map) =>
        map.Choice("topology", "hardware-loop", "hardware-loop", "series-shunt") == "series-shunt" ? Topology.SeriesShunt : Topology.HardwareLoop;

    /// <summary>Lines that the kernel selects the chips by are its own and not among the pins.</summary>
    static ChipPins ReadChipPins(MappingReader map, Transport transport)
    {
        if (map.Required("pins")?.AsMapping("'pins'") is not { } pins)
        {
            return new(-1, -1, -1, -1, -1);
        }
        int Pin(string key)
        {
            pins.Required(key);
            return pins.WholeNumber(key, -1, 0, 53);
        }
        var (drdy, reset, sync) = (Pin("drdy"), Pin("reset"), Pin("sync"));
        var read = transport == Transport.GpioChipSelect
            ? new ChipPins(drdy, reset, sync, Pin("adc_cs"), Pin("dac_cs"))
            : new ChipPins(drdy, reset, sync, -1, -1);
        foreach (var select in transport == Transport.GpioChipSelect ? (string[])[] : ["adc_cs", "dac_cs"])
        {
            pins.Optional(select)?.Report($"'{select}'", "no GPIO line to select the chips by: with this transport the kernel does, by the lines of its overlay");
        }
        pins.Finish();
        return read;
    }

    static double Reference(MappingReader map, string key, double lowest, double highest)
    {
        var value = map.RequiredQuantity(key, Dimension.Voltage);
        if (value < lowest || value > highest)
        {
            map.Optional(key)!.Report(map.Optional(key)!.Description, $"a reference of {lowest} V to {highest} V, which is what the chip takes");
        }
        return value;
    }

    static (double Rate, double Scans) ReadRates(MappingReader map, Transport transport)
    {
        var rate = map.Quantity("data_rate", Dimension.Frequency, 25);
        var scans = map.Quantity("scans_per_second", Dimension.Frequency, 10);
        var scanSeconds = BoardProfile.ScanSecondsAt(rate, transport);
        if (!DataRates.All.Any(r => r.SamplesPerSecond() == rate))
        {
            map.Optional("data_rate")?.Report(map.Optional("data_rate")!.Description, $"one of the ADC's rates: {string.Join(", ", DataRates.All.Select(r => r.SamplesPerSecond()))} SPS");
        }
        else if (rate > transport.FastestRate())
        {
            map.Optional("data_rate")!.Report(map.Optional("data_rate")!.Description, $"at most {transport.FastestRate()} SPS: a result of a faster rate cannot be read in time at {transport.ClockFrequency() / 1000} kHz, the bus speed of this transport");
        }
        else if (!(scans > 0) || scanSeconds > 1 / scans)
        {
            (map.Optional("scans_per_second") ?? map.Node).Report($"{scans} scans a second at {rate} SPS",
                $"a scan is two conversions with their settling and transport: at most {1 / scanSeconds:0.##} scans a second at this rate");
        }
        return (rate, scans);
    }
}
