using System.Globalization;
using System.Text.Json;
using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>
/// Reads a run file, also while it is recorded. One thread at a time. Every member throws <see cref="RunFileException"/> where the file is
/// damaged.
/// </summary>
public sealed class RunFileReader : IDisposable
{
    const string ResultColumns = "id, name, value, unit, uncertainty, flags, cycle, step, seconds, details";

    readonly Query _query;
    readonly MarkerReading _markers;

    RunFileReader(string path, Query query)
    {
        Path = path;
        _query = query;
        _markers = new MarkerReading(query);
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>The header as it is now.</summary>
    public RunHeader Header => _query.Rows("SELECT * FROM run", static r => new RunHeader
    {
        RunId = r.GetString(1),
        StartedUtc = DateTimeOffset.Parse(r.GetString(2), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        ProtocolName = r.GetString(3),
        ProtocolText = r.GetString(4),
        CellName = r.GetString(5),
        CellText = r.GetString(6),
        ProfileName = r.GetString(7),
        ProfileText = r.GetString(8),
        Channel = r.GetInt32(9),
        Source = r.GetString(10),
        Seed = r.GetInt64(11),
        SoftwareVersion = r.GetString(12),
        State = Words<RunState>.Parse(r.GetString(13)),
        StateMessage = r.GetString(14),
        EndedSeconds = r.Real(15),
    })[0] with
    {
        Resumptions = _markers.Resumptions(),
    };

    /// <summary>The sequence number of the last sample; 0 where there is none.</summary>
    public long LastSequence => _query.Number("SELECT first_sequence + count - 1 FROM samples ORDER BY first_sequence DESC LIMIT 1");

    /// <summary>How many samples there are.</summary>
    public long SampleCount => _query.Number("SELECT sum(count) FROM samples");

    /// <summary>How many results there are.</summary>
    public long ResultCount => _query.Number("SELECT count(*) FROM results");

    /// <summary>Where the run stood at its last commit; null where nothing was recorded.</summary>
    public Checkpoint? Checkpoint => _query.Rows("SELECT * FROM checkpoint", static r => new Checkpoint(
        new Sample
        {
            Sequence = r.GetInt64(1),
            VoltageNanoseconds = r.GetInt64(2),
            CurrentNanoseconds = r.GetInt64(3),
            Volts = r.Real(4),
            Amperes = r.Real(5),
            NetCoulombs = r.Real(6),
            NetJoules = r.Real(7),
            DegreesCelsius = r.Real(8),
            StepCount = r.GetInt32(9),
            SegmentCount = r.GetInt32(10),
            Cycle = r.GetInt32(11),
            Flags = (SampleFlags)r.GetInt64(12),
        },
        r.IsDBNull(13) ? null : new ProgramPosition(r.GetInt32(13), JsonSerializer.Deserialize(r.GetString(14), MarkerJson.Default.IReadOnlyListInt32)!),
        r.FieldCount < 22 ? default : new SegmentState(new(r.GetDouble(15), r.GetDouble(16), r.GetDouble(17), r.GetDouble(18), r.GetInt64(19)), r.GetInt64(20), r.GetInt64(21))))
        .FirstOrDefault();

    /// <summary>Opens a run file.</summary>
    /// <exception cref="RunFileException">There is none, or it is not a run file, or one of a newer version.</exception>
    public static RunFileReader Open(string path) => new(path, new Query(RunFileOpening.Open(path), path));

    /// <summary>The samples after a sequence number, in order. A damaged part throws when it is reached.</summary>
    public IEnumerable<Sample> Samples(long afterSequence = 0)
    {
        var reading = new SampleReading(_query, Path);
        var next = afterSequence + 1;
        while (reading.From(next) is { } samples)
        {
            for (var i = 0; i < samples.Length; i++)
            {
                yield return samples.Span[i];
            }
            next = samples.Span[^1].Sequence + 1;
        }
    }

    /// <summary>Requires that SQLite finds the file's pages whole and each chunk of samples has its checksum.</summary>
    /// <exception cref="RunFileException">It is damaged.</exception>
    public void RequireWhole()
    {
        if (_query.Rows("PRAGMA quick_check", static r => r.GetString(0)) is not ["ok"] and var found)
        {
            throw new RunFileException($"{Path} is damaged: {string.Join("; ", found.Take(3))}. Make a copy and try sqlite3's '.recover' on it.");
        }
        new SampleReading(_query, Path).RequireWhole();
    }

    /// <summary>All markers, in the order of the feed.</summary>
    public IEnumerable<Marker> Markers() => _markers.All().Select(m => m.Marker);

    /// <summary>The results after an id, in order.</summary>
    public IEnumerable<(long Id, ResultRow Row)> Results(long afterId = 0) => _query.Rows(
        $"SELECT {ResultColumns} FROM results WHERE id > @0 ORDER BY id", static r => (r.GetInt64(0), new ResultRow(
            r.GetString(1), r.Real(2), r.GetString(3), r.Real(4), ResultCodec.ReadFlags(r.GetString(5)), r.GetInt32(6), r.GetInt32(7), r.Real(8),
            ResultCodec.ReadDetails(r.GetString(9)))), afterId);

    /// <summary>The events after an id, in order.</summary>
    public IEnumerable<(long Id, RigEvent Event)> Events(long afterId = 0) => _markers.Events(afterId);

    /// <summary>The marks that were set, in the order of their times.</summary>
    public IReadOnlyList<Mark> Marks() => _markers.Marks();

    /// <summary>How punctual the scans were, hour by hour, and last, once the run has ended, in all of it.</summary>
    public IReadOnlyList<ScanTiming> Timings() => _markers.Timings();

    /// <summary>The steps that were begun.</summary>
    public IReadOnlyList<StepRow> Steps() => _markers.Steps();

    /// <summary>The segments that were begun.</summary>
    public IReadOnlyList<SegmentRow> Segments() => _markers.Segments();

    /// <summary>How far a sink has got; zeros where it never saved.</summary>
    public RunCursor Cursor(string sink) => _query.Rows("SELECT sink, sequence, result_id, event_id FROM cursors",
        static r => (Sink: r.GetString(0), Cursor: new RunCursor(r.GetInt64(1), r.GetInt64(2), r.GetInt64(3))))
        .FirstOrDefault(c => c.Sink == sink).Cursor;

    /// <summary>Gives a reader the samples and markers in the order in which they were recorded; of a run that is being recorded, what is there now.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="post">What becomes of its results; null drops them.</param>
    public void Replay(IRunReader reader, Action<ResultRow>? post = null)
    {
        post ??= static _ => { };
        _query.Run("BEGIN");
        try
        {
            using var samples = Samples().GetEnumerator();
            var more = samples.MoveNext();
            foreach (var (marker, afterSequence) in _markers.All())
            {
                for (; more && samples.Current.Sequence <= afterSequence; more = samples.MoveNext())
                {
                    reader.OnSample(samples.Current);
                }
                reader.OnMarker(marker, post);
            }
            for (; more; more = samples.MoveNext())
            {
                reader.OnSample(samples.Current);
            }
        }
        finally
        {
            _query.Run("ROLLBACK");
        }
    }

    /// <summary>The samples of a block that is not full, and where in them the last chunk begins.</summary>
    internal (Sample[] Samples, int LastChunk) OpenBlock()
    {
        var last = LastSequence;
        var first = last / SampleChunk.MostSamples * SampleChunk.MostSamples + 1;
        // A sample that was lost ends a block early.
        var samples = Samples(first - 1).Reverse().TakeWhile((s, i) => s.Sequence == last - i).Reverse().ToArray();
        var chunk = _query.Number("SELECT first_sequence FROM samples ORDER BY first_sequence DESC LIMIT 1");
        return (samples, samples.Length == 0 ? 0 : (int)(chunk - samples[0].Sequence));
    }

    /// <summary>The last marker's position, the last result's id, and what was defined.</summary>
    internal (long Position, long ResultId, List<(long Id, string Content)> Definitions) LastRows() => (
        _query.Number("SELECT max(position) FROM markers"), _query.Number("SELECT max(id) FROM results"),
        _query.Rows("SELECT id, content FROM definitions", static r => (r.GetInt64(0), r.GetString(1))));

    /// <inheritdoc/>
    public void Dispose() => _query.Dispose();
}
