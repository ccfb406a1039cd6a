using System.Text.RegularExpressions;

namespace CoinRig.InstrumentFiles;

/// <summary>The first rows of a table, taken apart, to see how its cells are written.</summary>
sealed partial class Sample
{
    const int Most = 300;

    readonly List<string[]> _rows = [];

    public Sample(Head head, TableForm form)
    {
        Fields fields = new(form.Delimiter);
        var rule = form.LineRule?.Fresh();
        for (var i = form.FirstLine; i <= head.Count && i < (form.EndLine ?? int.MaxValue) && _rows.Count < Most; i++)
        {
            var line = head.Bytes(i);
            if (Texts.Trim(line).Length == 0 || rule?.IsRow(line, i) == false)
            {
                continue;
            }
            FirstRowLine = FirstRowLine == 0 ? i : FirstRowLine;
            fields.Split(line);
            var row = new string[fields.Count];
            for (var f = 0; f < row.Length; f++)
            {
                row[f] = Texts.Of(Texts.Trim(line[fields[f].Start..fields[f].End]));
            }
            _rows.Add(row);
        }
        Point = form.Delimiter == ',' ? (byte)'.' : FindPoint(out _hasThousands);
    }

    readonly bool _hasThousands;

    /// <summary>The rows.</summary>
    public IReadOnlyList<string[]> Rows => _rows;

    /// <summary>The line of the first of them; 0 where there is none.</summary>
    public int FirstRowLine { get; }

    /// <summary>The decimal sign.</summary>
    public byte Point { get; }

    /// <summary>Whether commas separate thousands.</summary>
    public bool HasThousands => _hasThousands;

    /// <summary>How the cells of a column are written, judged by those that are not empty.</summary>
    public CellKind Kind(int field, DateOrder order)
    {
        var cells = _rows.Where(r => field < r.Length && r[field].Length > 0).Select(r => r[field]).ToList();
        bool Most(Func<string, bool> holds) => 2 * cells.Count(holds) > cells.Count;
        // By the majority, so that one damaged cell does not turn a column into words.
        return cells.Count == 0 || Most(IsNumber) ? CellKind.Number
            : Most(c => Dates.TryRead(Bytes(c), order, out _)) ? CellKind.Date
            : Most(c => c.Contains(':', StringComparison.Ordinal) && Clocks.TryRead(Bytes(c), Point, out _)) ? CellKind.Clock
            : CellKind.Text;
    }

    /// <summary>Whether a cell is a number or a word for a missing one.</summary>
    public bool IsNumber(string cell)
    {
        var bytes = Bytes(HasThousands ? cell.Replace(",", "", StringComparison.Ordinal) : cell);
        return Cell.IsMissing(bytes) || Decimals.TryRead(bytes, Point, 0, out _);
    }

    static byte[] Bytes(string cell) => System.Text.Encoding.UTF8.GetBytes(cell);

    byte FindPoint(out bool hasThousands)
    {
        var cells = _rows.SelectMany(static r => r).ToList();
        hasThousands = cells.Any(static c => Thousands.IsMatch(c));
        return cells.Any(static c => WithComma.IsMatch(c)) && !cells.Any(static c => WithPoint.IsMatch(c)) ? (byte)',' : (byte)'.';
    }

    [GeneratedRegex(@"^[-+]?\d+,\d*([eE][-+]?\d+)?$")]
    static partial Regex WithComma { get; }

    [GeneratedRegex(@"^[-+]?\d+\.\d*([eE][-+]?\d+)?$")]
    static partial Regex WithPoint { get; }

    [GeneratedRegex(@"^[-+]?\d{1,3}(,\d{3})+\.\d+$")]
    static partial Regex Thousands { get; }
}
