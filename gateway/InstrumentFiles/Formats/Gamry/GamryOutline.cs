namespace CoinRig.InstrumentFiles;

/// <summary>Settings and tables of a Gamry file, found in one pass over its lines.</summary>
sealed class GamryOutline
{
    readonly Dictionary<string, string[]> _settings = [];
    readonly List<GamryTable> _tables = [];

    public GamryOutline(string file)
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
                open = open is not null && number >= open.FirstLine ? open with { Rows = open.Rows + 1, End = number + 1 } : open;
                continue;
            }
            Close(ref open);
            var words = Texts.Of(line.Length > 1000 ? line[..1000] : line).Split('\t');
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
