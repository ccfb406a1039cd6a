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
    (int Definitions, int Markers, int Results) _settled;
    long _position;
    long _resultId;
    long _lastDefinition;

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => _markers.Count == 0 && _results.Count == 0;

    /// <summary>Whether something waits that was there before the change that goes on.</summary>
    public bool HasSettled => _settled is not (0, 0, 0);

    /// <summary>A change begins: what waits now may be committed without what is to come.</summary>
    public void Settle() => _settled = (_definitions.Count, _markers.Count, _results.Count);

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
    /// <param name="writer">Writes it.</param>
    /// <param name="settledOnly">Without what came since a change began.</param>
    public void Write(RunWriter writer, bool settledOnly)
    {
        var (definitions, markers, results) = Counts(settledOnly);
        foreach (var (id, definition) in _definitions.Take(definitions))
        {
            writer.Definition(id, definition);
        }
        foreach (var (position, afterSequence, nanoseconds, row) in _markers.Take(markers))
        {
            writer.Marker(position, afterSequence, nanoseconds, row, row.Definition is { } d ? _definitionIds[d] : null);
        }
        foreach (var (id, afterMarker, row) in _results.Take(results))
        {
            writer.Result(id, afterMarker, row);
        }
    }

    /// <summary>What was written is in the file, and waits no more.</summary>
    /// <param name="committed">Is told the results among it.</param>
    /// <param name="settledOnly">Whether it was without what came since a change began.</param>
    public void Committed(CommittedResults committed, bool settledOnly)
    {
        var (definitions, markers, results) = Counts(settledOnly);
        foreach (var (_, _, row) in _results.Take(results))
        {
            committed.Add(row);
        }
        _definitions.RemoveRange(0, definitions);
        _markers.RemoveRange(0, markers);
        _results.RemoveRange(0, results);
        _settled = default;
    }

    (int Definitions, int Markers, int Results) Counts(bool settledOnly) => settledOnly ? _settled : (_definitions.Count, _markers.Count, _results.Count);
}
