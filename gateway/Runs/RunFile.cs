using CoinRig.Protocols;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CoinRig.Runs;

/// <summary>
/// The file of one run, open for its recorder. It is SQLite in WAL mode with <c>synchronous=FULL</c>: what was committed survives a
/// killed process and a power cut, and others may read while it is written.
/// </summary>
public sealed class RunFile : IDisposable
{
    readonly SqliteConnection _connection;
    readonly RunFileLock _lock;
    readonly DiskReserve _reserve;

    RunFile(string path, RunHeader header, SqliteConnection connection, RunFileLock taken)
    {
        _lock = taken;
        _reserve = DiskReserve.Take(path);
        Path = path;
        Header = header;
        _connection = connection;
        Writer = new RunWriter(connection);
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>The header as it was written when the file was made; its run id ends with the number that was free.</summary>
    public RunHeader Header { get; }

    internal RunWriter Writer { get; }

    /// <summary>What was there; null for a new file.</summary>
    internal Continuation? Continuation { get; private init; }

    /// <summary>
    /// Makes a new run file; never overwrites one.
    /// </summary>
    /// <param name="directory">Where; made when it does not exist.</param>
    /// <param name="header">The header. Its run id is a name without number (<see cref="RunNames.Stem"/>); the next free number is added.</param>
    /// <param name="claimed">Is told of the file's path while nothing is in it; where it throws, there is no file.</param>
    /// <exception cref="RunFileException">The folder or the file cannot be made.</exception>
    public static RunFile Create(string directory, RunHeader header, Action<string>? claimed = null)
    {
        var path = directory;
        var place = RunPlace.Of(directory);
        if (place.FileExists(directory))
        {
            throw new RunFileException($"No run file can be made in {directory}: it is a file, not a folder. Choose a folder with --out.");
        }
        try
        {
            place.MakeFolder(directory);
            (path, var id, var taken) = ClaimNextFree(directory, header.RunId);
            Tell(claimed, path, taken);
            return Initialise(path, header with { RunId = id }, taken);
        }
        catch (SqliteException error)
        {
            throw RunDatabase.InWords(error, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunFileException($"No run file can be made in {directory}: {error.Message} Choose another folder with --out.", error);
        }
    }

    /// <summary>Opens the file of an interrupted run to go on in it. SQLite has brought it back to its last whole transaction.</summary>
    /// <param name="path">The run file.</param>
    /// <param name="step">The step of the plan that is run; null before the first.</param>
    /// <exception cref="RunFileException">It is damaged, of an older version, has ended, or somebody records it.</exception>
    public static RunFile Continue(string path, Step? step)
    {
        var taken = RunFileLock.Take(path);
        SqliteConnection? connection = null;
        try
        {
            Continuation before;
            RunHeader header;
            using (var reader = RunFileReader.Open(path))
            {
                before = Continuation.Of(reader, step);
                header = reader.Header;
            }
            connection = RunDatabase.OpenToWrite(path);
            if ((long)connection.Scalar("PRAGMA user_version")! < RunSchema.Version)
            {
                throw new RunFileException($"{path} was recorded by an older CoinRig, which did not keep what is needed to go on. It can be read; start a new run for the steps that are left.");
            }
            // The first transaction makes the log.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE; COMMIT;");
            FlushFolderOf(path);
            return new RunFile(path, header, connection, taken) { Continuation = before };
        }
        catch (Exception error)
        {
            connection?.Dispose();
            taken.Dispose();
            throw error switch
            {
                SqliteException sqlite => RunDatabase.InWords(sqlite, path),
                IOException full => new RunFileException($"{path} cannot be continued: {full.Message}", full),
                _ => error,
            };
        }
    }

    /// <summary>Gives the space back that is kept for the end of the run.</summary>
    internal void ReleaseReserve() => _reserve.Release();

    /// <summary>Closes the file. Where nobody reads it, what is left is one plain file that can be copied and read anywhere.</summary>
    public void Dispose()
    {
        _reserve.Release();
        Writer.Dispose();
        Tidy(_connection);
        _connection.Dispose();
        _lock.Dispose();
    }

    /// <summary>Makes one plain file of a run that is over and whose readers have left; where one has not, nothing happens.</summary>
    /// <param name="path">The run file.</param>
    public static void Tidy(string path)
    {
        try
        {
            using var connection = RunDatabase.OpenToWrite(path);
            Tidy(connection);
        }
        catch (SqliteException)
        {
            // A file that cannot be written stays as it is: two files beside it, and readable all the same.
        }
    }

    /// <summary>Without patience: where a reader holds the file or the disk is full it stays in WAL mode, which is as good.</summary>
    static void Tidy(SqliteConnection connection)
    {
        raw.sqlite3_busy_timeout(connection.Handle, 0);
        raw.sqlite3_exec(connection.Handle, "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;");
    }

    /// <summary>Limits the file's size, which a test uses for a full disk.</summary>
    internal void LimitPages(long pages) => _connection.Execute($"PRAGMA max_page_count = {pages}");

    internal long Synchronous => (long)_connection.Scalar("PRAGMA synchronous")!;

    internal long PageCount => (long)_connection.Scalar("PRAGMA page_count")!;

    /// <summary>The lock comes before the file, so that an empty file that nobody has locked is what a killed process left, and gives its number back.</summary>
    static (string Path, string Id, RunFileLock Taken) ClaimNextFree(string directory, string stem)
    {
        for (var number = 1; ; number++)
        {
            var id = RunNames.Numbered(stem, number);
            var path = System.IO.Path.Combine(directory, id + RunNames.Extension);
            if (Claim(path) is { } taken)
            {
                return (path, id, taken);
            }
        }
    }

    static RunFileLock? Claim(string path)
    {
        var place = RunPlace.Of(path);
        if (place.FileExists(path) && !UnbegunRun.IsOne(path))
        {
            return null;
        }
        RunFileLock taken;
        try
        {
            taken = RunFileLock.Take(path);
        }
        catch (RunFileException) when (RunFileLock.IsTaken(path))
        {
            return null;
        }
        try
        {
            // Another process may have been faster, and be over already.
            if (place.FileExists(path) && !UnbegunRun.HasNothing(path))
            {
                taken.Dispose();
                return null;
            }
            Forget(path);
            // An empty file is an empty database.
            place.MakeFile(path);
            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    static void Tell(Action<string>? claimed, string path, RunFileLock taken)
    {
        try
        {
            claimed?.Invoke(path);
        }
        catch
        {
            Forget(path);
            taken.Dispose();
            throw;
        }
    }

    /// <summary>A file that could not be made to its end must not be taken for an interrupted run.</summary>
    static void Forget(string path)
    {
        try
        {
            foreach (var part in (ReadOnlySpan<string>)["-wal", "-shm", "", "-journal"])
            {
                RunPlace.Of(path).Delete(path + part);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The disk that did not take the file does not let go of it either; the error that is on its way says so.
        }
    }

    /// <summary>What is in a file, or in the log that was made beside it, is safe only where its name is.</summary>
    static void FlushFolderOf(string path) => RunPlace.Of(path).FlushFolder(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);

    static RunFile Initialise(string path, RunHeader header, RunFileLock taken)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = RunDatabase.OpenToWrite(path);
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            connection.Execute($"BEGIN IMMEDIATE; {RunSchema.Create}");
            RunWriter.Header(connection, header);
            connection.Execute("COMMIT");
            FlushFolderOf(path);
            return new RunFile(path, header, connection, taken);
        }
        catch
        {
            connection?.Dispose();
            Forget(path);
            taken.Dispose();
            throw;
        }
    }
}
