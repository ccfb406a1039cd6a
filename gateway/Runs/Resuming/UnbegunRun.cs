using Microsoft.Data.Sqlite;

namespace CoinRig.Runs;

/// <summary>A file that a run was to have and of which nothing was committed, not even its header: nothing of that run was measured.</summary>
public static class UnbegunRun
{
    /// <summary>Whether a file is one. A damaged run file is none.</summary>
    /// <param name="path">The file; it may not be there.</param>
    public static bool IsOne(string path) => RunPlace.Of(path).FileExists(path) && !RunFileLock.IsTaken(path) && HasNothing(path);

    /// <summary>Whether nothing was committed to a file that exists, whoever has it.</summary>
    internal static bool HasNothing(string path)
    {
        var place = RunPlace.Of(path);
        if (place.Length(path) == 0 && !place.FileExists(path + "-wal"))
        {
            return true;
        }
        try
        {
            using var connection = RunFileOpening.OpenConnection(path);
            return (long)connection.Scalar("SELECT count(*) FROM sqlite_schema")! == 0;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>Takes it away, so that nobody takes it for a run.</summary>
    /// <param name="path">A file for which <see cref="IsOne"/> holds.</param>
    public static void Delete(string path)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm", "-journal", "-lock"])
        {
            RunPlace.Of(path).Delete(path + suffix);
        }
    }
}
