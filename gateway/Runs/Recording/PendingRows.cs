using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>Markers and results that wait for the next commit, numbered in the order of the feed.</summary>
sealed class PendingRows
{
    readonly MarkerCodec _codec = new();
    readonly Dictionary<object, long> _definitionIds = new(ReferenceEqualityComparer.Instance);
    readonly List<(long Id, object Definition)> _definitions = [];
    readonly List<(long Position, long AfterSequence, long Nanoseconds, MarkerRow Row)> _markers = [];
    readonly List<(long Id, long AfterMarker, ResultRow Row)> _results = [];
    long _position;
    long _resultId;

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => _markers.Count == 0 && _results.Count == 0;

    /// <summary>The last marker's position, which is an event's id.</summary>
    public long Position => _position;

    /// <summary>Takes a marker.</summary>
    public void Add(Marker marker, long afterSequence)
    {
        var row = _codec.ToRow(marker);
        if (row.Definition is { } definition && _definitionIds.TryAdd(definition, _definitionIds.Count + 1))
        {
            _definitions.Add((_definitionIds.Count, definition));
        }
        _markers.Add((++_position, afterSequence, marker.Nanoseconds, row));
    }

    /// <summary>Takes a result.</summary>
    public void Add(ResultRow result) => _results.Add((++_resultId, _position, result));

    /// <summary>Writes all that waits; it goes on waiting until <see cref="Clear"/>.</summary>
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

    /// <summary>Nothing waits any more.</summary>
    public void Clear()
    {
        _definitions.Clear();
        _markers.Clear();
        _results.Clear();
    }
}
