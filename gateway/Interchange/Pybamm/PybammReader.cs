using CoinRig.Documents;

namespace CoinRig.Interchange;

/// <summary>
/// Reads the entries of a step list. In brackets: <c>list = "[" terms "]" [ "*" N ] [ "+" list ]</c>, with texts in quotes and tuples of them, each perhaps
/// <c>* N</c>; without: one step or one tuple a line.
/// </summary>
sealed class PybammReader(string text, string name)
{
    /// <summary>More entries than any experiment has: a slip of the pen in '* N'.</summary>
    const int MostEntries = 100_000;

    readonly PybammScanner _scanner = new(text, name);

    /// <exception cref="DocumentException">It is no step list.</exception>
    internal IReadOnlyList<PybammEntry> Read()
    {
        _scanner.SkipBlanks();
        var entries = _scanner.Next == '[' ? Sum() : Lines();
        _scanner.SkipBlanks();
        return _scanner.IsAtEnd ? entries : throw _scanner.Refused(_scanner.Here, $"'{_scanner.Next}' behind the list", "nothing, or '+' with another list");
    }

    List<PybammEntry> Lines()
    {
        var entries = new List<PybammEntry>();
        for (_scanner.SkipBlanks(); !_scanner.IsAtEnd; _scanner.SkipBlanks())
        {
            if (_scanner.Next is '(' or '[' or '"' or '\'')
            {
                Repeat(entries, [Entry()]);
                _scanner.Take(',');
            }
            else
            {
                var line = _scanner.Line();
                entries.Add(new(line.Place, false, [line]));
            }
        }
        return entries;
    }

    List<PybammEntry> Sum()
    {
        var entries = new List<PybammEntry>();
        do
        {
            _scanner.SkipBlanks();
            if (!_scanner.Take('['))
            {
                throw _scanner.Refused(_scanner.Here, $"'{_scanner.Next}' behind '+'", "a list in brackets");
            }
            Repeat(entries, List());
        }
        while (_scanner.Take('+'));
        return entries;
    }

    /// <summary>The entries up to the bracket that closes the list.</summary>
    List<PybammEntry> List()
    {
        var entries = new List<PybammEntry>();
        while (!_scanner.Take(']'))
        {
            Repeat(entries, [Entry()]);
            if (!_scanner.Take(',') && _scanner.Next != ']')
            {
                throw Unexpected("',' or ']'");
            }
        }
        return entries;
    }

    void Repeat(List<PybammEntry> entries, IReadOnlyList<PybammEntry> part)
    {
        var place = _scanner.Here;
        var count = _scanner.Take('*') ? _scanner.WholeNumber() : 1;
        if (entries.Count + (long)count * part.Count > MostEntries)
        {
            throw _scanner.Refused(place, $"more than {MostEntries} entries", "a shorter list");
        }
        for (var i = 0; i < count; i++)
        {
            entries.AddRange(part);
        }
    }

    /// <summary>A step in quotes, or a tuple of them. In parentheses one step without a comma behind it is no tuple, as in Python.</summary>
    PybammEntry Entry()
    {
        _scanner.SkipBlanks();
        var place = _scanner.Here;
        if (_scanner.Next is '"' or '\'')
        {
            return new(place, false, [_scanner.Quoted()]);
        }
        var closes = _scanner.Take('(') ? ')' : _scanner.Take('[') ? ']' : throw Unexpected("a step in quotes, or a tuple of steps");
        var steps = new List<PybammSentence>();
        var comma = false;
        while (!_scanner.Take(closes))
        {
            if (_scanner.Next is not ('"' or '\''))
            {
                throw Unexpected(_scanner.Next is '(' or '[' ? "no tuple inside a tuple: a cycle holds steps" : "a step in quotes");
            }
            steps.Add(_scanner.Quoted());
            comma = _scanner.Take(',');
            if (!comma && _scanner.Next != closes)
            {
                throw Unexpected($"',' or '{closes}'");
            }
        }
        return steps.Count > 0 ? new(place, closes == ']' || comma || steps.Count > 1, steps)
            : throw _scanner.Refused(place, "a cycle without steps", "at least one step in a tuple");
    }

    DocumentException Unexpected(string allowed) => _scanner.Refused(_scanner.Here,
        _scanner.IsAtEnd ? "the end of the file" : _scanner.Next == '{' ? "a mapping" : char.IsAsciiDigit(_scanner.Next) ? "a number" : $"'{_scanner.Next}'", allowed);
}
