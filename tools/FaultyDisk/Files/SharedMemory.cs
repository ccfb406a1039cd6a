using System.Runtime.InteropServices;

namespace CoinRig.FaultyDisk;

/// <summary>
/// The memory that connections to a database in WAL mode share, with its eight locks (sqlite.org/walformat.html 2). It is gone when the last
/// connection lets go of it, as the file behind it would be begun anew by the next.
/// </summary>
sealed unsafe class SharedMemory
{
    readonly Dictionary<OpenFile, (int Shared, int Exclusive)> _holders = [];
    readonly List<nint> _regions = [];

    /// <summary>How many regions exist in the process; for tests.</summary>
    internal static int Living;

    internal void Attach(OpenFile file) => _holders.TryAdd(file, (0, 0));

    /// <summary>A region; null where there is none and none is to be made.</summary>
    internal nint Region(int number, int bytes, bool make)
    {
        while (make && _regions.Count <= number)
        {
            _regions.Add((nint)NativeMemory.AllocZeroed((nuint)bytes));
            Interlocked.Increment(ref Living);
        }
        return number < _regions.Count ? _regions[number] : 0;
    }

    /// <summary>Takes locks or lets go of them.</summary>
    /// <returns>False where others stand against it.</returns>
    internal bool Lock(OpenFile file, int mask, bool take, bool exclusive)
    {
        var (shared, exclusively) = _holders[file];
        if (!take)
        {
            _holders[file] = (shared & ~mask, exclusively & ~mask);
            return true;
        }
        foreach (var (other, held) in _holders)
        {
            if (other != file && (mask & (exclusive ? held.Shared | held.Exclusive : held.Exclusive)) != 0)
            {
                return false;
            }
        }
        _holders[file] = exclusive ? (shared, exclusively | mask) : (shared | mask, exclusively);
        return true;
    }

    /// <summary>A connection lets go.</summary>
    /// <returns>Whether it was the last.</returns>
    internal bool Detach(OpenFile file)
    {
        _holders.Remove(file);
        if (_holders.Count > 0)
        {
            return false;
        }
        foreach (var region in _regions)
        {
            NativeMemory.Free((void*)region);
            Interlocked.Decrement(ref Living);
        }
        _regions.Clear();
        return true;
    }
}
