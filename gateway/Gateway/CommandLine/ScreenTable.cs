using Spectre.Console;

namespace CoinRig.Gateway;

/// <summary>A table of texts. Columns whose name begins with '&gt;' are aligned to the right (the sign is not shown).</summary>
/// <param name="columns">Names of the columns.</param>
public sealed class ScreenTable(params string[] columns)
{
    const char RightAligned = '>';

    readonly List<string[]> _rows = [];

    /// <summary>What stands above it; empty for nothing.</summary>
    public string Title { get; init; } = "";

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Aligned lines for a pipe.</summary>
    public IEnumerable<string> ToLines()
    {
        if (Title.Length > 0)
        {
            yield return Title;
        }
        var names = columns.Select(c => c.TrimStart(RightAligned)).ToArray();
        var widths = names.Select((n, i) => _rows.Select(r => r[i].Length).Append(n.Length).Max()).ToArray();
        foreach (var row in _rows.Prepend(names))
        {
            yield return string.Join("  ", row.Select((cell, i) => IsRight(i) ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd();
        }
    }

    /// <summary>A framed table for a terminal.</summary>
    public Table ToSpectre()
    {
        var table = new Table().Border(TableBorder.Rounded);
        if (Title.Length > 0)
        {
            table.Title($"[bold]{Markup.Escape(Title)}[/]");
        }
        for (var i = 0; i < columns.Length; i++)
        {
            var column = new TableColumn(Markup.Escape(columns[i].TrimStart(RightAligned)));
            table.AddColumn(IsRight(i) ? column.RightAligned() : column);
        }
        foreach (var row in _rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }
        return table;
    }

    bool IsRight(int column) => columns[column].StartsWith(RightAligned);
}
