using System.Globalization;
using System.Text;
using CoinRig.Documents;

namespace CoinRig.Interchange;

/// <summary>Walks over the characters of a step list: blanks, comments, texts in quotes, whole numbers, and lines without quotes.</summary>
sealed class PybammScanner(string text, string name)
{
    int _at;
    int _line = 1;
    int _lineStart;

    internal Place Here => new(_line, _at - _lineStart + 1);

    internal bool IsAtEnd => _at >= text.Length;

    internal char Next => IsAtEnd ? '\0' : text[_at];

    internal DocumentException Refused(Place place, string found, string allowed) => new([new(name, place.Line, place.Column, found, allowed)]);

    /// <summary>Goes over blanks, line ends and comments.</summary>
    internal void SkipBlanks()
    {
        while (!IsAtEnd && (char.IsWhiteSpace(Next) || Next is '#' or '\uFEFF'))
        {
            if (Next == '#')
            {
                while (!IsAtEnd && Next != '\n')
                {
                    _at++;
                }
                continue;
            }
            if (text[_at++] == '\n')
            {
                (_line, _lineStart) = (_line + 1, _at);
            }
        }
    }

    internal bool Take(char expected)
    {
        SkipBlanks();
        if (Next != expected || IsAtEnd)
        {
            return false;
        }
        _at++;
        return true;
    }

    /// <summary>A line without quotes; a comma at its end belongs to the list, a comment to nobody.</summary>
    internal PybammSentence Line()
    {
        var (place, start) = (Here, _at);
        while (!IsAtEnd && Next is not ('\n' or '#'))
        {
            _at++;
        }
        return new(place, text[start.._at].TrimEnd().TrimEnd(','));
    }

    internal int WholeNumber()
    {
        SkipBlanks();
        var (place, start) = (Here, _at);
        while (char.IsAsciiDigit(Next))
        {
            _at++;
        }
        return int.TryParse(text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : throw Refused(place, _at == start ? $"'{Next}' behind '*'" : $"'* {text[start.._at]}'", "'* N' with a whole number of passes");
    }

    /// <summary>A text in single or double quotes on one line.</summary>
    internal PybammSentence Quoted()
    {
        var place = Here;
        var quote = text[_at++];
        var read = new StringBuilder();
        while (Next != quote)
        {
            if (IsAtEnd || Next == '\n')
            {
                throw Refused(place, $"a text without its second {quote}", "each step in quotes, on one line");
            }
            read.Append(Next == '\\' ? Escaped(place) : Next);
            _at++;
        }
        _at++;
        return new(place, read.ToString());
    }

    char Escaped(Place place)
    {
        _at++;
        switch (Next)
        {
            case '"' or '\'' or '\\' or '/':
                return Next;
            case 'u' when _at + 4 < text.Length && ushort.TryParse(text.AsSpan(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            default:
                throw Refused(place, $"'\\{Next}' in a step", "a step without '\\'");
        }
    }
}
