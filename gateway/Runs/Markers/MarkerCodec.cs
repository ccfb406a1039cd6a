using System.Text.Json;
using CoinRig.Control;
using CoinRig.Protocols;

namespace CoinRig.Runs;

/// <summary>
/// Markers to rows and back, in the order of the run: a segment finds its step in the last step that began.
/// </summary>
sealed class MarkerCodec
{
    public const string StepStartedKind = "step-started";
    public const string SegmentStartedKind = "segment-started";
    public const string SegmentEndedKind = "segment-ended";
    public const string StepEndedKind = "step-ended";
    public const string ScanTimingKind = "scan-timing";
    public const string EventKind = "event";
    public const string MarkKind = "mark";
    public const string RunResumedKind = "run-resumed";
    public const string RunEndedKind = "run-ended";

    static readonly MarkerJson Json = MarkerJson.Default;

    Step? _step;

    /// <summary>A step goes on that began before.</summary>
    public void Continue(Step? step) => _step = step;

    /// <summary>The row of a marker.</summary>
    public MarkerRow ToRow(Marker marker)
    {
        switch (marker)
        {
            case StepStarted m:
                _step = m.Step;
                return new(StepStartedKind, m.StepCount, null, m.Step, JsonSerializer.Serialize(
                    new StepStartedContent(m.Cycle, m.Position.Instruction, m.Position.Passes, m.Position.CyclesBegun,
                        m.Position.Jumps.Count > 0 ? m.Position.Jumps : null, m.Position.CapacityPart), Json.StepStartedContent));
            case SegmentStarted m:
                return new(SegmentStartedKind, m.StepCount, m.SegmentCount, m.Segment, JsonSerializer.Serialize(
                    new SegmentStartedContent(m.Cycle, m.SetValue, m.Range, m.VoltsBefore, m.AmperesBefore, IndexInStep(m.Segment)), Json.SegmentStartedContent));
            case SegmentEnded m:
                return new(SegmentEndedKind, m.StepCount, m.SegmentCount, null, JsonSerializer.Serialize(
                    new SegmentEndedContent(m.ConditionNanoseconds, m.Reason, m.Text, m.Integrals, m.LastVolts, m.LastAmperes), Json.SegmentEndedContent));
            case StepEnded m:
                return new(StepEndedKind, m.StepCount, null, null, JsonSerializer.Serialize(new StepEndedContent(m.Reason, m.Text), Json.StepEndedContent));
            case RigEvent m:
                return new(EventKind, null, null, null, JsonSerializer.Serialize(new EventContent(m.Code, m.Severity, m.Message), Json.EventContent));
            case ScanTiming m:
                return new(ScanTimingKind, null, null, null, JsonSerializer.Serialize(new ScanTimingContent(m.SinceNanoseconds, m.Scans, m.LateScans,
                    m.MissedScans, m.MedianNanoseconds, m.Percentile99Nanoseconds, m.Percentile999Nanoseconds, m.LargestNanoseconds), Json.ScanTimingContent));
            case Mark m:
                return new(MarkKind, null, null, null, JsonSerializer.Serialize(new MarkContent(m.Text, m.Source), Json.MarkContent));
            case RunResumed m:
                return new(RunResumedKind, null, null, null, JsonSerializer.Serialize(
                    new RunResumedContent(m.Utc, m.GapSeconds, m.Action, m.OpenCircuitVolts), Json.RunResumedContent));
            case RunEnded m:
                return new(RunEndedKind, null, null, null, JsonSerializer.Serialize(new RunEndedContent(m.State, m.Message), Json.RunEndedContent));
            default:
                throw new NotSupportedException($"A run file has no place for a {marker.GetType().Name}.");
        }
    }

    /// <summary>The definition of a row as JSON.</summary>
    public static string Define(object definition) => definition switch
    {
        Step step => JsonSerializer.Serialize(step, Json.Step),
        Segment segment => JsonSerializer.Serialize(segment, Json.Segment),
        _ => throw new NotSupportedException($"A run file has no place for a {definition.GetType().Name}."),
    };

    /// <summary>The step of a definition.</summary>
    public static Step ReadStep(string definition) => Read(definition, Json.Step);

    /// <summary>The segment of a definition.</summary>
    public static Segment ReadSegment(string definition) => Read(definition, Json.Segment);

    /// <summary>The marker of a row; one that cannot be understood throws <see cref="InvalidDataException"/>.</summary>
    public Marker FromRow(long nanoseconds, in MarkerRow row)
    {
        switch (row.Kind)
        {
            case StepStartedKind:
                var started = Read(row.Content, Json.StepStartedContent);
                _step = (Step)row.Definition!;
                return new StepStarted(nanoseconds, row.StepCount!.Value, _step, started.Cycle, new ProgramPosition(started.Instruction, started.Passes)
                {
                    CyclesBegun = started.CyclesBegun,
                    Jumps = started.Jumps ?? [],
                    CapacityPart = started.CapacityPart,
                });
            case SegmentStartedKind:
                var s = Read(row.Content, Json.SegmentStartedContent);
                var segment = s.SegmentIndex is { } index && index < _step?.Segments.Count ? _step.Segments[index] : (Segment)row.Definition!;
                return new SegmentStarted(nanoseconds, row.StepCount!.Value, row.SegmentCount!.Value, segment, s.Cycle, s.SetValue, s.Range,
                    s.VoltsBefore, s.AmperesBefore);
            case SegmentEndedKind:
                var e = Read(row.Content, Json.SegmentEndedContent);
                return new SegmentEnded(nanoseconds, e.ConditionNanoseconds, row.StepCount!.Value, row.SegmentCount!.Value, e.Reason, e.Text, e.Integrals,
                    e.LastVolts, e.LastAmperes);
            case StepEndedKind:
                var ended = Read(row.Content, Json.StepEndedContent);
                return new StepEnded(nanoseconds, row.StepCount!.Value, ended.Reason, ended.Text);
            case EventKind:
                var happened = Read(row.Content, Json.EventContent);
                return new RigEvent(nanoseconds, happened.Code, happened.Severity, happened.Message);
            case ScanTimingKind:
                var t = Read(row.Content, Json.ScanTimingContent);
                return new ScanTiming(nanoseconds, t.SinceNanoseconds, t.Scans, t.LateScans, t.MissedScans, t.MedianNanoseconds,
                    t.Percentile99Nanoseconds, t.Percentile999Nanoseconds, t.LargestNanoseconds);
            case MarkKind:
                var mark = Read(row.Content, Json.MarkContent);
                return new Mark(nanoseconds, mark.Text, mark.Source);
            case RunResumedKind:
                var resumed = Read(row.Content, Json.RunResumedContent);
                return new RunResumed(nanoseconds, resumed.Utc, resumed.GapSeconds, resumed.Action, resumed.OpenCircuitVolts);
            case RunEndedKind:
                var end = Read(row.Content, Json.RunEndedContent);
                return new RunEnded(nanoseconds, end.State, end.Message);
            default:
                throw new InvalidDataException($"'{row.Kind}' is no marker");
        }
    }

    int? IndexInStep(Segment segment)
    {
        for (var i = 0; i < _step?.Segments.Count; i++)
        {
            if (ReferenceEquals(_step.Segments[i], segment))
            {
                return i;
            }
        }
        return null;
    }

    static T Read<T>(string content, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(content, type) ?? throw new InvalidDataException($"a {typeof(T).Name} is empty");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"a {typeof(T).Name} cannot be read: {error.Message}", error);
        }
    }
}
