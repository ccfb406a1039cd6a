namespace CoinRig.InstrumentFiles;

/// <summary>CSV of the Battery Data Format, with preferred labels, machine names or deprecated ones.</summary>
sealed class BdfFormat : IFormat
{
    static readonly string[] Marks =
    [
        "Test Time / s", "test_time_second", "Unix Time / s", "unix_time_second", "Test Time / ms", "test_time_millisecond", "Unix Time / ms", "unix_time_millisecond", "Test Time / h",
    ];

    public Content? Open(Head head, ReadOptions options, Warnings warnings)
    {
        foreach (var delimiter in ",;\t")
        {
            Fields fields = new((byte)delimiter);
            fields.Split(head.Bytes(1));
            var bytes = head.Bytes(1).ToArray();
            var names = Enumerable.Range(0, fields.Count).Select(i => Texts.Of(bytes.AsSpan(fields[i].Start, fields[i].End - fields[i].Start)).Trim()).ToList();
            if (names.Any(Marks.Contains) || names.Count(static n => BdfTerms.Find(n) is { IsDeprecated: false }) > 2)
            {
                return Open(head, options, warnings, (byte)delimiter, names);
            }
        }
        return null;
    }

    static Content Open(Head head, ReadOptions options, Warnings warnings, byte delimiter, List<string> names)
    {
        if (delimiter != ',')
        {
            warnings.Add("not-a-comma", 1, "the Battery Data Format separates its fields by commas; here they are separated otherwise.");
        }
        foreach (var name in names)
        {
            if (BdfTerms.Find(name) is { IsDeprecated: true } old && !names.Exists(n => BdfTerms.Find(n) is { IsDeprecated: false } t && t.Sense.Meaning == old.Sense.Meaning))
            {
                warnings.Add("deprecated-name", 1, $"'{name}' is an old or foreign name; it is read as {old.Sense.Meaning} in {old.Sense.UnitText}.");
            }
        }
        TableForm form = new()
        {
            Delimiter = delimiter, Names = names, NamesLine = 1, FirstLine = 2, Sense = name => Sense(name, names),
            IsKnown = static name => BdfTerms.Find(name) is not null,
        };
        var layout = TablePlanner.Plan(head, options, warnings, form);
        return new("BDF CSV", new TextTable(head.File, layout), new());
    }

    /// <summary>A deprecated name counts where no proper one has its meaning.</summary>
    static ColumnSense? Sense(string name, List<string> names) => BdfTerms.Find(name) switch
    {
        null => null,
        { IsDeprecated: true } old when names.Exists(n => BdfTerms.Find(n) is { IsDeprecated: false } t && t.Sense.Meaning == old.Sense.Meaning) => null,
        var term => term.Sense,
    };
}
