using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace CoinRig.Faults;

/// <summary>What is in a run file, read by plain SQL and a decoder of the oracle's own.</summary>
/// <param name="State">How the run stands: "running", "done", "failed".</param>
/// <param name="Message">Why it ended.</param>
/// <param name="StartedUtc">When it began.</param>
/// <param name="Rows">Its samples.</param>
/// <param name="Notes">Its markers.</param>
/// <param name="Cursors">How far each sink is.</param>
/// <param name="Checkpoint">The checkpoint's sequence number; -1 without one.</param>
/// <param name="Broken">What SQLite says is wrong with it; "ok" where nothing is.</param>
sealed record RunContent(string State, string Message, DateTimeOffset StartedUtc, IReadOnlyList<Row> Rows, List<Note> Notes,
    IReadOnlyDictionary<string, long> Cursors, long Checkpoint, string Broken)
{
    /// <summary>The events: code and severity.</summary>
    internal IEnumerable<(string Code, string Severity, string Message)> Events =>
        Notes.Where(n => n.Kind == "event").Select(n => (n.Text("code"), n.Text("severity"), n.Text("message")));

    /// <summary>Reads it; null where it has no header yet.</summary>
    internal static RunContent? TryRead(string path, string vfs)
    {
        try
        {
            return Read(path, vfs);
        }
        catch (SqliteException)
        {
            return null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Reads it.</summary>
    static RunContent Read(string path, string vfs)
    {
        using var connection = new SqliteConnection($"Data Source={path};Vfs={vfs};Mode=ReadWrite;Pooling=False");
        connection.Open();
        var (state, message, started) = All(connection, "SELECT state, state_message, started_utc FROM run", r => (r.GetString(0), r.GetString(1), DateTimeOffset.Parse(r.GetString(2), System.Globalization.CultureInfo.InvariantCulture)))
            is [var header] ? header : throw new InvalidDataException("the file has no header");
        var rows = new List<Row>();
        foreach (var (first, count, layout, columns) in All(connection, "SELECT first_sequence, count, layout_version, columns FROM samples ORDER BY first_sequence", r => (r.GetInt64(0), r.GetInt32(1), r.GetInt32(2), r.GetFieldValue<byte[]>(3))))
        {
            rows.AddRange(new RowDecoder(columns, layout).Rows(first, count));
        }
        var notes = All(connection, "SELECT after_sequence, nanoseconds, kind, step_count, segment_count, content, (SELECT content FROM definitions WHERE id = definition) FROM markers ORDER BY position",
            r => new Note(r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.IsDBNull(3) ? 0 : r.GetInt32(3), r.IsDBNull(4) ? -1 : r.GetInt32(4), JsonSerializer.Deserialize<JsonElement>(r.GetString(5)), r.IsDBNull(6) ? null : JsonSerializer.Deserialize<JsonElement>(r.GetString(6))));
        var cursors = All(connection, "SELECT sink, sequence FROM cursors", r => (r.GetString(0), r.GetInt64(1))).ToDictionary(c => c.Item1, c => c.Item2);
        var checkpoint = All(connection, "SELECT sequence FROM checkpoint", r => r.GetInt64(0));
        var broken = All(connection, "PRAGMA integrity_check", r => r.GetString(0));
        return new(state, message, started, rows, notes, cursors, checkpoint is [var sequence] ? sequence : -1, string.Join("; ", broken));
    }

    static List<T> All<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var all = new List<T>();
        while (reader.Read())
        {
            all.Add(read(reader));
        }
        return all;
    }
}
