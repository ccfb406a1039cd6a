namespace CoinRig.FaultyDisk;

/// <summary>SQLite's locks of a file, among the connections that have it open (sqlite.org/lockingv3.html).</summary>
sealed class FileLocks
{
    internal const int None = 0;
    internal const int Shared = 1;
    internal const int Reserved = 2;
    internal const int Pending = 3;
    internal const int Exclusive = 4;

    readonly Dictionary<OpenFile, int> _levels = [];

    /// <summary>Whether somebody is about to write.</summary>
    internal bool IsReserved => _levels.Values.Any(l => l >= Reserved);

    internal int LevelOf(OpenFile file) => _levels.GetValueOrDefault(file);

    /// <summary>Takes a lock.</summary>
    /// <returns>False where others stand against it; who wanted all may then hold the pending lock, which keeps new readers out.</returns>
    internal bool Take(OpenFile file, int level)
    {
        var own = LevelOf(file);
        if (level <= own)
        {
            return true;
        }
        var others = _levels.Where(l => l.Key != file).Select(l => l.Value).DefaultIfEmpty(None).Max();
        if (others >= (level == Shared ? Pending : level >= Reserved ? Reserved : None))
        {
            return false;
        }
        if (level == Exclusive && others >= Shared)
        {
            _levels[file] = Pending;
            return false;
        }
        _levels[file] = level;
        return true;
    }

    /// <summary>Lets go down to a level.</summary>
    internal void Release(OpenFile file, int level)
    {
        if (level == None)
        {
            _levels.Remove(file);
        }
        else if (LevelOf(file) > level)
        {
            _levels[file] = level;
        }
    }
}
