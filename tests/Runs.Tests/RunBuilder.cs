using CoinRig.Control;
using CoinRig.Protocols;

namespace CoinRig.Runs.Tests;

/// <summary>A made-up run: a rest and a GITT of two pulses, with the noise and the codes of an ADC behind its samples.</summary>
static class RunBuilder
{
    public static RunHeader Header { get; } = new()
    {
        RunId = RunNames.Stem("gitt", "ncm523-lpo", "reference", 1),
        StartedUtc = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        ProtocolName = "GITT on charge",
        ProtocolText = "name: GITT on charge\n",
        CellName = "ncm523-lpo",
        CellText = "name: ncm523-lpo\n",
        ProfileName = "reference",
        ProfileText = "name: reference\n",
        Channel = 1,
        Source = "twin",
        Seed = 1,
        SoftwareVersion = "0.1.0",
    };

    public static Step Rest { get; } = new(1, "rest", "Rest for 30 minutes", 4,
        [new(SegmentRole.Rest, ControlMode.OpenCircuit, Waveform.Constant(double.NaN), [new(Measured.SegmentTime, true, 1800, "30 minutes")],
            new RecordRule(10, 0.002, double.PositiveInfinity), 0)], false, []);

    public static Step Gitt { get; } = new(2, "gitt", "gitt at C/10", 6,
        [
            new(SegmentRole.Pulse, ControlMode.Current, Waveform.Constant(6.1074e-5), [new(Measured.SegmentTime, true, 600, "10 min")],
                new RecordRule(10, 0.002, double.PositiveInfinity), 6.1074e-5),
            new(SegmentRole.Relaxation, ControlMode.OpenCircuit, Waveform.Constant(double.NaN), [new(Measured.SegmentTime, true, 3600, "1 h")],
                new RecordRule(10, 0.002, double.PositiveInfinity), 0),
        ], true, [new(Measured.Voltage, true, 4.2, "voltage > 4.2 V")]);

    public static Step Hold { get; } = new(3, "constant_voltage", "Hold at 4.2 V for 1 hour", 9,
        [new(SegmentRole.ConstantVoltage, ControlMode.Voltage, Waveform.Constant(4.2), [new(Measured.SegmentTime, true, 3600, "1 hour")],
            new RecordRule(10, 0.002, double.PositiveInfinity), 1e-3)], false, []);

    /// <summary>The feed of the run, in order.</summary>
    public static IEnumerable<FeedEntry> Entries(int samplesPerSegment = 40, int pulses = 2, int seed = 1)
    {
        var rig = new MadeUpRig(seed);
        yield return Marker(new RigEvent(0, "connected", EventSeverity.Note, "Open-circuit voltage 3.0000 V."));
        yield return Marker(new StepStarted(rig.Now, 1, Rest, 1, new ProgramPosition(0, [])));
        foreach (var entry in Segment(rig, Rest, 1, 0, 0, double.NaN, samplesPerSegment))
        {
            yield return entry;
        }
        yield return Marker(new StepEnded(rig.Now, 1, EndReason.Condition, "30 minutes"));
        yield return Marker(new StepStarted(rig.Now, 2, Gitt, 1, new ProgramPosition(1, [0])));
        for (var pulse = 0; pulse < pulses; pulse++)
        {
            foreach (var entry in Segment(rig, Gitt, 2, 2 * pulse, 0, 6.1074e-5, samplesPerSegment)
                .Concat(Segment(rig, Gitt, 2, 2 * pulse + 1, 1, double.NaN, samplesPerSegment)))
            {
                yield return entry;
            }
        }
        yield return Marker(new StepEnded(rig.Now, 2, EndReason.StepCondition, "voltage > 4.2 V"));
        yield return Marker(new RunEnded(rig.Now, RunState.Done, ""));
    }

    public static FeedEntry Marker(Marker marker) => new() { Kind = FeedKind.Marker, Marker = marker };

    public static FeedEntry Sample(Sample sample) => new() { Kind = FeedKind.Sample, Sample = sample };

    static IEnumerable<FeedEntry> Segment(MadeUpRig rig, Step step, int stepCount, int segmentCount, int index, double set, int samples)
    {
        yield return Marker(new SegmentStarted(rig.Now, stepCount, segmentCount, step.Segments[index], 1, set, "100 uA", 3.0, 0));
        var amperes = double.IsNaN(set) ? 0 : set;
        for (var i = 0; i < samples; i++)
        {
            yield return Sample(rig.Record(amperes, stepCount, segmentCount));
            if (i % 10 == 9)
            {
                yield return new FeedEntry { Kind = FeedKind.Checkpoint, Sample = rig.Record(amperes, stepCount, segmentCount, row: false) };
            }
        }
        yield return Marker(new SegmentEnded(rig.Now, rig.Now - 50_000_000, stepCount, segmentCount, EndReason.Condition, step.Segments[index].Until[0].Text,
            new SegmentIntegrals(0.036, 0, 0.12, 0, 6000), 3.1, amperes));
    }
}
