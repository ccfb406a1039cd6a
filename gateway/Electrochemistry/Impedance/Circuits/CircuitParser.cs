namespace CoinRig.Electrochemistry.Impedance.Circuits;

/// <summary>
/// Reads a circuit: <c>series = part {"-" part}; part = element | "p(" series {"," series} ")"; element = symbol [number]</c>. Blanks are ignored.
/// </summary>
sealed class CircuitParser(string text)
{
    const string Allowed = "R, C, L, CPE, W, Wo, Ws with a number, or p(...,...)";

    /// <summary>Deeper nesting is a mistake, and would exhaust the stack.</summary>
    const int DeepestNesting = 20;

    readonly List<CircuitParameter> _parameters = [];
    int _at;
    int _depth;

    /// <summary>Reads the text.</summary>
    public (CircuitNode Root, CircuitParameter[] Parameters) Parse()
    {
        var root = Series();
        if (Peek() is { } rest)
        {
            throw Error(rest == ')' ? "this ')' closes nothing; take it away, or open with 'p('." : $"found '{rest}'; allowed is '-' and a further part, or the end.");
        }
        return (root, [.. _parameters]);
    }

    CircuitNode Series()
    {
        var parts = new List<CircuitNode> { Part() };
        while (Take('-'))
        {
            parts.Add(Part());
        }
        return parts.Count == 1 ? parts[0] : new SeriesNode(parts);
    }

    CircuitNode Part()
    {
        if (Peek() is not { } first)
        {
            throw Error($"the circuit ends here; wanted is {Allowed}.");
        }
        if (first is not ('p' or 'P'))
        {
            return Element();
        }
        var opened = ++_at;
        if (!Take('('))
        {
            throw Error($"after 'p' comes '(' and parts with ',' between them, as in p(R1,CPE1).");
        }
        if (++_depth > DeepestNesting)
        {
            throw Error($"more than {DeepestNesting} parallel groups in each other.");
        }
        var parts = new List<CircuitNode> { Series() };
        while (Take(','))
        {
            parts.Add(Series());
        }
        if (!Take(')'))
        {
            throw Error(Peek() is { } found ? $"found '{found}'; allowed is '-', ',' or the ')' of the group that opens at character {opened}."
                : $"the ')' of the group that opens at character {opened} is missing.");
        }
        _depth--;
        return parts.Count > 1 ? new ParallelNode(parts)
            : throw new CircuitFormatException(text, opened, "a parallel group needs two parts or more, with ',' between them, as in p(R1,CPE1).");
    }

    CircuitElement Element()
    {
        var start = _at;
        var (symbol, kind) = Array.Find(ElementTable.Symbols, s => string.CompareOrdinal(text, _at, s.Symbol, 0, s.Symbol.Length) == 0);
        if (symbol is null)
        {
            throw Error($"found '{text[_at]}'; allowed is {Allowed}.");
        }
        _at += symbol.Length;
        var digits = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }
        var number = text[digits.._at];
        var first = _parameters.Count;
        foreach (var parameter in ElementTable.Parameters(kind, number))
        {
            if (_parameters.Any(p => p.Name == parameter.Name))
            {
                throw new CircuitFormatException(text, start + 1, $"{symbol}{number} has the parameter {parameter.Name}, and so has an element before it; give it another number.");
            }
            _parameters.Add(parameter);
        }
        return new(kind, symbol, number, first);
    }

    char? Peek()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
        return _at < text.Length ? text[_at] : null;
    }

    bool Take(char wanted)
    {
        if (Peek() != wanted)
        {
            return false;
        }
        _at++;
        return true;
    }

    CircuitFormatException Error(string problem) => new(text, _at + 1, problem);
}
