using CoinRig.Cells;
using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>
/// The keys of one step, in SI, for the technique that compiles it. What is missing or wrong is reported where it stands, and the
/// getter returns NaN.
/// </summary>
public sealed class StepReader
{
    readonly ProtocolContext _context;

    internal StepReader(MappingReader map, ProtocolContext context, RecordRule around)
    {
        Map = map;
        _context = context;
        Record = RecordReader.Read(map, around);
    }

    /// <summary>The keys themselves, for what the getters below do not cover.</summary>
    public MappingReader Map { get; }

    /// <summary>The cell.</summary>
    public Cell Cell => _context.Cell;

    /// <summary>When samples are recorded: the step's <c>record</c>, else the file's.</summary>
    public RecordRule Record { get; }

    /// <summary>Whether a rest of this file keeps the relay closed at zero current.</summary>
    public bool RestsHoldZeroCurrent => _context.RestsHoldZeroCurrent;

    /// <summary>The segment that surely ran just before this step; null where it depends on the way here.</summary>
    public Segment? Previous => _context.Previous;

    /// <summary>A reader of a mapping inside the step, such as <c>rest: {for: 1 h}</c>; its owner calls <see cref="MappingReader.Finish"/> on its keys.</summary>
    /// <param name="map">The mapping.</param>
    /// <param name="key">The key that it stands under, which declares its keys.</param>
    public StepReader Inner(MappingReader map, Key key)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(key);
        map.Declare(key.Inner.Select(k => k.Name));
        return new(map, _context, Record);
    }

    /// <summary>A reader of each mapping of a list; reports what is none. Their owner calls <see cref="MappingReader.Finish"/> on each.</summary>
    public IReadOnlyList<StepReader> Items(Key key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (Map.Required(key.Name) is not { } node)
        {
            return [];
        }
        if (node.Items.Count == 0)
        {
            node.Report(node.Description, $"'{key.Name}' takes a list of mappings: '- {{{key.Inner[0].Name}: ..., ...}}'");
        }
        return [.. node.Items.Select(i => i.AsMapping($"an item of '{key.Name}'")).OfType<MappingReader>().Select(m => Inner(m, key))];
    }

    /// <summary>A current that is not zero, A; positive charges.</summary>
    public double Current(string key)
    {
        if (Map.Required(key) is not { } node)
        {
            return double.NaN;
        }
        var amperes = CurrentValue.Read(_context, node);
        if (amperes == 0)
        {
            node.Report(node.Description, "a current that is not zero; for no current write 'step: rest'");
        }
        LimitChecks.Current(_context, node, amperes, "the step asks for");
        return amperes;
    }

    /// <summary>A power that is not zero, W; positive charges.</summary>
    public double Power(string key)
    {
        if (Map.Required(key) is not { } node)
        {
            return double.NaN;
        }
        var watts = PowerValue.Read(node);
        if (watts == 0)
        {
            node.Report(node.Description, "a power that is not zero; for no current write 'step: rest'");
        }
        _context.StepsInAbsoluteUnits.Add(_context.StepNumber);
        return watts;
    }

    /// <summary>A resistance above zero, ohm.</summary>
    public double Resistance(string key)
    {
        var node = Map.Required(key);
        var ohms = node?.AsQuantity(Dimension.Resistance) ?? double.NaN;
        if (ohms <= 0)
        {
            node!.Report(node.Description, "a resistance above zero: the cell is discharged onto it");
        }
        _context.StepsInAbsoluteUnits.Add(_context.StepNumber);
        return ohms;
    }

    /// <summary>A voltage within the limits, V.</summary>
    public double Voltage(string key)
    {
        var node = Map.Required(key);
        var volts = node?.AsQuantity(Dimension.Voltage) ?? double.NaN;
        if (node is not null)
        {
            LimitChecks.Voltage(_context, node, volts, "the step goes to");
        }
        return volts;
    }

    /// <summary>A difference of voltages above zero, V.</summary>
    public double Difference(string key)
    {
        var node = Map.Required(key);
        var volts = node?.AsQuantity(Dimension.Voltage) ?? double.NaN;
        if (volts <= 0)
        {
            node!.Report(node.Description, "a voltage above zero");
        }
        return volts;
    }

    /// <summary>A voltage within the limits, or NaN for <c>open_circuit</c>, which is also what an absent key means: the step starts where the cell is.</summary>
    public double VoltageOrOpenCircuit(string key)
    {
        var node = Map.Optional(key);
        if (node is null || node.Text == "open_circuit")
        {
            return double.NaN;
        }
        if (node.Text is { } text && !Documents.Amount.TryParse(text, Dimension.Voltage, out _))
        {
            node.Report(node.Description, "open_circuit, or a voltage such as 3.0 V");
            return double.NaN;
        }
        return Voltage(key);
    }

    /// <summary>Two voltages "low .. high" within the limits, V.</summary>
    public (double Low, double High) Window(string key)
    {
        var node = Map.Required(key);
        if (Map.Span(key, Dimension.Voltage) is not { } window)
        {
            return (double.NaN, double.NaN);
        }
        LimitChecks.Voltage(_context, node!, window.Low, "the step goes to");
        LimitChecks.Voltage(_context, node!, window.High, "the step goes to");
        return window;
    }

    /// <summary>A sweep rate above zero, V/s.</summary>
    public double Rate(string key)
    {
        var node = Map.Required(key);
        var rate = node?.AsQuantity(Dimension.SweepRate) ?? double.NaN;
        if (rate <= 0)
        {
            node!.Report(node.Description, "a rate above zero; where the sweep goes tells its direction");
        }
        return rate;
    }

    /// <summary>A duration, s; NaN where the optional key is absent.</summary>
    public double Duration(string key, bool required = true)
    {
        var node = required ? Map.Required(key) : Map.Optional(key);
        var seconds = node?.AsQuantity(Dimension.Time) ?? double.NaN;
        if (node is not null)
        {
            ConditionChecks.Duration(node, seconds);
        }
        return seconds;
    }

    /// <summary>The end conditions under <paramref name="key"/>; empty where it is absent.</summary>
    /// <param name="key">The key.</param>
    /// <param name="course">What voltage and current do meanwhile.</param>
    /// <param name="time">Which time "time" is: the segment's, or the whole step's.</param>
    public IReadOnlyList<EndCondition> Until(string key, Course course, Measured time = Measured.SegmentTime) =>
        Map.Optional(key) is { } node ? ConditionReader.Read(_context, node, course, time) : [];

    /// <summary>The end conditions under a key that must be there.</summary>
    public IReadOnlyList<EndCondition> RequiredUntil(string key, Course course, Measured time = Measured.SegmentTime) =>
        Map.Required(key) is { } node ? ConditionReader.Read(_context, node, course, time) : [new(time, true, double.NaN, key)];

    /// <summary>What ends the step: its <c>for</c> and its <c>until</c>, whichever comes first.</summary>
    public IReadOnlyList<EndCondition> Ends(Course course, Measured time = Measured.SegmentTime)
    {
        var until = Until("until", course, time);
        return Map.Optional("for") is { } node ? [new(time, true, Duration("for"), $"for {node.Text}"), .. until] : until;
    }

    /// <summary>A segment of constant power that stands under the key <c>power</c>.</summary>
    internal Segment PowerSegment(double watts, IReadOnlyList<EndCondition> ends) =>
        LoadSegments.Power(_context, Map.Optional("power") ?? Map.Node, watts, ends, Record, LargestIfGiven());

    /// <summary>A segment of constant resistance that stands under the key <c>resistance</c>.</summary>
    internal Segment ResistanceSegment(double ohms, IReadOnlyList<EndCondition> ends) =>
        LoadSegments.Resistance(_context, Map.Optional("resistance") ?? Map.Node, ohms, ends, Record, LargestIfGiven());

    double LargestIfGiven() => Map.Has("largest_current") ? LargestCurrent() : double.NaN;

    /// <summary>The number of a jump to the end of the program, for the choice under a key.</summary>
    internal int JumpToEnd(string key) => _context.AddJump(Map.Optional(key)!, JumpReader.End, 0);

    /// <summary>A segment whose current stands under <c>current</c>: where that is a C-rate that follows the last measured capacity, the segment says so.</summary>
    public Segment WithRate(Segment segment) =>
        Map.Optional("current")?.Text is { } text && CurrentValue.TryParse(text, out var value) && _context.FollowsCapacity(value) ? _context.Following(segment) : segment;

    /// <summary>The current for which the range of a voltage-controlled segment is chosen, A: the key <c>largest_current</c>, else <paramref name="expected"/>, else the limit.</summary>
    public double LargestCurrent(double expected = double.NaN)
    {
        var limit = _context.Largest.Amperes;
        if (Map.Optional("largest_current") is not { } node)
        {
            return double.IsNaN(expected) ? limit : Math.Min(Math.Abs(expected), limit);
        }
        var amperes = CurrentValue.Read(_context, node);
        if (amperes <= 0)
        {
            node.Report(node.Description, "a current above zero: the largest that you expect, for which the range is chosen");
        }
        LimitChecks.Current(_context, node, amperes, "the largest expected current is");
        return amperes;
    }
}
