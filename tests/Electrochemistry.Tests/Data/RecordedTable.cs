using System.Globalization;

namespace CoinRig.Electrochemistry.Tests.Data;

/// <summary>Columns of a recorded table by their headings; what is no number is NaN, a time of day or of a run is in seconds.</summary>
sealed class RecordedTable
{
    readonly string[] _headings;
    readonly List<string[]> _rows;

    RecordedTable(string[] headings, List<string[]> rows) => (_headings, _rows) = (headings, rows);

    /// <summary>Reads a table of the shared data; the test is inconclusive where it is not there.</summary>
    public static RecordedTable Read(string folder, string file, char delimiter = ',', int headingLine = 1)
    {
        var lines = SharedData.Lines(folder, file).Skip(headingLine - 1).ToList();
        var headings = lines[0].Split(delimiter).Select(h => h.Trim()).ToArray();
        return new(headings, [.. lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Split(delimiter)).Where(f => f.Length >= headings.Length - 1)]);
    }

    public double[] this[string heading] => Column(heading);

    public RecordedTable Where(Func<Func<string, double>, bool> keep) => new(_headings, [.. _rows.Where(row => keep(heading => Number(row[Index(heading)])))]);

    public string[] Words(string heading) => [.. _rows.Select(row => row[Index(heading)].Trim())];

    double[] Column(string heading)
    {
        var index = Index(heading);
        return [.. _rows.Select(row => Number(row[index]))];
    }

    int Index(string heading) => Array.IndexOf(_headings, heading) is var index and >= 0 ? index : throw new ArgumentException($"There is no column {heading}.", nameof(heading));

    static double Number(string text)
    {
        text = text.Trim();
        var days = text.IndexOf('d') is var d and > 0 && text.Contains(':') ? int.Parse(text[..d], CultureInfo.InvariantCulture) : 0;
        if (text.Contains(':'))
        {
            return 86400.0 * days + text[(text.IndexOf('d') + 1)..].Split(':').Aggregate(0.0, (sum, part) => 60 * sum + double.Parse(part, CultureInfo.InvariantCulture));
        }
        return double.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
    }
}
