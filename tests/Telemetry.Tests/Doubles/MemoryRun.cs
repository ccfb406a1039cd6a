using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Telemetry.Tests.Doubles;

/// <summary>A run that grows in memory, and its cursors.</summary>
sealed class MemoryRun : IRunSource, ISinkCursor
{
    readonly Lock _lock = new();
    readonly List<Sample> _samples = [];
    readonly List<ResultRow> _results = [];
    readonly List<RigEvent> _events = [];
    readonly Dictionary<string, RunCursor> _cursors = [];

    public MemoryRun(long samples = 0) => Record(samples);

    public RunHeader Header { get; init; } = new()
    {
        RunId = "gitt-ncm523-lpo__001",
        StartedUtc = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        ProtocolName = "gitt",
        ProtocolText = "",
        CellName = "ncm523-lpo",
        CellText = "",
        ProfileName = "reference",
        ProfileText = "",
        Channel = 1,
        Source = "twin",
        Seed = 1,
        SoftwareVersion = "0.1.0",
    };

    public static ResultRow Result { get; } = new("step_resistance", 12.5, "ohm", 0.25, ["charge-transfer-included"], 2, 7, 61.5,
        new Dictionary<string, object> { ["at_seconds"] = 0.08, ["pulse"] = 3L });

    public long LastSequence
    {
        get
        {
            lock (_lock)
            {
                return _samples.Count;
            }
        }
    }

    /// <summary>How often a cursor was saved that went back.</summary>
    public int StepsBack { get; private set; }

    public void Record(long count)
    {
        lock (_lock)
        {
            for (var i = 0; i < count; i++)
            {
                _samples.Add(SampleAt(_samples.Count + 1));
            }
        }
    }

    public void Record(ResultRow result)
    {
        lock (_lock)
        {
            _results.Add(result);
        }
    }

    public void Record(RigEvent happened)
    {
        lock (_lock)
        {
            _events.Add(happened);
        }
    }

    public static Sample SampleAt(long sequence) => new()
    {
        Sequence = sequence,
        VoltageNanoseconds = sequence * 100_000_000,
        CurrentNanoseconds = sequence * 100_000_000 + 40_000_000,
        Volts = 3 + Math.Sin(sequence),
        Amperes = 1e-4 * Math.Cos(sequence),
        NetCoulombs = sequence / 3.0,
        NetJoules = sequence / 7.0,
        DegreesCelsius = double.NaN,
        StepCount = 1,
        Cycle = 1,
    };

    public int ReadSamples(long afterSequence, Span<Sample> samples)
    {
        lock (_lock)
        {
            var count = (int)Math.Min(samples.Length, _samples.Count - afterSequence);
            _samples.GetRange((int)afterSequence, count).CopyTo(samples);
            return count;
        }
    }

    public IReadOnlyList<(long Id, ResultRow Row)> ReadResults(long afterId, int most)
    {
        lock (_lock)
        {
            return [.. _results.Select((row, i) => (Id: i + 1L, row)).Where(r => r.Id > afterId).Take(most)];
        }
    }

    public IReadOnlyList<(long Id, RigEvent Event)> ReadEvents(long afterId, int most)
    {
        lock (_lock)
        {
            return [.. _events.Select((happened, i) => (Id: i + 1L, happened)).Where(r => r.Id > afterId).Take(most)];
        }
    }

    public RunCursor Read(string sink)
    {
        lock (_lock)
        {
            return _cursors.GetValueOrDefault(sink);
        }
    }

    public void Save(string sink, RunCursor cursor)
    {
        lock (_lock)
        {
            StepsBack += cursor.Sequence < _cursors.GetValueOrDefault(sink).Sequence ? 1 : 0;
            _cursors[sink] = cursor;
        }
    }
}
