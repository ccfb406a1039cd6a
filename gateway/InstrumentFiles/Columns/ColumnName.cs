namespace CoinRig.InstrumentFiles;

/// <summary>A column's name taken apart: <c>Voltage / V</c>, <c>Voltage(V)</c>, <c>Voltage [V]</c>, <c>I/mA</c>, <c>voltage_V</c>.</summary>
/// <param name="Words">The name without its unit: lower case, without blanks, underscores, hyphens and angle brackets.</param>
/// <param name="Unit">The unit as written; empty where there is none.</param>
readonly record struct ColumnName(string Words, string Unit)
{
    /// <summary>All ways to take a name apart, the whole name as words last.</summary>
    public static IEnumerable<ColumnName> Readings(string name)
    {
        name = name.Trim();
        foreach (var (open, close) in new[] { ('(', ')'), ('[', ']') })
        {
            var at = name.LastIndexOf(open);
            if (at > 0 && name.EndsWith(close))
            {
                yield return new(Plain(name[..at]), name[(at + 1)..^1].Trim());
            }
        }
        foreach (var separator in new[] { '/', '_' })
        {
            var at = name.LastIndexOf(separator);
            if (at > 0 && at < name.Length - 1)
            {
                yield return new(Plain(name[..at]), name[(at + 1)..].Trim());
            }
        }
        // scan_rate_V_per_s
        const string PerSecond = "_V_per_s";
        if (name.EndsWith(PerSecond, StringComparison.Ordinal))
        {
            yield return new(Plain(name[..^PerSecond.Length]), "V/s");
        }
        yield return new(Plain(name), "");
    }

    /// <summary>A name as the vocabulary writes it.</summary>
    public static string Plain(string name) => string.Concat(name.Where(static c => c is not (' ' or '_' or '-' or '<' or '>' or '\t'))).ToLowerInvariant();
}
