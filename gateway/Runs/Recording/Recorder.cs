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
    /// <summary>The event of a recorder that could not store everything.</summary>
    internal const string FaultCode = "recorder-fault";

    readonly RunFile _file;
    readonly Feed _feed;
    readonly CommitRule _rule;
    readonly CommitTiming _timing;
    readonly PendingSamples _samples = new();
    readonly PendingRows _rows = new();
    readonly PendingCursors _cursors;
    readonly ReadersAlong _readers;
    Sample _state;
    SegmentState _segment;
    ProgramPosition? _position;
    RunEnded? _end;
    bool _stateIsNew;
    bool _commitAsked;
    bool _isClosed;
    long _lastSequence;
    long _committedSequence;
    long _lostSamples;
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
        _timing = new(rule);
        _cursors = new(file.Path);
        _readers = new(readers, Tell);
        if (file.Continuation is { } before)
        {
            _samples.Continue(before);
            _rows.Continue(before);
            _lastSequence = _committedSequence = before.LastSequence;
            (_state, _position, _segment) = before.Checkpoint is { } c ? (c.State, c.Position, c.Segment) : default;
            _timing.Continue(_state.VoltageNanoseconds);
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

    /// <summary>Asks for a commit of all that is in the feed now; the next <see cref="Drain()"/> makes it. May be called from any thread.</summary>
    public void AskCommit()
    {
        Volatile.Write(ref _commitAsked, true);
        CommitAsked?.Invoke();
    }

    /// <summary>Wakes who drains it.</summary>
    internal Action? CommitAsked { get; set; }

    bool HasUncommitted => _samples.Waiting > 0 || (_timing.IsChanging ? _rows.HasSettled : !_rows.IsEmpty) || _stateIsNew || !_cursors.IsEmpty;

    /// <summary>
    /// Moves everything that waits in the feed, and commits what has waited for too long where the feed tells no time, as while a cell is
    /// connected. Never throws for a full or lost disk: see <see cref="Fault"/>.
    /// </summary>
    /// <param name="nanoseconds">The time of a clock, always the same one.</param>
    /// <returns>How many entries were moved.</returns>
    public int Drain(long nanoseconds)
    {
        var moved = Drain();
        if (HasUncommitted && _timing.WaitsTooLong(nanoseconds))
        {
            Commit();
        }
        return moved;
    }

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
            if (_timing.IsDue && HasUncommitted)
            {
                Commit();
            }
        }
        if (asked)
        {
            TryCommit(_samples.IsFull);
            Volatile.Write(ref _commitAsked, false);
        }
        return moved;
    }

    /// <summary>
    /// Commits what waits, whatever the rule says; between the end of a segment and the beginning of the next only what was before, because from there an
    /// interrupted run can go on.
    /// </summary>
    public void Commit() => TryCommit(_samples.IsFull, settledOnly: _timing.IsChanging);

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
            Add(new RigEvent(_timing.Now, FaultCode, EventSeverity.Alarm, _lostSamples == 0 ? fault
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
        _readers.OnSample(sample);
        if (_samples.IsFull || _samples.Waiting >= _rule.Samples)
        {
            Commit();
        }
    }

    void TakeState(in Sample state, in SegmentState segment)
    {
        _segment = segment;
        _state = state;
        _state.Sequence = _lastSequence;
        _stateIsNew = true;
        _timing.State(state.VoltageNanoseconds);
    }

    void Take(Marker marker)
    {
        if (_timing.Marker(marker))
        {
            _rows.Settle();
        }
        _position = (marker as StepStarted)?.Position ?? _position;
        _end = marker as RunEnded ?? _end;
        Add(marker);
        if (marker is RunEnded or RigEvent { Severity: EventSeverity.Alarm } or RigEvent { Code: ResumePoint.SuspendedCode } || (_rule.OnStepChange && marker is StepStarted))
        {
            TryCommit(seal: marker is RunEnded);
        }
    }

    void Add(Marker marker)
    {
        _rows.Add(marker, _lastSequence);
        _readers.OnMarker(marker, _rows.Add);
    }

    void Tell(IRunReader reader, Exception error) => Add(new RigEvent(_timing.Now, "reader-failed", EventSeverity.Warning,
        $"'{reader.Name}' failed and reads no further ({error.Message.TrimEnd('.')}). The run goes on and its data are recorded."));

    void TryCommit(bool seal, bool isLastTry = false, bool settledOnly = false)
    {
        if (Fault is not null && !isLastTry)
        {
            return;
        }
        try
        {
            Write(seal, settledOnly);
            _samples.Committed(seal || _samples.IsFull);
            _rows.Committed(Results, settledOnly);
            _cursors.Committed();
            _stateIsNew = false;
            _timing.Committed();
            Interlocked.Exchange(ref _committedSequence, _lastSequence);
        }
        catch (Exception error) when (error is SqliteException or IOException)
        {
            Fail(error);
        }
    }

    void Write(bool seal, bool settledOnly)
    {
        var writer = _file.Writer;
        writer.Begin();
        try
        {
            _samples.Write(writer, seal);
            _rows.Write(writer, settledOnly);
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
