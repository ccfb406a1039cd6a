namespace CoinRig.InstrumentFiles;

/// <summary>Text export of BioLogic's EC-Lab (.mpt, .txt) and BT-Lab, with or without its header.</summary>
sealed class EcLabFormat : IFormat
{
    const byte Tab = (byte)'\t';

    public Content? Open(Head head, ReadOptions options, Warnings warnings)
    {
        var first = head.Line(1);
        var isBt = first.StartsWith("BT-Lab ASCII FILE", StringComparison.Ordinal);
        var namesLine = 1;
        if (isBt || first.StartsWith("EC-Lab ASCII FILE", StringComparison.Ordinal))
        {
            namesLine = HeaderLines(head);
        }
        else if (!EcLabColumns.AreNames(first.Split('\t')))
        {
            return null;
        }
        var names = head.Line(namesLine).Split('\t');
        if (!EcLabColumns.AreNames(names))
        {
            throw new InstrumentFileException(head.File, namesLine, $"{Texts.Shown(head.Line(namesLine))} where the names of the columns should be.",
                "Names such as time/s, Ewe/V, <I>/mA or freq/Hz, Re(Z)/Ohm, -Im(Z)/Ohm, separated by tabs, are expected in the last of the header's lines.");
        }
        var facts = EcLabHeader.Read(head, namesLine);
        TableForm form = new()
        {
            Delimiter = Tab, Names = names, NamesLine = namesLine, FirstLine = namesLine + 1,
            Sense = EcLabColumns.Sense, IsKnown = EcLabColumns.IsKnown, IsOpenCircuit = facts.Technique?.Contains("Open Circuit", StringComparison.OrdinalIgnoreCase) == true,
        };
        return new(isBt ? "BT-Lab text" : "EC-Lab text", new TextTable(head.File, TablePlanner.Plan(head, options, warnings, form)), facts)
        {
            IsOpenCircuit = form.IsOpenCircuit,
        };
    }

    static int HeaderLines(Head head)
    {
        const string Key = "Nb header lines :";
        var line = head.Line(2);
        if (line.StartsWith(Key, StringComparison.Ordinal) && int.TryParse(line.AsSpan(Key.Length).Trim(), out var count) && count >= 3 && count <= head.Count)
        {
            return count;
        }
        throw new InstrumentFileException(head.File, 2, $"{Texts.Shown(line)}:", $"'{Key} N' is expected, with N from 3 to the number of lines.");
    }
}
