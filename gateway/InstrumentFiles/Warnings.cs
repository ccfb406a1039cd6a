namespace CoinRig.InstrumentFiles;

/// <summary>Collects warnings: one entry for each kind and message, with the lines of the first few.</summary>
sealed class Warnings
{
    const int MostLines = 25;

    readonly Dictionary<(string Code, string Message), (List<long> Lines, long Count)> _found = [];

    /// <summary>All so far, in the order of their first appearance.</summary>
    public IReadOnlyList<FileWarning> All => [.. _found.Select(static f => new FileWarning(f.Key.Code, f.Value.Lines, f.Value.Count, f.Key.Message))];

    /// <summary>Adds a warning.</summary>
    /// <param name="code">Its kind.</param>
    /// <param name="line">The line, from 1; 0 where the whole file is meant.</param>
    /// <param name="message">What was found and done.</param>
    public void Add(string code, long line, string message)
    {
        var (lines, count) = _found.GetValueOrDefault((code, message), ([], 0));
        if (line > 0 && lines.Count < MostLines)
        {
            lines.Add(line);
        }
        _found[(code, message)] = (lines, count + 1);
    }

    /// <summary>The warnings of opening a file, to which each reading adds its own.</summary>
    public Warnings Copy()
    {
        Warnings copy = new();
        foreach (var (key, (lines, count)) in _found)
        {
            copy._found[key] = ([.. lines], count);
        }
        return copy;
    }
}
