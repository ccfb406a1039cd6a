using Microsoft.Data.Sqlite;

namespace CoinRig.Runs;

/// <summary>Cursors of a run that nobody records any more.</summary>
public static class RunCursors
{
    /// <summary>Saves how far a sink has got.</summary>
    /// <param name="path">The run file.</param>
    /// <param name="sink">The sink's name.</param>
    /// <param name="cursor">How far it has got; may also go back, to deliver again.</param>
    /// <exception cref="RunFileException">The file is no run file or cannot be written.</exception>
    public static void Save(string path, string sink, RunCursor cursor)
    {
        RunFileReader.Open(path).Dispose();
        try
        {
            using var connection = RunDatabase.OpenToWrite(path);
            using var statement = new Statement(connection, "REPLACE INTO cursors VALUES (@0, @1, @2, @3)", 4);
            statement.Run(sink, cursor.Sequence, cursor.ResultId, cursor.EventId);
        }
        catch (SqliteException error)
        {
            throw RunDatabase.InWords(error, path);
        }
    }
}
