namespace CoinRig.InstrumentFiles;

/// <summary>
/// Some successive rows of a file, column by column, in SI units. The memory is used again for the next batch: copy what you keep. A number
/// that is missing is NaN.
/// </summary>
public sealed class Batch
{
    readonly double[][] _numbers;
    readonly string[][] _texts;
    readonly Dictionary<Meaning, int> _byMeaning = [];

    /// <summary>Makes an empty batch, for a source of rows of one's own.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">Most rows.</param>
    public Batch(IReadOnlyList<MeasuredColumn> columns, int rows)
    {
        Columns = columns;
        Capacity = rows;
        _numbers = [.. columns.Select(c => c.IsText ? [] : new double[rows + 1])];
        _texts = [.. columns.Select(c => c.IsText ? new string[rows + 1] : [])];
        Lines = new long[rows + 1];
        PartOfRow = new int[rows + 1];
        for (var i = 0; i < columns.Count; i++)
        {
            _byMeaning.TryAdd(columns[i].Meaning, i);
        }
        _byMeaning.Remove(Meaning.Other);
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<MeasuredColumn> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; set; }

    /// <summary>Time, s; within a part it does not fall.</summary>
    public ReadOnlySpan<double> Seconds => this[Meaning.Time];

    /// <summary>Voltage, V.</summary>
    public ReadOnlySpan<double> Volts => this[Meaning.Voltage];

    /// <summary>Current, A; positive charges.</summary>
    public ReadOnlySpan<double> Amperes => this[Meaning.Current];

    /// <summary>Part of each row, from 0: a file in which time begins anew has several.</summary>
    public ReadOnlySpan<int> Parts => PartOfRow.AsSpan(0, Count);

    /// <summary>Line of each row in the file, from 1 (in Parquet: number of the row).</summary>
    public ReadOnlySpan<long> LineNumbers => Lines.AsSpan(0, Count);

    /// <summary>The first column of a meaning; empty where the file has none, or where it holds words.</summary>
    public ReadOnlySpan<double> this[Meaning meaning] => _byMeaning.TryGetValue(meaning, out var i) ? Numbers(i) : default;

    /// <summary>Most rows.</summary>
    public int Capacity { get; }

    internal long[] Lines { get; }

    internal int[] PartOfRow { get; }

    /// <summary>The numbers of a column by its place in <see cref="Columns"/>; empty where it holds words.</summary>
    public ReadOnlySpan<double> Numbers(int column) => Columns[column].IsText ? default : _numbers[column].AsSpan(0, Count);

    /// <summary>The words of a column by its place in <see cref="Columns"/>; empty where it holds numbers.</summary>
    public ReadOnlySpan<string> Texts(int column) => Columns[column].IsText ? _texts[column].AsSpan(0, Count) : default;

    /// <summary>The words of the first column of a meaning; empty where there is none.</summary>
    public ReadOnlySpan<string> Texts(Meaning meaning) => _byMeaning.TryGetValue(meaning, out var i) ? Texts(i) : default;

    /// <summary>The room for the numbers of a column, for a source of rows; <see cref="Count"/> says how many of them count.</summary>
    public Span<double> Room(int column) => _numbers[column].AsSpan(0, Capacity);

    /// <summary>The room for the words of a column.</summary>
    public Span<string> RoomForTexts(int column) => _texts[column].AsSpan(0, Capacity);

    internal double[] Cells(int column) => _numbers[column];

    internal string[] Words(int column) => _texts[column];

    internal int IndexOf(Meaning meaning) => _byMeaning.GetValueOrDefault(meaning, -1);

    /// <summary>Puts a row in the place of another.</summary>
    internal void Move(int from, int to)
    {
        foreach (var cells in _numbers.Where(static c => c.Length > 0))
        {
            cells[to] = cells[from];
        }
        foreach (var words in _texts.Where(static w => w.Length > 0))
        {
            words[to] = words[from];
        }
        Lines[to] = Lines[from];
        PartOfRow[to] = PartOfRow[from];
    }
}
