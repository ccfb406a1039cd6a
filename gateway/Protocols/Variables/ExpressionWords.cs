using System.Text.RegularExpressions;

namespace CoinRig.Protocols;

/// <summary>The words of expressions: numbers, units, names and C-rates.</summary>
static partial class ExpressionWords
{
    [GeneratedRegex(@"\G(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?(?![0-9])")]
    internal static partial Regex NumberShape { get; }

    [GeneratedRegex(@"\G[A-Za-z_µμΩ°%][A-Za-z0-9_µμΩ°²³/]*")]
    internal static partial Regex UnitShape { get; }

    [GeneratedRegex(@"\G[A-Za-z_][A-Za-z0-9_]*")]
    internal static partial Regex NameShape { get; }

    [GeneratedRegex(@"\GC/([0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?![A-Za-z0-9])")]
    internal static partial Regex RateShape { get; }

    /// <summary>Whether an expression may start at a place.</summary>
    internal static bool Starts(string text, int at)
    {
        var next = at;
        if (text[at] is '-' or '+')
        {
            next++;
            while (next < text.Length && text[next] == ' ')
            {
                next++;
            }
        }
        return next < text.Length && (text[next] is '$' or '{' || NumberShape.IsMatch(text, next) || (text[next] == '(') || IsOneC(text, next));
    }

    /// <summary>"C" as 1C: not the beginning of a word.</summary>
    internal static bool IsOneC(string text, int at) => text[at] == 'C' && (at + 1 == text.Length || !(char.IsAsciiLetterOrDigit(text[at + 1]) || text[at + 1] == '_'));

    /// <summary>What a unit is of, with its factor to SI; null where it is none.</summary>
    internal static (ValueKind Kind, double Factor)? KindOf(string unit)
    {
        foreach (var kind in ValueKind.All)
        {
            if (kind.Factor(unit) is { } factor)
            {
                return (kind, factor);
            }
        }
        return null;
    }

    /// <summary>Whether a word is a unit, and so no name of a variable.</summary>
    internal static bool IsUnit(string word) => KindOf(word) is not null;
}
