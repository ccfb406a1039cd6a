using Microsoft.Data.Sqlite;

namespace CoinRig.FaultyDisk.Tests;

/// <summary>A database on a disk, or as a file of the system, with work for it.</summary>
static class Database
{
    /// <summary>Opens one.</summary>
    /// <param name="path">Where.</param>
    /// <param name="disk">The disk; null for the system's.</param>
    /// <param name="settings">Pragmas.</param>
    internal static SqliteConnection Open(string path, Disk? disk, string settings = "")
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Vfs = disk?.Vfs, Pooling = false, DefaultTimeout = 1 }.ToString());
        connection.Open();
        connection.Do(settings);
        return connection;
    }

    internal static void Do(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal static object? Ask(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>A transaction of inserts, updates and deletes, some of them over many pages; its number is in the database.</summary>
    internal static void Transact(SqliteConnection connection, int number, Random random)
    {
        connection.Do("BEGIN IMMEDIATE");
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var key = random.Next(200);
            connection.Do(random.Next(4) switch
            {
                0 => $"DELETE FROM work WHERE key BETWEEN {key} AND {key + random.Next(20)}",
                1 => $"UPDATE work SET value = zeroblob({random.Next(9000)}) WHERE key = {key}",
                _ => $"INSERT OR REPLACE INTO work VALUES ({key}, zeroblob({random.Next(3000)}), {number})",
            });
        }
        connection.Do($"REPLACE INTO committed VALUES (1, {number}, (SELECT count(*) FROM work), (SELECT total(length(value)) FROM work)); COMMIT");
    }

    internal const string Tables = "CREATE TABLE work (key INTEGER PRIMARY KEY, value BLOB, number INTEGER); CREATE TABLE committed (only INTEGER PRIMARY KEY, number INTEGER, rows INTEGER, bytes REAL); REPLACE INTO committed VALUES (1, 0, 0, 0)";

    /// <summary>The last transaction that is there, where SQLite finds the file whole and it holds what that transaction left.</summary>
    internal static long LastWhole(SqliteConnection connection)
    {
        Assert.AreEqual("ok", connection.Ask("PRAGMA integrity_check"));
        Assert.AreEqual(1L, connection.Ask("SELECT rows = (SELECT count(*) FROM work) AND bytes = (SELECT total(length(value)) FROM work) FROM committed"));
        return (long)connection.Ask("SELECT number FROM committed")!;
    }
}
