using System.Text;
using Microsoft.Data.Sqlite;

namespace CoinRig.Runs.Tests;

/// <summary>All rows of all tables as text: what a file holds, apart from how its pages lie.</summary>
static class Content
{
    public static string Of(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var text = new StringBuilder();
        foreach (var table in Column(connection, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name"))
        {
            text.AppendLine(table);
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                for (var i = 0; i < rows.FieldCount; i++)
                {
                    text.Append(rows[i] is byte[] bytes ? Convert.ToHexString(bytes) : rows[i]).Append('|');
                }
                text.AppendLine();
            }
        }
        return text.ToString();
    }

    public static List<string> Column(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var values = new List<string>();
        while (rows.Read())
        {
            values.Add(Convert.ToString(rows[0], System.Globalization.CultureInfo.InvariantCulture)!);
        }
        return values;
    }
}
