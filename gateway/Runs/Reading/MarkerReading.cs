using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>Rebuilds markers from their rows. A step or segment that was run often is one object.</summary>
sealed class MarkerReading(Query query)
{
    const string Columns = "SELECT position, after_sequence, nanoseconds, kind, step_count, segment_count, definition, content FROM markers";

    readonly Dictionary<long, object> _definitions = [];

    /// <summary>All markers in their order, each with the last sample before it.</summary>
    public List<(Marker Marker, long AfterSequence)> All()
    {
        var codec = new MarkerCodec();
        return query.Rows($"{Columns} ORDER BY position", r => (codec.FromRow(r.GetInt64(2), Row(r)), r.GetInt64(1)));
    }

    /// <summary>The events after an id.</summary>
    public List<(long Id, RigEvent Event)> Events(long afterId) => OfKind<RigEvent>(MarkerCodec.EventKind, afterId);

    /// <summary>How punctual the scans were, stretch by stretch, and last, once the run has ended, of all of it.</summary>
    public List<ScanTiming> Timings() => [.. OfKind<ScanTiming>(MarkerCodec.ScanTimingKind, 0).Select(t => t.Marker)];

    /// <summary>The marks, in the order of their times.</summary>
    public List<Mark> Marks() => [.. OfKind<Mark>(MarkerCodec.MarkKind, 0).Select(t => t.Marker).OrderBy(m => m.Nanoseconds)];

    /// <summary>Where the run went on after interruptions.</summary>
    public IReadOnlyList<RunResumed> Resumptions() => OfKind<RunResumed>(MarkerCodec.RunResumedKind, 0) is { Count: > 0 } found ? [.. found.Select(t => t.Marker)] : [];

    List<(long Id, T Marker)> OfKind<T>(string kind, long afterId)
        where T : Marker
    {
        var codec = new MarkerCodec();
        return query.Rows($"{Columns} WHERE kind = '{kind}' AND position > @0 ORDER BY position",
            r => (r.GetInt64(0), (T)codec.FromRow(r.GetInt64(2), Row(r))), afterId);
    }

    /// <summary>The steps.</summary>
    public List<StepRow> Steps()
    {
        var steps = new List<StepRow>();
        foreach (var (marker, _) in All())
        {
            if (marker is StepStarted s)
            {
                steps.Add(new(s.StepCount, s.Step.Number, s.Step.Technique, s.Step.Text, s.Cycle, s.Nanoseconds / 1e9, double.NaN, null, ""));
            }
            else if (marker is StepEnded e && steps.Count > 0 && steps[^1].StepCount == e.StepCount)
            {
                steps[^1] = steps[^1] with { EndedSeconds = e.Nanoseconds / 1e9, Reason = e.Reason, EndText = e.Text };
            }
        }
        return steps;
    }

    /// <summary>The segments.</summary>
    public List<SegmentRow> Segments()
    {
        var segments = new List<SegmentRow>();
        foreach (var (marker, _) in All())
        {
            if (marker is SegmentStarted s)
            {
                segments.Add(new(s, null));
            }
            else if (marker is SegmentEnded e && segments.Count > 0 && segments[^1].Started.StepCount == e.StepCount)
            {
                segments[^1] = segments[^1] with { Ended = e };
            }
        }
        return segments;
    }

    void Define()
    {
        // Definitions are few and their ids rise; those of a run that is being recorded are read when they are new.
        var last = _definitions.Count == 0 ? 0 : _definitions.Keys.Max();
        foreach (var (id, content) in query.Rows("SELECT id, content FROM definitions WHERE id > @0", r => (r.GetInt64(0), r.GetString(1)), last))
        {
            _definitions[id] = content;
        }
    }

    MarkerRow Row(Microsoft.Data.Sqlite.SqliteDataReader r)
    {
        var kind = r.GetString(3);
        return new(kind, r.Integer(4), r.Integer(5), r.IsDBNull(6) ? null : Definition(r.GetInt64(6), kind), r.GetString(7));
    }

    object Definition(long id, string kind)
    {
        if (!_definitions.ContainsKey(id))
        {
            Define();
        }
        if (!_definitions.TryGetValue(id, out var definition))
        {
            throw new InvalidDataException($"definition {id} of a {kind} is missing");
        }
        if (definition is string content)
        {
            _definitions[id] = definition = kind == MarkerCodec.StepStartedKind ? MarkerCodec.ReadStep(content) : MarkerCodec.ReadSegment(content);
        }
        return definition;
    }
}
