namespace CoinRig.InstrumentFiles;

/// <summary>The spectrum that Maccor writes beside a cycler file.</summary>
sealed class MaccorSpectrumFormat : IFormat
{
    /// <summary>Names without a meaning here; <c>Polar(V)</c> really holds the angular frequency.</summary>
    static readonly HashSet<string> Known =
    [
        "Polar(V)", "C(F)", "Status", "irg", "VMag", "IMag", "V-DC", "isg", "rc", "vsc", "vsg", "vsp", "bl", "bf", "bhc", "ufl", "ufh", "blh",
    ];

    public Content? Open(Head head, ReadOptions options, Warnings warnings)
    {
        if (!head.Line(1).StartsWith("MACCOR, INC.", StringComparison.Ordinal))
        {
            return null;
        }
        var namesLine = head.Find(static l => l.StartsWith("Freq(Hz)\t", StringComparison.Ordinal), 100);
        if (namesLine == 0)
        {
            throw new InstrumentFileException(head.File, 1, "No line names the columns.", "Freq(Hz), Z'(a), Z''(b) are expected among the names.");
        }
        TableForm form = new()
        {
            Delimiter = (byte)'\t', Names = head.Line(namesLine).Split('\t'), NamesLine = namesLine, FirstLine = namesLine + 1,
            Sense = static name => Known.Contains(name) ? null : Vocabulary.Find(name), IsKnown = static name => Known.Contains(name), AllowsShortRows = true,
        };
        return new("Maccor spectrum", null, new() { Technique = head.Line(3).Trim() })
        {
            Spectra = new TextTable(head.File, TablePlanner.Plan(head, options, warnings, form)),
        };
    }
}
