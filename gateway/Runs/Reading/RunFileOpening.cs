using Microsoft.Data.Sqlite;

namespace CoinRig.Runs;

/// <summary>Opens run files for reading and says what is wrong with what is none.</summary>
static class RunFileOpening
{
    /// <summary>SQLITE_READONLY_ROLLBACK (sqlite.org/rescode.html).</summary>
    const int MustBeRolledBack = 776;

    /// <summary>Opens; throws <see cref="RunFileException"/> for whatever is no run file.</summary>
    public static SqliteConnection Open(string path)
    {
        var place = RunPlace.Of(path);
        if (place.FolderExists(path))
        {
            throw new RunFileException($"{path} is a folder: name a run file in it (*{RunNames.Extension}).");
        }
        if (!place.FileExists(path))
        {
            throw new RunFileException($"There is no run file {path}.");
        }
        if (place.Length(path) == 0 && !place.FileExists(path + "-wal"))
        {
            throw new RunFileException($"{path} is empty: it is not a run file.");
        }
        SqliteConnection? connection = null;
        try
        {
            connection = OpenConnection(path);
            Check(connection, path);
            return connection;
        }
        catch (SqliteException error)
        {
            connection?.Dispose();
            throw RunDatabase.InWords(error, path);
        }
        catch (RunFileException)
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>Opens whatever SQLite can read. A change that was cut off is taken back first.</summary>
    /// <exception cref="SqliteException">It is no database, or damaged.</exception>
    internal static SqliteConnection OpenConnection(string path)
    {
        try
        {
            return OpenAsItIs(path);
        }
        catch (SqliteException error) when (error.SqliteExtendedErrorCode == MustBeRolledBack)
        {
            RollBack(path);
            return OpenAsItIs(path);
        }
    }

    /// <summary>The program or the power went while a file was made, or made one plain file of; whoever may write takes the change back, and what was committed is there.</summary>
    static void RollBack(string path)
    {
        using var connection = RunDatabase.OpenToWrite(path);
        connection.Scalar("SELECT count(*) FROM sqlite_schema");
    }

    static SqliteConnection OpenAsItIs(string path)
    {
        var connection = RunDatabase.OpenToRead(path);
        try
        {
            connection.Scalar("SELECT count(*) FROM sqlite_schema");
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            if (error.SqliteExtendedErrorCode == MustBeRolledBack || RunPlace.Of(path).FileExists(path + "-wal"))
            {
                throw;
            }
            // WAL needs a file beside it, which a read-only folder refuses; without a WAL the file is all there is.
            return RunDatabase.OpenUnchanging(path);
        }
    }

    static void Check(SqliteConnection connection, string path)
    {
        var id = (long)connection.Scalar("PRAGMA application_id")!;
        if (id != RunSchema.ApplicationId)
        {
            throw new RunFileException($"{path} is not a run file: it is an SQLite database of another program.");
        }
        var version = (long)connection.Scalar("PRAGMA user_version")!;
        if (version > RunSchema.Version)
        {
            throw new RunFileException(
                $"{path} was written by a newer CoinRig: its version is {version}, this program reads up to {RunSchema.Version}. Update CoinRig.");
        }
        if (connection.Scalar("SELECT 1 FROM sqlite_schema WHERE name = 'run'") is null || connection.Scalar("SELECT run_id FROM run") is null)
        {
            throw new RunFileException($"{path} is damaged: it has no header.");
        }
    }
}
