namespace CoinRig.Runs;

/// <summary>Cursors that sinks saved while the run is recorded. Any thread may save; the recorder writes them.</summary>
sealed class PendingCursors(string path)
{
    readonly Lock _lock = new();
    readonly Dictionary<string, RunCursor> _saved = [];
    readonly Dictionary<string, RunCursor> _written = [];
    bool _isDirect;

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _saved.Count == 0;
            }
        }
    }

    /// <summary>Saves a cursor.</summary>
    public void Save(string sink, RunCursor cursor)
    {
        lock (_lock)
        {
            if (!_isDirect)
            {
                _saved[sink] = cursor;
                return;
            }
        }
        RunCursors.Save(path, sink, cursor);
    }

    /// <summary>Writes what waits.</summary>
    public void Write(RunWriter writer)
    {
        lock (_lock)
        {
            _written.Clear();
            foreach (var (sink, cursor) in _saved)
            {
                writer.Cursor(sink, cursor);
                _written.Add(sink, cursor);
            }
        }
    }

    /// <summary>What was written was committed.</summary>
    public void Committed()
    {
        lock (_lock)
        {
            foreach (var (sink, cursor) in _written)
            {
                if (_saved[sink] == cursor)
                {
                    _saved.Remove(sink);
                }
            }
            _written.Clear();
        }
    }

    /// <summary>The recorder has closed the file: what was saved since its last commit, and all from now on, goes into the file directly.</summary>
    public void WriteDirectly()
    {
        lock (_lock)
        {
            _isDirect = true;
            foreach (var (sink, cursor) in _saved)
            {
                TryWriteDirectly(sink, cursor);
            }
            _saved.Clear();
        }
    }

    void TryWriteDirectly(string sink, RunCursor cursor)
    {
        try
        {
            RunCursors.Save(path, sink, cursor);
        }
        catch (RunFileException)
        {
            // The recorder has told of the disk; a position that is lost costs a repeat.
        }
    }
}
