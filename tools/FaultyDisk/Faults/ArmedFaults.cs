namespace CoinRig.FaultyDisk;

/// <summary>The faults that are still to come or last.</summary>
sealed class ArmedFaults
{
    readonly List<(DiskFault Fault, long Seen)> _faults = [];

    internal void Arm(DiskFault fault) => _faults.Add((fault, 0));

    internal void Clear() => _faults.Clear();

    /// <summary>The faults that strike an operation, each once for it.</summary>
    internal IEnumerable<DiskFault> Strike(Operation operation)
    {
        for (var i = 0; i < _faults.Count; i++)
        {
            var (fault, seen) = _faults[i];
            if (!Concerns(fault.Kind, operation))
            {
                continue;
            }
            _faults[i] = (fault, ++seen);
            if (seen >= fault.At && seen - fault.At < fault.Count)
            {
                yield return fault;
            }
        }
        _faults.RemoveAll(f => f.Seen - f.Fault.At >= f.Fault.Count - 1);
    }

    static bool Concerns(DiskFaultKind kind, Operation operation) => kind switch
    {
        DiskFaultKind.ReadError => operation == Operation.Read,
        DiskFaultKind.WriteError or DiskFaultKind.ShortWrite => operation == Operation.Write,
        DiskFaultKind.SyncError or DiskFaultKind.SyncIgnored => operation is Operation.Sync or Operation.SyncFolder,
        _ => operation != Operation.Read,
    };
}
