namespace CoinRig.InstrumentFiles;

/// <summary>Reads the cells of one column into a batch.</summary>
sealed class Cell
{
    readonly PlannedColumn _plan;
    readonly bool _isPlain;
    readonly int _shift;
    readonly byte _point;
    readonly bool _hasThousands;
    readonly double _factor;
    readonly Dictionary<int, string> _words = [];
    long? _firstTicks;

    public Cell(PlannedColumn plan, TableLayout layout)
    {
        _plan = plan;
        _isPlain = plan.Kind == CellKind.Number;
        _shift = plan.Unit.Shift;
        _point = layout.Point;
        _hasThousands = layout.HasThousands;
        _factor = plan.IsNegated ? -plan.Unit.Factor : plan.Unit.Factor;
    }

    /// <summary>Reads a number, a duration or a date; NaN for an empty cell. False where it is none of these.</summary>
    public bool TryNumber(ReadOnlySpan<byte> text, out double value)
    {
        if (_isPlain ? !Decimals.TryRead(text, _point, _shift, out value) : !TryTime(text, out value))
        {
            return TryOther(Texts.Trim(text), out value);
        }
        if (_factor != 1)
        {
            value *= _factor;
        }
        return true;
    }

    bool TryTime(ReadOnlySpan<byte> text, out double value) =>
        _plan.Kind == CellKind.Clock ? Clocks.TryRead(Texts.Trim(text), _point, out value) : TryDate(Texts.Trim(text), out value);

    /// <summary>Reads a word; the same word is the same string.</summary>
    public string Word(ReadOnlySpan<byte> text)
    {
        text = Texts.Trim(text);
        HashCode hash = new();
        hash.AddBytes(text);
        var key = hash.ToHashCode();
        if (_words.TryGetValue(key, out var word) && Matches(word, text))
        {
            return word;
        }
        word = Texts.Of(text);
        if (_words.Count < 256)
        {
            _words[key] = word;
        }
        return word;
    }

    static bool Matches(string word, ReadOnlySpan<byte> text) => System.Text.Ascii.Equals(text, word);

    /// <summary>What is neither: an empty cell, a word for a missing value, a number with blanks around it or with thousands.</summary>
    bool TryOther(ReadOnlySpan<byte> text, out double value)
    {
        value = double.NaN;
        if (text.Length == 0 || IsMissing(text))
        {
            return true;
        }
        if (_plan.Kind != CellKind.Number)
        {
            return false;
        }
        if (_hasThousands && text.Contains((byte)','))
        {
            text = text.ToArray().Where(static c => c != ',').ToArray();
        }
        if (!Decimals.TryRead(text, _point, _plan.Unit.Shift, out value))
        {
            return false;
        }
        value *= _factor;
        return true;
    }

    /// <summary>Whether a cell says that there is no value.</summary>
    public static bool IsMissing(ReadOnlySpan<byte> text) => text.Length is > 1 and < 5
        && (text.SequenceEqual("N/A"u8) || text.SequenceEqual("nan"u8) || text.SequenceEqual("NaN"u8) || text.SequenceEqual("NA"u8) || text.SequenceEqual("null"u8)
            // EC-Lab's way
            || !text.ContainsAnyExcept((byte)'X'));

    /// <summary>Wall times are Unix seconds; a date in the column of time counts from the first.</summary>
    bool TryDate(ReadOnlySpan<byte> text, out double seconds)
    {
        seconds = 0;
        if (!Dates.TryRead(text, _plan.Order, out var ticks))
        {
            return false;
        }
        var from = _plan.Column.Meaning == Meaning.WallTime ? DateTime.UnixEpoch.Ticks : _firstTicks ??= ticks;
        seconds = (ticks - from) / (double)TimeSpan.TicksPerSecond;
        return true;
    }
}
