using CoinRig.InstrumentFiles;

namespace CoinRig.HostileFiles;

/// <summary>All that a reader makes of a file: its refusal, or its warnings and every cell.</summary>
sealed record Reading(string? Refusal, IReadOnlySet<string> Warnings, IReadOnlyList<string> Names, IReadOnlyList<long> Lines, IReadOnlyList<object[]> Rows)
{
    /// <summary>Reads a file whole. What is no refusal is thrown on.</summary>
    public static Reading Of(string path)
    {
        try
        {
            var file = MeasuredFile.Open(path);
            List<object[]> rows = [];
            List<long> lines = [];
            List<string> names = [.. file.Columns.Select(static c => c.Name)];
            if (file.Columns.Count > 0)
            {
                foreach (var batch in file.Batches())
                {
                    for (var row = 0; row < batch.Count; row++)
                    {
                        rows.Add([.. Enumerable.Range(0, names.Count).Select(c => batch.Columns[c].IsText ? (object)batch.Texts(c)[row] : BitConverter.DoubleToInt64Bits(batch.Numbers(c)[row]))]);
                        lines.Add(batch.LineNumbers[row]);
                    }
                }
            }
            IEnumerable<FileWarning> warnings = file.Warnings;
            if (file.HasSpectra && file.Columns.Count == 0)
            {
                foreach (var spectrum in file.ReadSpectra())
                {
                    for (var i = 0; i < spectrum.Spectrum.Count; i++)
                    {
                        rows.Add([BitConverter.DoubleToInt64Bits(spectrum.Spectrum.Hertz[i]), BitConverter.DoubleToInt64Bits(spectrum.Spectrum.Ohms[i].Real), BitConverter.DoubleToInt64Bits(spectrum.Spectrum.Ohms[i].Imaginary)]);
                        lines.Add(0);
                    }
                }
            }
            return new(null, warnings.Concat(file.Warnings).Select(static w => w.ToString()).ToHashSet(), names, lines, rows);
        }
        catch (InstrumentFileException refusal)
        {
            return new(refusal.Message, new HashSet<string>(), [], [], []);
        }
    }

    /// <summary>Cells that differ, and rows that hold them; null where there are not as many rows or columns.</summary>
    public (int Cells, int Rows)? Difference(Reading other)
    {
        if (Rows.Count != other.Rows.Count)
        {
            return null;
        }
        var (cells, rows) = (0, 0);
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].Length != other.Rows[i].Length)
            {
                return null;
            }
            var different = Rows[i].Zip(other.Rows[i]).Count(static p => !p.First.Equals(p.Second));
            cells += different;
            rows += different > 0 ? 1 : 0;
        }
        return (cells, rows);
    }
}
