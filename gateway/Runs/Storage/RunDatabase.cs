using Microsoft.Data.Sqlite;

namespace CoinRig.Runs;

/// <summary>Connections to run files, and SQLite's errors in words.</summary>
static class RunDatabase
{
    // SQLite's primary result codes (sqlite.org/rescode.html).
    const int Busy = 5;
    const int ReadOnly = 8;
    const int Io = 10;
    const int Corrupt = 11;
    const int Full = 13;
    const int CannotOpen = 14;
    const int NotADatabase = 26;

    /// <summary>Who appends reads hardly anything again: 512 KiB of pages instead of 2 MiB, which each run of a month would fill.</summary>
    const string SmallCache = "PRAGMA cache_size = -512";

    /// <summary>Opens for writing what exists or was just made.</summary>
    public static SqliteConnection OpenToWrite(string path) => Open(path, path, SqliteOpenMode.ReadWrite, SmallCache);

    /// <summary>Opens for reading; a writer may be at work.</summary>
    public static SqliteConnection OpenToRead(string path) => Open(path, path, SqliteOpenMode.ReadOnly);

    /// <summary>Opens a file that nobody writes, in a folder where nothing may be written.</summary>
    public static SqliteConnection OpenUnchanging(string path) =>
        Open(path, $"file:{Uri.EscapeDataString(Path.GetFullPath(path)).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1", SqliteOpenMode.ReadOnly);

    /// <summary>Runs a statement.</summary>
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The one value of a query, null where there is no row.</summary>
    public static object? Scalar(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>What a person makes of an error.</summary>
    public static RunFileException InWords(SqliteException error, string path) => new(error.SqliteErrorCode switch
    {
        Busy => $"{path} is locked by another program: close it and try again.",
        ReadOnly => $"{path} cannot be written: the file or its folder is read-only.",
        Io => $"{path}: the disk reports an error. Check the disk; what was committed is still in the file.",
        Corrupt => $"{path} is damaged: SQLite reports '{error.Message}'. Make a copy and try sqlite3's '.recover' on it.",
        Full => $"{path}: the disk is full. Free some space; what was committed is still in the file.",
        CannotOpen => $"{path} cannot be opened: check that it exists and that you may read it and write to its folder.",
        NotADatabase => $"{path} is not a run file: it is no SQLite database.",
        _ => $"{path}: SQLite reports '{error.Message}'.",
    }, error);

    static SqliteConnection Open(string path, string source, SqliteOpenMode mode, string settings = "")
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            Vfs = RunPlace.Of(path).Vfs,
            // A pooled connection would keep the file open after the run.
            Pooling = false,
            DefaultTimeout = 10,
        }.ToString());
        try
        {
            connection.Open();
            connection.Execute(settings);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
