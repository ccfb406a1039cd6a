using System.Text;
using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>
/// Puts values in the place of variables and expressions wherever the definition of the keys has a value, so that all readers behind it see values
/// alone. What is computed holds <c>$</c>, a parenthesis or a brace; nothing else is touched.
/// </summary>
sealed class Expansion
{
    readonly VariableScope _scope;
    readonly HashSet<string> _valueKeys;

    Expansion(VariableScope scope, IEnumerable<ITechnique> techniques)
    {
        _scope = scope;
        _valueKeys = [.. Flat(ProgramKeys.File.Concat(ProgramKeys.Loop).Concat(ProgramKeys.Condition).Concat(StepKeys.Common).Concat(techniques.SelectMany(t => t.Keys)))
            .Where(k => IsValue(k.Kind)).Select(k => k.Name)];
    }

    /// <summary>Expands a whole protocol; its variables.</summary>
    internal static IReadOnlyList<Variable> Apply(Document document, IEnumerable<ITechnique> techniques)
    {
        var scope = VariableScope.Read(document);
        new Expansion(scope, techniques).Mapping(document.Root);
        scope.WarnOfUnused();
        return scope.All;
    }

    static IEnumerable<Key> Flat(IEnumerable<Key> keys) => keys.SelectMany(k => Flat(k.Inner).Prepend(k));

    static bool IsValue(KeyKind kind) => kind is not (KeyKind.Text or KeyKind.Label or KeyKind.Target or KeyKind.Choice or KeyKind.Truth or KeyKind.Names);

    void Mapping(DocumentNode node)
    {
        var map = node.AsMapping("")!;
        foreach (var key in map.Keys.Where(k => k != "let"))
        {
            var value = map.AsWritten(key)!;
            if (key == "steps")
            {
                foreach (var step in value.Items)
                {
                    Value(step, inSentence: true);
                }
            }
            else if (value.IsMapping || value.IsList || _valueKeys.Contains(key))
            {
                Value(value, inSentence: false);
            }
        }
    }

    void Value(DocumentNode node, bool inSentence)
    {
        if (node.IsMapping)
        {
            Mapping(node);
        }
        else if (node.IsList)
        {
            foreach (var item in node.Items)
            {
                Value(item, inSentence);
            }
        }
        else if (node.Text is { } text && text.AsSpan().IndexOfAny(inSentence ? "${" : "${(") >= 0)
        {
            try
            {
                node.ReadAs(Expanded(text, inSentence));
            }
            catch (ExpressionException e)
            {
                if (!e.IsTold)
                {
                    node.Report($"{node.Description}: {e.Found}", e.Allowed);
                }
                node.Settle();
            }
        }
    }

    string Expanded(string text, bool inSentence)
    {
        var expanded = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            if (ExpressionWords.Starts(text, i) && !(inSentence && text[i] == '('))
            {
                var read = Expression.Read(text, i, _scope.Find);
                expanded.Append(!read.IsComputed ? text[i..read.Position]
                    : read.Alone is { } alone && (!inSentence || alone.Value is null || alone.Text.StartsWith("C/", StringComparison.Ordinal)) ? alone.Text : read.Value.Text(inSentence));
                i = read.Position;
            }
            else
            {
                var length = text.AsSpan(i).StartsWith("..") ? 2 : WordLength(text, i);
                expanded.Append(text, i, length);
                i += length;
            }
        }
        return expanded.ToString();
    }

    /// <summary>A word is passed over whole: the C of "Charge" is no 1C, the V of "dV/dt" no unit.</summary>
    static int WordLength(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '|' or '/'))
        {
            end++;
        }
        return Math.Max(1, end - start);
    }
}
