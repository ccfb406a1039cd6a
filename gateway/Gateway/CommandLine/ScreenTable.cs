using Spectre.Console;

namespace CoinRig.Gateway;

/// <summary>A table of texts. Columns whose name begins with '&gt;' are aligned to the right (the sign is not shown).</summary>
/// <param name="columns">Names of the columns.</param>
public sealed class ScreenTable(params string[] columns)
{
    const char RightAligned = '>';

    /// <summary>A border and two blanks.</summary>
    const int Frame = 3;

    readonly List<string[]> _rows = [];

    /// <summary>What stands above it; empty for nothing.</summary>
    public string Title { get; init; } = "";

    /// <summary>How many leading columns say what a row is; where a table is split they stand in each part.</summary>
    public int Keys { get; init; } = 1;

    /// <summary>A line below it; empty for none.</summary>
    public string Note { get; init; } = "";

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
        var names = columns.Select((_, i) => Name(i)).ToArray();
        var widths = names.Select((n, i) => _rows.Select(r => r[i].Length).Append(n.Length).Max()).ToArray();
        foreach (var row in _rows.Prepend(names))
        {
            yield return string.Join("  ", row.Select((cell, i) => IsRight(i) ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd();
        }
    }

    /// <summary>
    /// Framed tables for a terminal, none wider than it: what does not fit side by side stands below, with the leading columns again. A number is
    /// never broken; headings and texts are, at blanks.
    /// </summary>
    /// <param name="width">Characters of the terminal.</param>
    public IEnumerable<Table> ToSpectre(int width)
    {
        var isFirst = true;
        foreach (var part in Parts(width))
        {
            yield return ToSpectre(part, Title.Length > 0 && isFirst);
            isFirst = false;
        }
    }

    Table ToSpectre(IReadOnlyList<int> part, bool withTitle)
    {
        var table = new Table().Border(TableBorder.Rounded);
        if (withTitle)
        {
            table.Title($"[bold]{Markup.Escape(Title)}[/]");
        }
        foreach (var i in part)
        {
            var column = new TableColumn(Markup.Escape(IsRight(i) ? Broken(Name(i), LongestCell(i)) : Name(i)));
            table.AddColumn(IsRight(i) ? column.RightAligned().NoWrap() : column);
        }
        foreach (var row in _rows)
        {
            table.AddRow([.. part.Select(i => Markup.Escape(row[i]))]);
        }
        return table;
    }

    /// <summary>The columns of each part.</summary>
    IEnumerable<IReadOnlyList<int>> Parts(int width)
    {
        var keys = Enumerable.Range(0, Keys).ToList();
        var part = new List<int>(keys);
        for (var i = Keys; i < columns.Length; i++)
        {
            if (part.Count > Keys && 1 + part.Append(i).Sum(c => Width(c) + Frame) > width)
            {
                yield return part;
                part = [.. keys];
            }
            part.Add(i);
        }
        yield return part;
    }

    /// <summary>What a column needs: all of a number, the longest word of anything else.</summary>
    int Width(int column) => Math.Max(Words(Name(column)).Max(w => w.Length), IsRight(column) ? LongestCell(column)
        : _rows.SelectMany(r => r[column].Split(' ')).Select(w => w.Length).DefaultIfEmpty().Max());

    int LongestCell(int column) => _rows.Select(r => r[column].Length).DefaultIfEmpty().Max();

    string Name(int column) => columns[column].TrimStart(RightAligned);

    /// <summary>The words of a heading; a unit is not parted from its dash.</summary>
    static IEnumerable<string> Words(string heading) => heading.Replace(" / ", " /\n", StringComparison.Ordinal).Split(' ').Select(w => w.Replace('\n', ' '));

    /// <summary>A heading in lines no longer than its cells, where its words allow that.</summary>
    static string Broken(string heading, int width)
    {
        var lines = new List<string>();
        foreach (var word in Words(heading))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= width)
            {
                lines[^1] += ' ' + word;
            }
            else
            {
                lines.Add(word);
            }
        }
        return string.Join('\n', lines);
    }

    bool IsRight(int column) => columns[column].StartsWith(RightAligned);
}
