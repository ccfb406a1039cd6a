namespace CoinRig.Runs;

/// <summary>What is wrong with a file, as sentences; of each kind the first few, then how many there were.</summary>
sealed class Findings
{
    const int MostOfAKind = 5;

    readonly List<string> _lines = [];
    readonly Dictionary<string, int> _counts = [];

    /// <summary>Adds one.</summary>
    /// <param name="kind">What kind it is of, in words that go into the last sentence.</param>
    /// <param name="line">What was found, with its sequence number or marker.</param>
    public void Add(string kind, string line)
    {
        var count = _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        if (count <= MostOfAKind)
        {
            _lines.Add(line);
        }
    }

    /// <summary>All sentences.</summary>
    public IReadOnlyList<string> Lines => [.. _lines, .. _counts.Where(c => c.Value > MostOfAKind).Select(c => $"{c.Value - MostOfAKind} more: {c.Key}")];
}
