using System.Text.RegularExpressions;

namespace CoinRig.Protocols;

/// <summary>Says why a text is not a sentence of the grammar and what to write instead: the first reason that fits.</summary>
static partial class SentenceDiagnosis
{
    const string Form = "'Charge at C/5 until 4.2 V', 'Discharge at 0.1 mA for 2 hours or until 2.8 V', 'Hold at 4.2 V until C/20', 'Rest for 30 minutes'";

    static readonly string[] Verbs = ["Rest", "Charge", "Discharge", "Hold"];

    internal static (string Found, string Allowed) Explain(string text)
    {
        var first = text.Split(' ', 2)[0];
        foreach (var reason in new Func<string, string, (string, string)?>[] { Blanks, FirstWord, Comma, Misplaced, ValueUnit, TimeUnit, LimitUnit, Ends })
        {
            if (reason(text, first) is { } explained)
            {
                return ($"'{text}': {explained.Item1}", explained.Item2);
            }
        }
        return ($"'{text}' is not a step", $"a sentence such as {Form}, or a mapping 'step: TECHNIQUE' with its keys");
    }

    static (string, string)? Blanks(string text, string first)
    {
        if (text.Trim().Contains("  ", StringComparison.Ordinal))
        {
            return ("two blanks in a row", "single blanks between the words");
        }
        return PeriodGlued.IsMatch(text) ? ("no blank before '('", "a blank before '(' : 'for 1 hour (1 minute period)'") : null;
    }

    static (string, string)? FirstWord(string text, string first)
    {
        if (Verbs.Contains(first))
        {
            return null;
        }
        var sameLetters = Verbs.FirstOrDefault(v => v.Equals(first, StringComparison.OrdinalIgnoreCase));
        return first switch
        {
            _ when sameLetters is not null => ($"'{first}' in other letters", $"'{sameLetters}': upper and lower case count in sentences"),
            "Run" => ("'Run' is not a verb (PyBaMM removed it too)", "steps of current; drive cycles are not a step here"),
            _ => ($"'{first}' is not a verb", $"one of {string.Join(", ", Verbs)}, as in {Form}"),
        };
    }

    static (string, string)? Comma(string text, string first) =>
        DecimalComma.IsMatch(text) ? ("a comma in a number", $"a decimal point: '{DecimalComma.Replace(text, "$1.$2")}'") : null;

    static (string, string)? Misplaced(string text, string first)
    {
        var until = text.IndexOf(" until ", StringComparison.Ordinal);
        var duration = text.IndexOf(" for ", StringComparison.Ordinal);
        if (until >= 0 && text.IndexOf(" until ", until + 1, StringComparison.Ordinal) > 0)
        {
            return ("two limits", "one limit in a sentence; as a mapping a step takes a list: 'until: [C/20, current < 0.1 mA]'");
        }
        if (until >= 0 && duration > until)
        {
            return ("'for' behind 'until'", "'for' first: 'for 1 hour or until 4.1 V'");
        }
        if (until < 0 && text.Contains(" to ", StringComparison.Ordinal))
        {
            return ("'to' is no word of a sentence", $"'until': '{text.Replace(" to ", " until ", StringComparison.Ordinal)}'");
        }
        if (TemperatureInText.IsMatch(text))
        {
            return ("a temperature in the sentence", "no temperature here: the rig does not set one; 'limits: {temperature: 45 degC}' watches it");
        }
        return until < 0 && text.Contains(" or ", StringComparison.Ordinal) ? ("'or' without 'until'", "'for 1 hour or until 4.2 V'") : null;
    }

    static (string, string)? ValueUnit(string text, string first)
    {
        if (first == "Rest")
        {
            return null;
        }
        var match = AfterAt.Match(text);
        if (!match.Success)
        {
            return ($"no ' at VALUE' behind '{first}'", $"'{first} at {(first == "Hold" ? "4.2 V" : "C/5")} ...'");
        }
        var value = match.Groups["value"].Value.Trim();
        return IsValue.IsMatch(value) ? null : ($"'{value}' is not a value", value switch
        {
            _ when value.Contains('/') || value.TrimStart('C').Length == 0 || BareRate.IsMatch(value) => "a C-rate written C/2, 0.5C or 2 C",
            _ when SmallUnit.IsMatch(value) => "the units A, mA, V, mV or C: write 0.05 mA for 50 uA, or use a mapping, which knows uA",
            _ => "a number and one of the units A, mA, V, mV, C: C/5, 0.2 C, 0.5 mA, 4.2 V (decimal point, no '+')",
        });
    }

    static (string, string)? TimeUnit(string text, string first)
    {
        foreach (Match match in Times.Matches(text))
        {
            var time = match.Groups["time"].Value.Trim();
            if (!IsTime.IsMatch(time))
            {
                return ($"'{time}' is not a time", "a number and s, sec, second(s), m, min, minute(s), h, hr or hour(s), in small letters: '48 hours' for 2 days");
            }
        }
        return null;
    }

    static (string, string)? LimitUnit(string text, string first)
    {
        var match = AfterUntil.Match(text);
        var limit = match.Groups["value"].Value.Trim();
        return !match.Success || IsLimit.IsMatch(limit) ? null
            : ($"'{limit}' is not a limit of a sentence", "a voltage, a current or a C-rate; for charge or capacity use a mapping: 'until: charge > 0.5 mAh'");
    }

    static (string, string)? Ends(string text, string first) =>
        text.Contains(" for ", StringComparison.Ordinal) || text.Contains(" until ", StringComparison.Ordinal) ? null
            : ("a step without an end", $"'{text} for 1 hour' or '{text} until {(first == "Hold" ? "C/20" : first == "Discharge" ? "2.8 V" : "4.2 V")}'");

    const string Number = @"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE]-?[0-9]+)?";

    [GeneratedRegex("([0-9]),([0-9])")]
    static partial Regex DecimalComma { get; }

    [GeneratedRegex(@"\S\([^)]*period\)")]
    static partial Regex PeriodGlued { get; }

    [GeneratedRegex("[0-9]o?C at | at .* at ")]
    static partial Regex TemperatureInText { get; }

    [GeneratedRegex(@"^\w+ at (?<value>.*?)(?: for | or until | until | \(|$)")]
    static partial Regex AfterAt { get; }

    [GeneratedRegex(@" until (?<value>.*?)(?: \(|$)")]
    static partial Regex AfterUntil { get; }

    [GeneratedRegex(@"(?: for (?<time>.*?)(?: or | until | \(|$)|\((?<time>.*?) period\))")]
    static partial Regex Times { get; }

    [GeneratedRegex($"^(?:C/{Number}|{Number} ?m?(?:A|V|W|Ohm|C))$")]
    static partial Regex IsValue { get; }

    [GeneratedRegex($"^[<>]? ?(?:C/{Number}|{Number} ?m?(?:A|V|C))$")]
    static partial Regex IsLimit { get; }

    [GeneratedRegex($"^{Number} ?(?:seconds|second|sec|s|minutes|minute|min|m|hours|hour|hr|h)$")]
    static partial Regex IsTime { get; }

    [GeneratedRegex(@"^C[0-9]")]
    static partial Regex BareRate { get; }

    [GeneratedRegex(@"[unµμk](A|V|W)$")]
    static partial Regex SmallUnit { get; }
}
