using CoinRig.Documents;

namespace CoinRig.FrontEnd;

/// <summary>Reads the <c>channels</c> of a profile.</summary>
static class ChannelReader
{
    const int MostChannels = 2;

    static readonly Amount ExactGain = new(1, 0);
    static readonly Amount NoOffset = new(0, 0);

    /// <summary>Burden at full scale that leaves a series shunt room for the cell, V.</summary>
    const double MostBurdenVolts = 0.5;

    internal static IReadOnlyList<ChannelProfile> Read(MappingReader profile, Topology topology)
    {
        var list = profile.Required("channels");
        if (list is null)
        {
            return [];
        }
        if (list.Items.Count is 0 or > MostChannels)
        {
            list.Report(list.Description, "a list of one or two channels (DAC A drives the first, DAC B the second)");
        }
        return [.. list.Items.Select((item, index) => Read(item, index + 1, topology)).OfType<ChannelProfile>()];
    }

    static ChannelProfile? Read(DocumentNode node, int number, Topology topology)
    {
        if (node.AsMapping("a channel") is not { } channel)
        {
            return null;
        }
        var pins = ReadPins(channel, topology);
        var ranges = ReadRanges(channel, topology);
        var read = new ChannelProfile(number, pins, Inputs(channel, "voltage_inputs"), Inputs(channel, "current_inputs"), ranges, ReadCalibration(channel, ranges, topology));
        channel.Finish();
        return read;
    }

    static ChannelPins ReadPins(MappingReader channel, Topology topology)
    {
        if (channel.Required("pins")?.AsMapping("'pins' of a channel") is not { } pins)
        {
            return new(-1, null, null);
        }
        int Pin(string key)
        {
            pins.Required(key);
            return pins.WholeNumber(key, -1, 0, 53);
        }
        var read = topology == Topology.SeriesShunt ? new ChannelPins(Pin("relay"), null, null) : new ChannelPins(Pin("relay"), Pin("output"), Pin("potentiostat"));
        pins.Finish();
        return read;
    }

    static (int Positive, int Negative) Inputs(MappingReader channel, string key)
    {
        var node = channel.Required(key);
        var items = node?.Items.Select(i => int.TryParse(i.Text, out var input) ? input : -1).ToArray() ?? [];
        if (items is [>= 0 and <= 8, >= 0 and <= 8] && items[0] != items[1])
        {
            return (items[0], items[1]);
        }
        node?.Report(node.Description, "two different ADC inputs, positive first: [0, 1] (0 to 7; 8 is AINCOM)");
        return (0, 1);
    }

    static IReadOnlyList<CurrentRange> ReadRanges(MappingReader channel, Topology topology)
    {
        var list = channel.Required("ranges");
        if (list is null)
        {
            return [];
        }
        var ranges = list.Items.Select(r => ReadRange(r, topology)).OfType<CurrentRange>().OrderBy(r => r.FullScaleAmperes).ToArray();
        if (ranges.Length == 0)
        {
            list.Report(list.Description, "at least one range: {full_scale: 1 mA, shunt: 1 kohm, gain: 4}");
        }
        else if (ranges[0].SelectPin is not null || ranges.Skip(1).Any(r => r.SelectPin is null))
        {
            list.Report(list.Description, "a 'select' pin on every range but the smallest, which is in where no pin is high");
        }
        return ranges;
    }

    static CurrentRange? ReadRange(DocumentNode node, Topology topology)
    {
        if (node.AsMapping("a range") is not { } range)
        {
            return null;
        }
        var fullScale = range.RequiredQuantity("full_scale", Dimension.Current);
        var shunt = range.RequiredQuantity("shunt", Dimension.Resistance);
        var gain = range.WholeNumber("gain", 4, 1, 64);
        if (!int.IsPow2(gain))
        {
            range.Optional("gain")!.Report($"{gain}", "a gain of the ADC: 1, 2, 4, 8, 16, 32 or 64");
        }
        if (fullScale <= 0 || shunt <= 0)
        {
            node.Report("a range that is not above zero", "a full scale and a shunt above zero");
        }
        if (topology == Topology.SeriesShunt && fullScale * shunt > MostBurdenVolts * (1 + 1e-9))
        {
            range.Optional("shunt")!.Report($"{fullScale * shunt:0.###} V across the shunt at full scale", $"at most {MostBurdenVolts} V: what the shunt takes is missing for the cell");
        }
        int? select = range.Has("select") ? range.WholeNumber("select", -1, 0, 53) : null;
        range.Finish();
        return new(fullScale, shunt, gain, select);
    }

    static ChannelCalibration ReadCalibration(MappingReader channel, IReadOnlyList<CurrentRange> ranges, Topology topology)
    {
        var exact = new RangeCalibration(ExactGain, NoOffset, ExactGain, NoOffset);
        if (channel.Optional("calibration")?.AsMapping("'calibration'") is not { } calibration)
        {
            return new(ExactGain, NoOffset, ExactGain, NoOffset, [.. ranges.Select(_ => exact)]);
        }
        var currents = calibration.Required("currents");
        var read = currents?.Items.Select(c => ReadRangeCalibration(c, topology)).ToArray() ?? [];
        if (currents is not null && read.Length != ranges.Count)
        {
            currents.Report($"{read.Length} current calibrations", $"one for each of the {ranges.Count} ranges, smallest first");
        }
        var result = new ChannelCalibration(Gain(calibration, "voltage_gain"), calibration.Amount("voltage_offset", Dimension.Voltage) ?? NoOffset,
            Gain(calibration, "voltage_target_gain"), calibration.Amount("voltage_target_offset", Dimension.Voltage) ?? NoOffset, read);
        calibration.Finish();
        return result;
    }

    static RangeCalibration ReadRangeCalibration(DocumentNode node, Topology topology)
    {
        if (node.AsMapping("a current calibration") is not { } map)
        {
            return new(ExactGain, NoOffset, ExactGain, NoOffset);
        }
        // A series shunt has no target of its own for a current: the DAC gives a voltage and the software closes the loop.
        var hasTarget = topology == Topology.HardwareLoop;
        var read = new RangeCalibration(Gain(map, "gain"), map.Amount("offset", Dimension.Current) ?? NoOffset,
            hasTarget ? Gain(map, "target_gain") : ExactGain, (hasTarget ? map.Amount("target_offset", Dimension.Current) : null) ?? NoOffset);
        map.Finish();
        return read;
    }

    /// <summary>A gain that is far from 1 is a slip of the pen or a broken board, not a calibration.</summary>
    static Amount Gain(MappingReader map, string key)
    {
        var gain = map.Amount(key, Dimension.Ratio) ?? ExactGain;
        if (gain.Value is < 0.8 or > 1.25)
        {
            map.Optional(key)!.Report(map.Optional(key)!.Description, "a gain of 0.8 to 1.25; beyond that the board is broken or the value is wrong");
            return ExactGain;
        }
        return gain;
    }
}
