using CoinRig.Runs;

namespace CoinRig.FaultyDisk;

/// <summary>
/// A disk in memory with the faults that it is given, under a seed. Paths below <see cref="Root"/> are on it, for SQLite and for everything that
/// <c>gateway/Runs</c> does with files; what was written since the last sync is what a power cut may take away. Any thread may use it.
/// </summary>
public sealed partial class Disk : IDisposable
{
    /// <summary>How large it is where nobody says that it is full, bytes.</summary>
    const long Size = 1L << 40;

    static int _made;

    readonly Lock _gate = new();
    readonly Names _names = new();
    readonly ArmedFaults _faults = new();
    readonly HashSet<OpenFile> _open = [];
    readonly HashSet<string> _taken = [];
    readonly Random _random;
    readonly DiskPlace _place;
    readonly DiskVfs _vfs;
    long _order;
    long _capacity = Size;
    int _process;
    DiskFaultKind? _stoppedBy;

    /// <summary>Makes an empty one.</summary>
    /// <param name="seed">What chance decides: where a write is torn, and what a power cut leaves.</param>
    public Disk(int seed)
    {
        _random = new(seed);
        Root = $"/faulty-disk-{Interlocked.Increment(ref _made):00000000}";
        _names.Add(0, Root, null);
        _names.Sync(Path.GetDirectoryName(Root)!);
        _vfs = new(this, Root[1..]);
        _place = new(this, _vfs.Name);
        RunPlace.Mount(Root, _place);
    }

    /// <summary>The folder that is this disk.</summary>
    public string Root { get; }

    /// <summary>SQLite's name for it, the <c>Vfs</c> of a connection to a file on it.</summary>
    public string Vfs => _vfs.Name;

    /// <summary>Whether the power is off or the process was killed: everything is refused until <see cref="Restart"/>.</summary>
    public bool IsStopped => StoppedBy is not null;

    /// <summary>What stopped everything: a power cut or a kill; null while it works.</summary>
    public DiskFaultKind? StoppedBy
    {
        get
        {
            lock (_gate)
            {
                return _stoppedBy;
            }
        }
    }

    /// <summary>How many changes there were: writes, truncations, syncs, names.</summary>
    public long Changes => Volatile.Read(ref _order);

    /// <summary>How many files are open, of whichever process.</summary>
    public int OpenFiles
    {
        get
        {
            lock (_gate)
            {
                return _open.Count;
            }
        }
    }

    /// <summary>Space that is left, bytes.</summary>
    public long FreeBytes
    {
        get
        {
            lock (_gate)
            {
                return Free;
            }
        }
    }

    /// <summary>Is told how long a slow change takes, ns.</summary>
    public Action<long>? Delayed { get; set; }

    /// <summary>Is called before every change.</summary>
    public Action? Changing { get; set; }

    /// <summary>Is told every fault that strikes, in words.</summary>
    public Action<string>? Trace { get; set; }

    /// <summary>Told of each fault that strikes.</summary>
    public Action<DiskFault>? Struck { get; init; }

    long Free => Math.Max(0, _capacity - _names.Files.Sum(f => f.Value.Length));

    /// <summary>Something goes wrong from now on.</summary>
    public void Arm(DiskFault fault)
    {
        lock (_gate)
        {
            _faults.Arm(fault);
        }
    }

    /// <summary>All faults are over, and there is room again.</summary>
    public void Mend()
    {
        lock (_gate)
        {
            _faults.Clear();
            _capacity = Size;
        }
    }

    /// <summary>The process is killed now.</summary>
    public void Kill() => Stop(DiskFaultKind.ProcessKilled);

    /// <summary>The power goes now.</summary>
    public void CutPower() => Stop(DiskFaultKind.PowerCut);

    /// <summary>
    /// A new process begins; after a power cut with one of the states that the disk may be left in. Faults that are still to come are forgotten.
    /// What the old process had open is closed before, so that nothing of it meddles with the new one.
    /// </summary>
    public void Restart()
    {
        lock (_gate)
        {
            if (_stoppedBy is DiskFaultKind.PowerCut)
            {
                var files = _names.All.ToArray();
                var left = PowerCut.Draw(_names, _random);
                Trace?.Invoke($"power is back; the disk holds {left}");
                _names.Restart(Root);
                foreach (var file in files)
                {
                    file.Restart();
                }
            }
            foreach (var file in _names.All)
            {
                file.DropProcess();
            }
            _taken.Clear();
            _faults.Clear();
            _process++;
            _stoppedBy = null;
        }
    }

    /// <summary>Another disk that is as this one is now, with nothing open; what is pending here is pending there.</summary>
    /// <param name="seed">What chance decides there.</param>
    public Disk Copy(int seed)
    {
        var copy = new Disk(seed);
        lock (_gate)
        {
            _names.CopyTo(copy._names, p => copy.Root + p[Root.Length..]);
            (copy._order, copy._capacity) = (_order, _capacity);
        }
        return copy;
    }

    /// <summary>The names of all files, in order.</summary>
    public IReadOnlyList<string> Files()
    {
        lock (_gate)
        {
            return [.. _names.Files.Select(f => f.Key)];
        }
    }

    /// <summary>All bytes of a file; null where there is none.</summary>
    public byte[]? ReadAll(string path)
    {
        lock (_gate)
        {
            return _names.File(path)?.Seen.ToArray();
        }
    }

    /// <summary>Its paths lead nowhere any more. Files that are still open stay usable until they are closed.</summary>
    public void Dispose()
    {
        RunPlace.Unmount(_place);
        _vfs.Dispose();
    }

    void Stop(DiskFaultKind by)
    {
        lock (_gate)
        {
            _stoppedBy = by;
        }
    }

    /// <summary>What becomes of an operation that begins now.</summary>
    Outcome Begin(Operation operation, string path, int process)
    {
        if (_stoppedBy is not null || process != _process)
        {
            return Outcome.Failed;
        }
        var outcome = Outcome.Done;
        if (operation != Operation.Read)
        {
            Changing?.Invoke();
            _order++;
        }
        foreach (var fault in _faults.Strike(operation))
        {
            Trace?.Invoke($"the disk at change {_order}, {operation} of {path[Root.Length..]}: {fault.Kind}");
            Struck?.Invoke(fault);
            switch (fault.Kind)
            {
                case DiskFaultKind.WriteError or DiskFaultKind.ReadError or DiskFaultKind.SyncError:
                    outcome = Outcome.Failed;
                    break;
                case DiskFaultKind.SyncIgnored:
                    outcome = Outcome.Pretended;
                    break;
                case DiskFaultKind.ShortWrite:
                    outcome = Outcome.Torn;
                    break;
                case DiskFaultKind.Slow:
                    Delayed?.Invoke(fault.Amount);
                    break;
                case DiskFaultKind.Full:
                    _capacity = _names.Files.Sum(f => f.Value.Length) + fault.Amount;
                    break;
                default:
                    _stoppedBy = fault.Kind;
                    outcome = Outcome.Last;
                    break;
            }
        }
        return outcome;
    }
}
