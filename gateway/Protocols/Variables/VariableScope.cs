using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>The variables of a protocol file: what stands under <c>let</c>, in any order.</summary>
sealed class VariableScope
{
    /// <summary>Words with a meaning in conditions and sentences.</summary>
    static readonly string[] Words = ["and", "or", "until", "for", "at"];

    const int LongestChain = 100;

    readonly Dictionary<string, DocumentNode> _nodes = [];
    readonly Dictionary<string, Variable?> _known = [];
    readonly List<string> _open = [];
    readonly HashSet<string> _used = [];
    bool _isUnreadable;

    /// <summary>The variables in the order of the file; those with mistakes left out.</summary>
    internal IReadOnlyList<Variable> All => [.. _nodes.Keys.Select(n => _known.GetValueOrDefault(n)).OfType<Variable>()];

    /// <summary>Reads <c>let</c>; what is wrong with it is reported.</summary>
    internal static VariableScope Read(Document document)
    {
        var scope = new VariableScope();
        if (!document.Root.IsMapping || document.Root.AsMapping("a protocol file")!.AsWritten("let") is not { } node)
        {
            return scope;
        }
        if (node.AsMapping("'let'") is not { } map)
        {
            scope._isUnreadable = true;
        }
        else
        {
            foreach (var name in map.Keys)
            {
                scope.Declare(name, map.AsWritten(name)!);
            }
            foreach (var name in scope._nodes.Keys)
            {
                scope.TryValue(name);
            }
        }
        return scope;
    }

    void Declare(string name, DocumentNode node)
    {
        if (ExpressionWords.NameShape.Match(name) is not { Success: true } shape || shape.Length != name.Length)
        {
            _known[name] = null;
            node.Report($"the variable '{name}'", "a name of letters, digits and '_', beginning with a letter");
        }
        else if (ExpressionWords.IsUnit(name) || Words.Contains(name) || ThresholdValue.Names.Contains(name) || ResultNames.All.Contains(name))
        {
            _known[name] = null;
            node.Report($"the variable '{name}' hides what '{name}' means already", "another name, which is no unit, no quantity and no result: 'top' or 'my_rate'");
        }
        _nodes[name] = node;
    }

    /// <summary>The value behind a name.</summary>
    /// <exception cref="ExpressionException">There is none.</exception>
    internal Variable Find(string name)
    {
        _used.Add(name);
        if (_isUnreadable)
        {
            throw ExpressionException.Told;
        }
        if (!_nodes.ContainsKey(name))
        {
            var near = Spelling.Nearest(name, _nodes.Keys);
            throw new ExpressionException($"there is no variable '{name}'", near is not null ? $"did you mean '{near}'? The variables are: {string.Join(", ", _nodes.Keys)}"
                : _nodes.Count > 0 ? $"one of the variables: {string.Join(", ", _nodes.Keys)}" : "'let: {name: value}' at the top of the file, which names values");
        }
        return TryValue(name) ?? throw ExpressionException.Told;
    }

    /// <summary>Warns of every variable that nothing uses.</summary>
    internal void WarnOfUnused()
    {
        foreach (var (name, node) in _nodes.Where(n => !_used.Contains(n.Key)))
        {
            node.Warn($"nothing uses the variable '{name}'", $"'${name}' where its value belongs, or no '{name}'");
        }
    }

    /// <summary>The value of a variable; null where it has a mistake, which is reported once.</summary>
    Variable? TryValue(string name)
    {
        if (_known.TryGetValue(name, out var known))
        {
            return known;
        }
        var node = _nodes[name];
        if (_open.Contains(name))
        {
            node.Report($"'{name}' is made of itself: {string.Join(" -> ", _open[_open.IndexOf(name)..])} -> {name}", "values that are known without it");
            return _known[name] = null;
        }
        if (_open.Count == LongestChain)
        {
            node.Report($"the variable '{name}' at the end of a chain of more than {LongestChain}", "variables that are made of fewer others");
            return _known[name] = null;
        }
        _open.Add(name);
        try
        {
            return _known[name] = Valued(name, node);
        }
        catch (ExpressionException e)
        {
            if (!e.IsTold)
            {
                node.Report($"{node.Description}: {e.Found}", e.Allowed);
            }
            return _known[name] = null;
        }
        finally
        {
            _open.Remove(name);
        }
    }

    Variable Valued(string name, DocumentNode node)
    {
        if (node.Text is not { Length: > 0 } text)
        {
            throw new ExpressionException("a variable without a value", "a value with its unit, a range LOW .. HIGH, or an expression such as 2 * $rate");
        }
        var ends = text.Split("..", StringSplitOptions.TrimEntries);
        if (ends.Length == 2 && ends.Any(e => e.Length > 0))
        {
            return new(name, $"{End(ends[0])} .. {End(ends[1])}".Trim());
        }
        var (value, written) = Whole(text);
        return new(name, written) { Value = value };

        string End(string end) => end.Length == 0 ? "" : Whole(end).Written;
    }

    (Computed Value, string Written) Whole(string text)
    {
        var read = Expression.Read(text, 0, Find);
        if (text[read.Position..].Trim() is { Length: > 0 } rest)
        {
            throw new ExpressionException($"'{rest}' behind a value", "a value with its unit (a discharge is -C/5), a range LOW .. HIGH, or an expression such as 2 * $rate");
        }
        return read.Alone is { Value: null } range ? throw new ExpressionException($"'{range.Name}' is a range", "a single value")
            : (read.Value, read.IsComputed ? read.Value.Text(inSentence: false) : text.Trim());
    }
}
