namespace CoinRig.Protocols;

/// <summary>A train of currents and rests, each with its own end, once, several times, or until a condition: HPPC and the like.</summary>
public sealed class Pulses : ITechnique
{
    const int MostSegments = 10_000;

    static readonly Key Train = new("train", KeyKind.MappingList, "The pulses and rests, one after another", true)
    {
        Inner =
        [
            StepKeys.Current with { IsRequired = false, Description = "A pulse of this current; positive charges" },
            new("rest", KeyKind.Time, "A rest of this time"),
            StepKeys.For with { Description = "How long the pulse is, at most" },
            StepKeys.Until with { Description = "What ends the pulse or the rest" },
            StepKeys.Hold,
            StepKeys.Record,
        ],
    };

    /// <inheritdoc/>
    public string Name => "pulses";

    /// <inheritdoc/>
    public string Summary => "a train of current pulses and rests";

    /// <inheritdoc/>
    public IReadOnlyList<Key> Keys { get; } =
    [
        Train,
        new("times", KeyKind.Count, "How many times the train is run; without it and 'until', once") { Bounds = (1, MostSegments) },
        StepKeys.Until with { Description = "What ends the whole step" },
    ];

    /// <inheritdoc/>
    public StepBody Compile(StepReader step)
    {
        var train = step.Items(Train).Select(Item).ToArray();
        var times = step.Map.WholeNumber("times", 0, 1, MostSegments);
        var until = step.Until("until", Course.Sweeps with { Current = CurrentCourse.Load }, Measured.StepTime);
        if (times * train.Length > MostSegments)
        {
            step.Map.Optional("times")!.Report($"{times * (long)train.Length} pulses and rests", $"at most {MostSegments} in one step: put the step into a loop");
            return new(train, Repeats: false, until);
        }
        return times == 0 && until.Count > 0 ? new(train, Repeats: true, until)
            : new([.. Enumerable.Range(0, Math.Max(1, times)).SelectMany(_ => train)], Repeats: false, until);
    }

    static Segment Item(StepReader item)
    {
        if (item.Map.Has("current") == item.Map.Has("rest"))
        {
            item.Map.Node.Report(item.Map.Has("rest") ? "a current and a rest in one item" : "an item without 'current' and 'rest'",
                "'{current: discharge 1C, for: 10 s}' or '{rest: 40 s}'");
        }
        var segment = item.Map.Has("rest") ? RestOf(item) : PulseOf(item);
        item.Map.Finish();
        return segment;
    }

    static Segment PulseOf(StepReader item)
    {
        var amperes = item.Current("current");
        var ends = item.Ends(Course.Of(amperes));
        if (item.Map.Has("hold"))
        {
            item.Map.Optional("hold")!.Report("'hold' beside a current", "'hold' in an item with 'rest'");
        }
        return item.WithRate(new(SegmentRole.CurrentPulse, ControlMode.Current, Waveform.Constant(amperes), ends, item.Record, Math.Abs(amperes)));
    }

    static Segment RestOf(StepReader item)
    {
        EndCondition over = new(Measured.SegmentTime, true, item.Duration("rest"), $"rest of {item.Map.Text("rest")}");
        if (item.Map.Has("for"))
        {
            item.Map.Optional("for")!.Report("'for' beside 'rest'", "the time of a rest stands behind 'rest'");
        }
        return Rest.Segment([over, .. item.Until("until", Course.Rest)], item.Record, SegmentRole.Rest, Rest.HoldsZeroCurrent(item), 0);
    }
}
