using Microsoft.Data.Sqlite;

namespace CoinRig.Runs;

/// <summary>Queries on a run file, with every failure in words.</summary>
sealed class Query(SqliteConnection connection, string path) : IDisposable
{
    readonly Dictionary<string, SqliteCommand> _commands = [];

    /// <summary>All rows of a query; its parameters are @0, @1 and so on.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<long> parameters)
    {
        var rows = new List<T>();
        try
        {
            var command = Command(sql);
            for (var i = 0; i < parameters.Length; i++)
            {
                command.Parameters[i].Value = parameters[i];
            }
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }
        }
        catch (SqliteException error)
        {
            throw RunDatabase.InWords(error, path);
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException or InvalidCastException or FormatException
            or OverflowException or System.Text.Json.JsonException)
        {
            throw new RunFileException($"{path} is damaged: {error.Message}", error);
        }
        return rows;
    }

    /// <summary>The one value of a query.</summary>
    public long Number(string sql) => Rows(sql, r => r.IsDBNull(0) ? 0 : r.GetInt64(0)).FirstOrDefault();

    /// <summary>Runs a statement.</summary>
    public void Run(string sql)
    {
        try
        {
            connection.Execute(sql);
        }
        catch (SqliteException error)
        {
            throw RunDatabase.InWords(error, path);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }
        connection.Dispose();
    }

    SqliteCommand Command(string sql)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; sql.Contains($"@{i}", StringComparison.Ordinal); i++)
            {
                command.Parameters.Add(new SqliteParameter($"@{i}", 0L));
            }
            _commands.Add(sql, command);
        }
        return command;
    }
}

/// <summary>Columns as a run file keeps them.</summary>
static class Columns
{
    /// <summary>A number; NULL is NaN.</summary>
    public static double Real(this SqliteDataReader row, int column) => row.IsDBNull(column) ? double.NaN : row.GetDouble(column);

    /// <summary>An integer or null.</summary>
    public static int? Integer(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
