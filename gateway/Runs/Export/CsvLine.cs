using System.Globalization;

namespace CoinRig.Runs;

/// <summary>One line of a CSV at a time, without garbage.</summary>
sealed class CsvLine(TextWriter output)
{
    readonly char[] _line = new char[1024];
    int _length;

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

    /// <summary>A word without commas or quotes.</summary>
    public void Text(string word)
    {
        Separate();
        word.CopyTo(_line.AsSpan(_length));
        _length += word.Length;
    }

    /// <summary>Ends the line and writes it.</summary>
    public void End()
    {
        _line[_length++] = '\n';
        output.Write(_line, 0, _length);
        _length = 0;
    }

    void Append(long value, ReadOnlySpan<char> format)
    {
        value.TryFormat(_line.AsSpan(_length), out var written, format, CultureInfo.InvariantCulture);
        _length += written;
    }

    void Separate()
    {
        if (_length > 0)
        {
            _line[_length++] = ',';
        }
    }
}
