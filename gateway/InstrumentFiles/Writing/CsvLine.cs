using System.Globalization;

namespace CoinRig.InstrumentFiles;

/// <summary>One line of delimited text at a time, without garbage.</summary>
/// <param name="output">Where to.</param>
/// <param name="delimiter">What separates the fields.</param>
/// <param name="end">What ends a line.</param>
public sealed class CsvLine(TextWriter output, char delimiter = ',', string end = "\n")
{
    const int LongestField = 400;

    char[] _line = new char[4096];
    int _length;
    bool _isBegun;

    /// <summary>A double, as short as reads back to the same bits; a missing one is an empty field.</summary>
    public void Number(double value)
    {
        Separate();
        if (double.IsFinite(value))
        {
            value.TryFormat(_line.AsSpan(_length), out var written, "R", CultureInfo.InvariantCulture);
            _length += written;
        }
    }

    /// <summary>A double in 17 digits with an exponent of three digits, times a power of ten that changes the exponent alone.</summary>
    public void Exponent(double value, int shift)
    {
        Separate();
        if (!double.IsFinite(value))
        {
            return;
        }
        Span<char> digits = stackalloc char[32];
        value.TryFormat(digits, out var written, "E16", CultureInfo.InvariantCulture);
        var e = digits[..written].IndexOf('E');
        digits[..e].CopyTo(_line.AsSpan(_length));
        _length += e;
        var exponent = value == 0 ? 0 : int.Parse(digits[(e + 1)..written], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) + shift;
        _line[_length++] = 'E';
        _line[_length++] = exponent < 0 ? '-' : '+';
        Append(Math.Abs(exponent), "000");
    }

    /// <summary>An integer.</summary>
    public void Integer(long value)
    {
        Separate();
        Append(value, default);
    }

    /// <summary>Nanoseconds as seconds, exact and without trailing zeros.</summary>
    public void Seconds(long nanoseconds)
    {
        Separate();
        if (nanoseconds < 0)
        {
            _line[_length++] = '-';
        }
        var (whole, part) = ulong.DivRem(nanoseconds < 0 ? (ulong)-nanoseconds : (ulong)nanoseconds, 1_000_000_000);
        Append((long)whole, default);
        if (part != 0)
        {
            _line[_length++] = '.';
            Append((long)part, "000000000");
            while (_line[_length - 1] == '0')
            {
                _length--;
            }
        }
    }

    /// <summary>A word; in quotes where it holds a delimiter or a quote. Line ends in it become blanks, what is beyond 150 characters is left out.</summary>
    public void Text(string word)
    {
        Separate();
        var isQuoted = word.AsSpan().IndexOfAny(delimiter, '"') >= 0;
        if (isQuoted)
        {
            _line[_length++] = '"';
        }
        foreach (var c in word.AsSpan(0, Math.Min(word.Length, 150)))
        {
            if (c == '"')
            {
                _line[_length++] = '"';
            }
            _line[_length++] = c is '\n' or '\r' ? ' ' : c;
        }
        if (isQuoted)
        {
            _line[_length++] = '"';
        }
    }

    /// <summary>Ends the line and writes it.</summary>
    public void End()
    {
        output.Write(_line, 0, _length);
        output.Write(end);
        _length = 0;
        _isBegun = false;
    }

    void Append(long value, ReadOnlySpan<char> format)
    {
        value.TryFormat(_line.AsSpan(_length), out var written, format, CultureInfo.InvariantCulture);
        _length += written;
    }

    void Separate()
    {
        if (_line.Length - _length < LongestField)
        {
            Array.Resize(ref _line, 2 * _line.Length);
        }
        if (_isBegun)
        {
            _line[_length++] = delimiter;
        }
        _isBegun = true;
    }
}
