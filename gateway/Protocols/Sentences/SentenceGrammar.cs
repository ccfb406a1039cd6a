using System.Globalization;
using System.Text.RegularExpressions;

namespace CoinRig.Protocols;

/// <summary>
/// PyBaMM's grammar of step strings, exactly (PyBaMM 7c9f5bd, experiment/step/steps.py and step_termination.py):
/// <code>
/// step  = action [ " for " time ] [ [" or"] " until " limit ] [ " (" time " period)" ]
/// action = "Rest" | ( "Charge" | "Discharge" | "Hold" ) " at " value
/// value = "C/" number | number [" "] [ "m" ] ( "A" | "V" | "W" | "Ohm" | "C" )
/// limit = [ "&lt;" | "&gt;" ] value      time = number [" "] unit
/// </code>
/// with at least one of "for" and "until", and limits in A, V or C-rate only. Case and blanks count.
/// </summary>
static partial class SentenceGrammar
{
    const string Number = @"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE]-?[0-9]+)?";
    const string Value = $@"C/{Number}|{Number} ?m?(?:A|V|W|Ohm|C)";
    const string Time = $@"{Number} ?(?:seconds|second|sec|s|minutes|minute|min|m|hours|hour|hr|h)";

    const string Positive = @"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE]-?[0-9]+)?";
    const string Limit = $@"(?:[<>] ?)?(?:C/{Positive}|{Number} ?m?(?:A|V|C))";

    /// <summary>What may be written, for the schema: the grammar without what is refused although it belongs to it.</summary>
    internal const string Pattern = $@"^(?:Rest|(?:Charge|Discharge) at (?:C/{Positive}|{Positive} ?m?(?:A|W|C))|Discharge at {Positive} ?m?Ohm|Hold at {Number} ?m?V)(?: for {Positive} ?(?:seconds|second|sec|s|minutes|minute|min|m|hours|hour|hr|h)(?:(?: or)? until {Limit})?|(?: or)? until {Limit})(?: \({Positive} ?(?:seconds|second|sec|s|minutes|minute|min|m|hours|hour|hr|h) period\))?$";

    [GeneratedRegex($@"^(?:(?<verb>Rest)|(?<verb>Charge|Discharge|Hold) at (?<value>{Value}))(?: for (?<for>{Time}))?(?:(?: or)? until (?:(?<op>[<>]) ?)?(?<until>{Value}))?(?: \((?<period>{Time}) period\))?$")]
    static partial Regex Step { get; }

    /// <summary>Reads a sentence; null where the grammar does not know it.</summary>
    internal static Sentence? Parse(string text)
    {
        var match = Step.Match(text);
        if (!match.Success || (!match.Groups["for"].Success && !match.Groups["until"].Success))
        {
            return null;
        }
        var until = ReadValue(match.Groups["until"]);
        return until is { Unit: "W" or "Ohm" } ? null : new Sentence(Enum.Parse<Verb>(match.Groups["verb"].Value), ReadValue(match.Groups["value"]),
            ReadTime(match.Groups["for"]), until, match.Groups["op"].Value, ReadTime(match.Groups["period"]));
    }

    static SentenceValue? ReadValue(Group group)
    {
        if (!group.Success)
        {
            return null;
        }
        var text = group.Value;
        if (text.StartsWith("C/", StringComparison.Ordinal))
        {
            return new(1 / ParseNumber(text[2..]), "C", text);
        }
        var unitStart = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        unitStart = unitStart < text.Length && text[unitStart] == '.' ? unitStart + 1 : unitStart;
        var unit = text[unitStart..].TrimStart();
        var isMilli = unit.StartsWith('m');
        return new(ParseNumber(text[..unitStart]) * (isMilli ? 1e-3 : 1), isMilli ? unit[1..] : unit, text);
    }

    static double? ReadTime(Group group)
    {
        if (!group.Success)
        {
            return null;
        }
        var unitStart = group.Value.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        unitStart = group.Value[unitStart] == '.' ? unitStart + 1 : unitStart;
        return ParseNumber(group.Value[..unitStart]) * (group.Value[unitStart..].TrimStart()[0] switch { 's' => 1, 'm' => 60, _ => 3600 });
    }

    static double ParseNumber(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
