using System.Text;

namespace CoinRig.InstrumentFiles;

/// <summary>Numbers without names: a spectrum of three columns, f, Re Z, Im Z, or columns that the person gives by their positions.</summary>
sealed class NamelessFormat : IFormat
{
    const int FewestPoints = 5;

    public Content? Open(Head head, ReadOptions options, Warnings warnings)
    {
        var first = head.Find(static l => l.Trim().Length > 0 && !l.StartsWith('#'));
        foreach (var delimiter in first == 0 ? "" : ",\t; ")
        {
            var row = PlainHeading.Split(head, first, delimiter);
            row = row[^1].Length == 0 ? row[..^1] : row;
            if (row.Count < 3 || !row.TrueForAll(PlainHeading.IsNumber))
            {
                continue;
            }
            TableForm form = new() { Delimiter = (byte)delimiter, Names = [.. row.Select(static (_, i) => $"#{i + 1}")], NamesLine = 0, FirstLine = first, Sense = static _ => null, IsKnown = static _ => true };
            if (options.Columns.Count > 0)
            {
                var layout = TablePlanner.Plan(head, options, warnings, form);
                return new("numbers without names", new TextTable(head.File, layout), new());
            }
            return row.Count == 3 && IsSpectrum(new Sample(head, form)) ? Spectrum(head, options, warnings, form)
                : throw new InstrumentFileException(head.File, first, $"{row.Count} columns of numbers without names.", "Say which is what: --columns time=#1,voltage=#2,current=#3. A spectrum has three: f, Re Z, Im Z.");
        }
        return null;
    }

    static Content Spectrum(Head head, ReadOptions options, Warnings warnings, TableForm form)
    {
        Meaning[] meanings = [Meaning.Frequency, Meaning.RealImpedance, Meaning.ImaginaryImpedance];
        form = form with { Sense = name => ColumnSense.Of(meanings[name[1] - '1'], name == "#1" ? "Hz" : "ohm") };
        return new("EIS CSV", null, new()) { Spectra = new TextTable(head.File, TablePlanner.Plan(head, options, warnings, form)) };
    }

    /// <summary>Frequencies are positive, go one way, and are spaced evenly on a logarithmic scale, as times are not.</summary>
    static bool IsSpectrum(Sample sample)
    {
        List<double> logs = [];
        foreach (var row in sample.Rows)
        {
            if (row.Length < 3 || !Decimals.TryRead(Encoding.UTF8.GetBytes(row[0]), sample.Point, 0, out var hertz) || hertz <= 0)
            {
                return false;
            }
            logs.Add(Math.Log(hertz));
        }
        if (logs.Count < FewestPoints)
        {
            return false;
        }
        var steps = logs.Skip(1).Zip(logs, static (b, a) => b - a).ToList();
        var mean = steps.Average();
        return mean != 0 && steps.TrueForAll(s => Math.Sign(s) == Math.Sign(mean) && Math.Abs(s) < 4 * Math.Abs(mean)) && Math.Abs(logs[^1] - logs[0]) > Math.Log(10);
    }
}
