using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>Markers and results that wait for the next commit, numbered in the order of the feed.</summary>
sealed class PendingRows
{
    readonly Dictionary<string, long> _known = [];
    readonly MarkerCodec _codec = new();
    readonly Dictionary<object, long> _definitionIds = new(ReferenceEqualityComparer.Instance);
    readonly List<(long Id, object Definition)> _definitions = [];
    readonly List<(long Position, long AfterSequence, long Nanoseconds, MarkerRow Row)> _markers = [];
    readonly List<(long Id, long AfterMarker, ResultRow Row)> _results = [];
    long _position;
    long _resultId;
    long _lastDefinition;

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => _markers.Count == 0 && _results.Count == 0;

    /// <summary>The last marker's position, which is an event's id.</summary>
    public long Position => _position;

    /// <summary>Goes on after what a file holds.</summary>
    public void Continue(Continuation file)
    {
        (_position, _resultId) = (file.LastPosition, file.LastResultId);
        foreach (var (id, content) in file.Definitions)
        {
            _known[content] = id;
            _lastDefinition = Math.Max(_lastDefinition, id);
        }
        _codec.Continue(file.Step);
    }

    /// <summary>Takes a marker.</summary>
    public void Add(Marker marker, long afterSequence)
    {
        var row = _codec.ToRow(marker);
        if (row.Definition is { } definition && !_definitionIds.ContainsKey(definition))
        {
            Define(definition);
        }
        _markers.Add((++_position, afterSequence, marker.Nanoseconds, row));
    }

    /// <summary>A definition that an interrupted run has written already keeps its id.</summary>
    void Define(object definition)
    {
        if (_known.Count > 0 && _known.TryGetValue(MarkerCodec.Define(definition), out var id))
        {
            _definitionIds.Add(definition, id);
            return;
        }
        _definitionIds.Add(definition, ++_lastDefinition);
        _definitions.Add((_lastDefinition, definition));
    }

    /// <summary>Takes a result.</summary>
    public void Add(ResultRow result) => _results.Add((++_resultId, _position, result));

    /// <summary>Writes all that waits; it goes on waiting until <see cref="Committed"/>.</summary>
    public void Write(RunWriter writer)
    {
        foreach (var (id, definition) in _definitions)
        {
            writer.Definition(id, definition);
        }
        foreach (var (position, afterSequence, nanoseconds, row) in _markers)
        {
            writer.Marker(position, afterSequence, nanoseconds, row, row.Definition is { } d ? _definitionIds[d] : null);
        }
        foreach (var (id, afterMarker, row) in _results)
        {
            writer.Result(id, afterMarker, row);
        }
    }

    /// <summary>All that waited is in the file, and nothing waits any more.</summary>
    /// <param name="results">Is told the results among it.</param>
    public void Committed(CommittedResults results)
    {
        foreach (var (_, _, row) in _results)
        {
            results.Add(row);
        }
        _definitions.Clear();
        _markers.Clear();
        _results.Clear();
    }
}
