namespace CoinRig.KillRuns;

/// <summary>The bytes of a run file and of its write-ahead log at a moment.</summary>
/// <param name="Database">The file.</param>
/// <param name="Log">The log; empty where there is none.</param>
sealed record DiskState(byte[] Database, byte[] Log)
{
    /// <summary>What a disk writes whole.</summary>
    const int Sector = 512;

    /// <summary>Reads it while the file is open; nobody writes meanwhile.</summary>
    internal static DiskState Of(string path) => new(Read(path), File.Exists(path + "-wal") ? Read(path + "-wal") : []);

    /// <summary>Writes it as files.</summary>
    internal void Write(string path)
    {
        File.WriteAllBytes(path, Database);
        File.WriteAllBytes(path + "-wal", Log);
        File.Delete(path + "-shm");
    }

    /// <summary>
    /// What a power cut may leave between this state, which was synced, and the next: of what was written since, any sectors in any order, or all
    /// of it up to any length. SQLite writes the log first and syncs it; pages of the database are written only afterwards, and the log is not begun
    /// again before they are synced (sqlite.org/wal.html, sqlite.org/atomiccommit.html).
    /// </summary>
    internal DiskState CutBefore(DiskState next, Random random)
    {
        if (next.Database.AsSpan().SequenceEqual(Database) || random.Next(2) == 0)
        {
            return new(Database, Mix(Log, next.Log, random));
        }
        return new(Mix(Database, next.Database, random), next.Log);
    }

    static byte[] Mix(byte[] before, byte[] after, Random random)
    {
        var length = Math.Max(before.Length, after.Length);
        var mixed = new byte[length];
        before.CopyTo(mixed, 0);
        var kind = random.Next(4);
        var until = random.Next(length / Sector + 1) * Sector;
        var part = random.NextDouble();
        for (var at = 0; at < after.Length; at += Sector)
        {
            var count = Math.Min(Sector, after.Length - at);
            var isNew = at >= before.Length || !before.AsSpan(at, Math.Min(count, before.Length - at)).SequenceEqual(after.AsSpan(at, count));
            if (isNew && (kind switch { 0 => at < until, 1 => random.NextDouble() < part, 2 => at >= until, _ => true }))
            {
                after.AsSpan(at, count).CopyTo(mixed.AsSpan(at));
            }
        }
        // The length of a file may be old or new, or anything between, whatever was written to it.
        var kept = kind == 3 && after.Length >= before.Length ? before.Length + random.Next((after.Length - before.Length) / Sector + 1) * Sector : length;
        return mixed[..Math.Min(kept, length)];
    }

    static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
