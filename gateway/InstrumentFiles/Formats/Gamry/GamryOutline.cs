namespace CoinRig.InstrumentFiles;

/// <summary>Settings and tables of a Gamry file, found in one pass over its lines.</summary>
sealed class GamryOutline
{
    readonly Dictionary<string, string[]> _settings = [];
    readonly List<GamryTable> _tables = [];

    public GamryOutline(string file, Warnings warnings)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
        Lines lines = new(stream, file);
        GamryTable? open = null;
        while (lines.Next(out var line))
        {
            var number = (int)lines.Number;
            if (line.Length == 0)
            {
                continue;
            }
            if (line[0] is (byte)'\t' or (byte)' ')
            {
                if (open is null && _tables.Count > 0)
                {
                    warnings.Add("row-outside-table", number, "an indented line belongs to no table: the name of a table may be damaged.");
                }
                open = open is not null && number >= open.FirstLine ? open with { Rows = open.Rows + 1, End = number + 1 } : open;
                continue;
            }
            var words = Texts.Of(line.Length > 1000 ? line[..1000] : line).Split('\t');
            if (open is not null && (PlainHeading.IsNumber(words[0]) || (words.Length > 3 && PlainHeading.IsNumber(words[1]))))
            {
                throw new InstrumentFileException(file, number, $"{Texts.Shown(line)} in table {open.Name} does not begin with a tab.", "Every row of a table does; without it the table would end here.");
            }
            Close(ref open);
            if (words.Length > 1 && words[1] == "TABLE")
            {
                open = new(words[0], number, number + 1, 0, words.Length > 2 && int.TryParse(words[2], out var declared) ? declared : null);
            }
            else if (words[0] == "EXPERIMENTABORTED" && words.Length > 2 && words[2].StartsWith('T'))
            {
                AbortedLine = number;
            }
            else if (_settings.Count < 1000)
            {
                _settings.TryAdd(words[0], words[1..]);
            }
        }
        Close(ref open);
        if (!lines.HasEnd)
        {
            warnings.Add("last-line-cut", lines.Number, "the last line has no line end: the file may be cut.");
        }
        foreach (var empty in _tables.Where(static t => t.Rows == 0))
        {
            warnings.Add("row-count", empty.Line, $"table {empty.Name} has no rows.");
        }
    }

    /// <summary>The tables in their order.</summary>
    public IReadOnlyList<GamryTable> Tables => _tables;

    /// <summary>The line that says that the experiment was aborted; 0 where none does.</summary>
    public int AbortedLine { get; }

    /// <summary>The value of a setting, after its type; null where it is not there.</summary>
    public string? Setting(string key) => _settings.TryGetValue(key, out var words) && words.Length > 1 ? words[1].Trim() : _settings.TryGetValue(key, out words) && words.Length == 1 ? words[0].Trim() : null;

    void Close(ref GamryTable? open)
    {
        if (open is not null)
        {
            _tables.Add(open);
            open = null;
        }
    }
}
