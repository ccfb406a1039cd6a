namespace CoinRig.InstrumentFiles;

/// <summary>A person's word about a column: <c>time=t</c>, <c>current=-I[mA]</c>, <c>voltage=#3</c>.</summary>
/// <param name="Meaning">What it is.</param>
/// <param name="Name">Its name in the file, without regard to capitals, or <c>#</c> and its position from 1.</param>
/// <param name="Unit">Its unit; null where the name says it, or SI.</param>
/// <param name="IsNegated">Whether its sign is turned.</param>
public sealed record ColumnRequest(Meaning Meaning, string Name, string? Unit, bool IsNegated)
{
    static readonly (string Word, Meaning Meaning, string Unit)[] Words =
    [
        ("time", Meaning.Time, "s"), ("voltage", Meaning.Voltage, "V"), ("current", Meaning.Current, "A"), ("step", Meaning.StepId, "1"), ("cycle", Meaning.Cycle, "1"),
        ("step_type", Meaning.StepType, "1"), ("temperature", Meaning.Temperature, "degC"), ("charge", Meaning.NetCharge, "C"), ("frequency", Meaning.Frequency, "Hz"),
        ("re", Meaning.RealImpedance, "ohm"), ("im", Meaning.ImaginaryImpedance, "ohm"), ("scan_rate", Meaning.ScanRate, "V/s"),
    ];

    /// <summary>Reads a list such as <c>time=t[min],voltage=E,current=-I[mA]</c>.</summary>
    /// <exception cref="FormatException">It is no such list; the message says what is allowed.</exception>
    public static IReadOnlyList<ColumnRequest> Read(string list)
    {
        List<ColumnRequest> requests = [];
        foreach (var part in list.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=');
            var word = equals < 0 ? part.Trim() : part[..equals].Trim();
            var known = Words.FirstOrDefault(w => w.Word.Equals(word, StringComparison.OrdinalIgnoreCase));
            var name = equals < 0 ? "" : part[(equals + 1)..].Trim();
            if (known.Word is null || name.Length == 0)
            {
                throw new FormatException($"'{part.Trim()}' does not say which column is what; write one of {string.Join(", ", Words.Select(static w => w.Word))}, '=', and the column's name: time=t[min],voltage=E,current=-I[mA].");
            }
            if (requests.Any(r => r.Meaning == known.Meaning))
            {
                throw new FormatException($"'{word}' is given twice.");
            }
            var isNegated = name.StartsWith('-');
            name = isNegated ? name[1..].Trim() : name;
            string? unit = null;
            if (name.EndsWith(']') && name.LastIndexOf('[') is > 0 and var open)
            {
                unit = name[(open + 1)..^1].Trim();
                name = name[..open].Trim();
                if (!InstrumentFiles.Unit.TryRead(unit, out var read) || !read.Fits(known.Meaning))
                {
                    throw new FormatException($"'{word}' cannot be given in '{unit}'; its unit is {known.Unit}, with or without a prefix.");
                }
            }
            requests.Add(new(known.Meaning, name, unit, isNegated));
        }
        return requests;
    }

    /// <summary>The column among names; -1 where it is not there, -2 where several have the name.</summary>
    internal int Find(IReadOnlyList<string> names)
    {
        if (Name.StartsWith('#') && int.TryParse(Name.AsSpan(1), out var position))
        {
            return position >= 1 && position <= names.Count ? position - 1 : -1;
        }
        // With "I[mA]" the column may be named "I[mA]" as a whole.
        var whole = Unit is null ? Name : $"{Name}[{Unit}]";
        foreach (var compare in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase })
        {
            var hits = Enumerable.Range(0, names.Count).Where(i => names[i].Trim().Equals(Name, compare) || names[i].Trim().Equals(whole, compare)).ToList();
            if (hits.Count > 0)
            {
                return hits.Count == 1 ? hits[0] : -2;
            }
        }
        return -1;
    }

    /// <summary>How to read the column of that name.</summary>
    internal ColumnSense Sense(string name)
    {
        var unit = Unit ?? ColumnName.Readings(name).Select(static r => r.Unit)
            .FirstOrDefault(u => InstrumentFiles.Unit.TryRead(u, out var read) && read.Fits(Meaning)) ?? Words.First(w => w.Meaning == Meaning).Unit;
        return ColumnSense.Of(Meaning, unit, ChargeScope.Unknown, IsNegated);
    }
}
