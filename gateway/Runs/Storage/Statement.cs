using Microsoft.Data.Sqlite;

namespace CoinRig.Runs;

/// <summary>A prepared statement; NaN is kept as NULL, as SQLite has no NaN.</summary>
sealed class Statement : IDisposable
{
    readonly SqliteCommand _command;

    /// <summary>Prepares it; its parameters are @0, @1 and so on.</summary>
    public Statement(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            _command.Parameters.Add(new SqliteParameter($"@{i}", DBNull.Value));
        }
    }

    /// <summary>Runs it.</summary>
    public void Run(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] is null or double.NaN ? DBNull.Value : values[i];
        }
        _command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public void Dispose() => _command.Dispose();
}
