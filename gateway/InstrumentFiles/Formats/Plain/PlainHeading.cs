namespace CoinRig.InstrumentFiles;

/// <summary>Where a table of unknown origin has its names.</summary>
/// <param name="Line">Their line, from 1.</param>
/// <param name="Delimiter">What separates them.</param>
/// <param name="Names">The names.</param>
/// <param name="Units">The row of units below them; null where there is none.</param>
sealed record PlainHeading(int Line, byte Delimiter, List<string> Names, List<string>? Units)
{
    const int MostLinesBefore = 200;

    /// <summary>Looks for a line of words above lines of as many numbers; null where there is none.</summary>
    public static PlainHeading? Find(Head head)
    {
        for (var i = 1; i < Math.Min(head.Count, MostLinesBefore); i++)
        {
            foreach (var delimiter in ",\t; ")
            {
                var names = Split(head, i, delimiter);
                if (names.Count < 2 || names.Exists(IsNumber) || names.TrueForAll(static n => n.Length == 0))
                {
                    continue;
                }
                var next = Split(head, i + 1, delimiter);
                if (IsRow(names, next))
                {
                    return new(i, (byte)delimiter, names, null);
                }
                if (next.Count == names.Count && !next.Exists(IsNumber) && IsRow(names, Split(head, i + 2, delimiter)))
                {
                    return new(i, (byte)delimiter, names, next);
                }
            }
        }
        return null;
    }

    /// <summary>The fields of a line.</summary>
    public static List<string> Split(Head head, int line, char delimiter)
    {
        Fields fields = new((byte)delimiter);
        var bytes = head.Bytes(line).ToArray();
        fields.Split(bytes);
        return [.. Enumerable.Range(0, fields.Count).Select(i => Texts.Of(bytes.AsSpan(fields[i].Start, fields[i].End - fields[i].Start)).Trim())];
    }

    /// <summary>Whether a field is a number with a decimal point or comma.</summary>
    public static bool IsNumber(string field)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(field);
        return Decimals.TryRead(bytes, (byte)'.', 0, out _) || Decimals.TryRead(bytes, (byte)',', 0, out _);
    }

    static bool IsRow(List<string> names, List<string> row) => row.Count >= names.Count && row.Count <= names.Count + 1 && row.Count(IsNumber) >= 2;
}
