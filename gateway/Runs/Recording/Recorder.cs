using CoinRig.Control;
using Microsoft.Data.Sqlite;

namespace CoinRig.Runs;

/// <summary>
/// Moves the feed of a scan into its run _file. One thread at a time calls it (<see cref="RecorderThread"/> for one); only
/// <see cref="SaveCursor"/> may be called from any. A sample, the markers around it, the results that readers drew from them, the integrals
/// and the program's position are committed together.
/// </summary>
public sealed class Recorder : IDisposable
{
    readonly RunFile _file;
    readonly Feed _feed;
    readonly CommitRule _rule;
    readonly PendingSamples _samples = new();
    readonly PendingRows _rows = new();
    readonly PendingCursors _cursors;
    readonly List<IRunReader> _readers;
    Sample _state;
    SegmentState _segment;
    bool _isChanging;
    ProgramPosition? _position;
    RunEnded? _end;
    bool _stateIsNew;
    bool _commitAsked;
    bool _isClosed;
    long _lastSequence;
    long _committedSequence;
    long _lostSamples;
    long _now;
    long _lastCommit;
    string? _fault;

    /// <summary>Makes a recorder; of an interrupted run that goes on, its readers have read what is there.</summary>
    /// <param name="file">The file; the recorder closes it.</param>
    /// <param name="feed">What the scan writes.</param>
    /// <param name="readers">Who reads along, in this order.</param>
    /// <param name="rule">When to commit.</param>
    public Recorder(RunFile file, Feed feed, IReadOnlyList<IRunReader> readers, CommitRule rule)
    {
        _file = file;
        _feed = feed;
        _rule = rule;
        _cursors = new(file.Path);
        _readers = [.. readers];
        if (file.Continuation is { } before)
        {
            _samples.Continue(before);
            _rows.Continue(before);
            _lastSequence = _committedSequence = before.LastSequence;
            (_state, _position, _segment) = before.Checkpoint is { } c ? (c.State, c.Position, c.Segment) : default;
            _now = _lastCommit = _state.VoltageNanoseconds;
        }
    }

    /// <summary>The run file's path.</summary>
    public string Path => _file.Path;

    /// <summary>Why nothing is recorded any more, in words; null while all is well.</summary>
    public string? Fault => Volatile.Read(ref _fault);

    /// <summary>The last sample that is safe in the file; may be read from any thread.</summary>
    public long CommittedSequence => Interlocked.Read(ref _committedSequence);

    /// <summary>The results that are in the file.</summary>
    public CommittedResults Results { get; init; } = new();

    /// <summary>Whether a commit that was asked for with <see cref="AskCommit"/> is still to come; may be read from any thread.</summary>
    public bool IsCommitAsked => Volatile.Read(ref _commitAsked) && Fault is null;

    /// <summary>Asks for a commit of all that is in the feed now; the next <see cref="Drain"/> makes it. May be called from any thread.</summary>
    public void AskCommit() => Volatile.Write(ref _commitAsked, true);

    /// <summary>Whether something waits for a commit.</summary>
    public bool HasUncommitted => _samples.Waiting > 0 || !_rows.IsEmpty || _stateIsNew || !_cursors.IsEmpty;

    /// <summary>The rule by which it commits.</summary>
    public CommitRule Rule => _rule;

    /// <summary>Moves everything that waits in the feed. Never throws for a full or lost disk: see <see cref="Fault"/>.</summary>
    /// <returns>How many entries were moved.</returns>
    public int Drain()
    {
        var moved = 0;
        // What was written before somebody asked is in the feed by now.
        var asked = Volatile.Read(ref _commitAsked);
        while (_feed.TryRead(out var entry))
        {
            moved++;
            switch (entry.Kind)
            {
                case FeedKind.Sample:
                    Take(entry.Sample, entry.Segment);
                    break;
                case FeedKind.Checkpoint:
                    TakeState(entry.Sample, entry.Segment);
                    break;
                case FeedKind.Marker:
                    Take(entry.Marker!);
                    break;
            }
            // Between the end of a step and the beginning of the next there is nowhere to go on from.
            if (_now - _lastCommit >= _rule.Nanoseconds && HasUncommitted && !_isChanging)
            {
                Commit();
            }
        }
        if (asked)
        {
            Commit();
            Volatile.Write(ref _commitAsked, false);
        }
        return moved;
    }

    /// <summary>Commits what waits, whatever the rule says.</summary>
    public void Commit() => TryCommit(_samples.IsFull);

    /// <summary>Keeps a sink's cursor with the next commit; at once where the run is over. May be called from any thread.</summary>
    /// <param name="sink">The sink's name.</param>
    /// <param name="cursor">How far it has got.</param>
    public void SaveCursor(string sink, RunCursor cursor) => _cursors.Save(sink, cursor);

    /// <summary>
    /// Drains the feed, commits and closes the file. After a fault it tries once more, with all that was kept and an event that tells of it.
    /// </summary>
    public void Dispose()
    {
        if (_isClosed)
        {
            return;
        }
        _isClosed = true;
        Drain();
        _file.ReleaseReserve();
        if (Fault is { } fault)
        {
            Add(new RigEvent(_now, "recorder-fault", EventSeverity.Alarm, _lostSamples == 0 ? fault
                : $"{fault} {_lostSamples} samples after number {_lastSequence} were not kept."));
        }
        TryCommit(seal: true, isLastTry: true);
        _file.Dispose();
        _cursors.WriteDirectly();
    }

    void Take(in Sample sample, in SegmentState segment)
    {
        if (_samples.IsGap(sample))
        {
            TryCommit(seal: true);
        }
        if (_samples.IsFull || _samples.IsGap(sample))
        {
            _lostSamples++;
            return;
        }
        _samples.Add(sample);
        _lastSequence = sample.Sequence;
        TakeState(sample, segment);
        for (var i = 0; i < _readers.Count; i++)
        {
            try
            {
                _readers[i].OnSample(sample);
            }
            catch (Exception error)
            {
                Drop(i--, error);
            }
        }
        if (_samples.IsFull || _samples.Waiting >= _rule.Samples)
        {
            Commit();
        }
    }

    void TakeState(in Sample state, in SegmentState segment)
    {
        _isChanging = false;
        _segment = segment;
        _state = state;
        _state.Sequence = _lastSequence;
        _stateIsNew = true;
        _now = Math.Max(_now, state.VoltageNanoseconds);
    }

    void Take(Marker marker)
    {
        _now = Math.Max(_now, marker.Nanoseconds);
        _isChanging = marker is SegmentEnded or StepEnded || (_isChanging && marker is not (StepStarted or SegmentStarted));
        _position = (marker as StepStarted)?.Position ?? _position;
        _end = marker as RunEnded ?? _end;
        Add(marker);
        if (marker is RunEnded or RigEvent { Severity: EventSeverity.Alarm } || (_rule.OnStepChange && marker is StepStarted))
        {
            TryCommit(seal: marker is RunEnded);
        }
    }

    void Add(Marker marker)
    {
        _rows.Add(marker, _lastSequence);
        for (var i = 0; i < _readers.Count; i++)
        {
            try
            {
                _readers[i].OnMarker(marker, _rows.Add);
            }
            catch (Exception error)
            {
                Drop(i--, error);
            }
        }
    }

    void Drop(int index, Exception error)
    {
        var reader = _readers[index];
        _readers.RemoveAt(index);
        Add(new RigEvent(_now, "reader-failed", EventSeverity.Warning,
            $"'{reader.Name}' failed and reads no further ({error.Message.TrimEnd('.')}). The run goes on and its data are recorded."));
    }

    void TryCommit(bool seal, bool isLastTry = false)
    {
        if (Fault is not null && !isLastTry)
        {
            return;
        }
        try
        {
            Write(seal);
            _samples.Committed(seal || _samples.IsFull);
            _rows.Committed(Results);
            _cursors.Committed();
            _stateIsNew = false;
            _lastCommit = _now;
            Interlocked.Exchange(ref _committedSequence, _lastSequence);
        }
        catch (Exception error) when (error is SqliteException or IOException)
        {
            Fail(error);
        }
    }

    void Write(bool seal)
    {
        var writer = _file.Writer;
        writer.Begin();
        try
        {
            _samples.Write(writer, seal);
            _rows.Write(writer);
            _cursors.Write(writer);
            if (_stateIsNew)
            {
                writer.Checkpoint(_state, _segment, _position);
            }
            if (_end is not null)
            {
                writer.End(_end);
            }
            writer.Commit();
        }
        catch
        {
            Undo(writer);
            throw;
        }
    }

    static void Undo(RunWriter writer)
    {
        try
        {
            writer.Rollback();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does on a full disk.
        }
    }

    /// <summary>Ends the recording because of a fault that no retry mends; the scan stops safely.</summary>
    internal void GiveUp(Exception error) => Fail(error);

    void Fail(Exception error)
    {
        var words = error is SqliteException sqlite ? RunDatabase.InWords(sqlite, _file.Path).Message : $"{_file.Path}: {error.Message}";
        Volatile.Write(ref _fault, $"Recording stopped after sample {CommittedSequence}. {words}");
        _feed.ReaderFault ??= new RunFileException(_fault!, error);
    }
}
