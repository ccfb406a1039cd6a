using System.Globalization;

namespace CoinRig.Interchange.Tests;

/// <summary>
/// The grammar of PyBaMM's step strings as the reference page states it (PyBaMM 7c9f5bd), read from left to right. It shares nothing with
/// what is tested.
/// </summary>
static class PybammRules
{
    static readonly string[] Units = ["mOhm", "Ohm", "mA", "mV", "mW", "mC", "A", "V", "W", "C"];

    static readonly string[] Times = ["seconds", "second", "sec", "s", "minutes", "minute", "min", "m", "hours", "hour", "hr", "h"];

    /// <summary>Whether PyBaMM takes the sentence, and it does what it says.</summary>
    internal static bool Accepts(string step)
    {
        var rest = step;
        string? unit = null;
        var number = 0.0;
        var verb = Take(ref rest, "Rest") ? "Rest" : Take(ref rest, "Charge at ") ? "Charge" : Take(ref rest, "Discharge at ") ? "Discharge" : Take(ref rest, "Hold at ") ? "Hold" : "";
        if (verb == "" || (verb != "Rest" && !TakeValue(ref rest, out number, out unit)))
        {
            return false;
        }
        var hasFor = Take(ref rest, " for ");
        if (hasFor && !(TakeTime(ref rest, out var seconds) && seconds > 0))
        {
            return false;
        }
        var hasUntil = Take(ref rest, " or until ") || Take(ref rest, " until ");
        var limitUnit = "";
        var hasOperator = false;
        if (hasUntil)
        {
            hasOperator = Take(ref rest, "> ") || Take(ref rest, "< ") || Take(ref rest, ">") || Take(ref rest, "<");
            if (!TakeValue(ref rest, out _, out limitUnit) || limitUnit is "W" or "Ohm")
            {
                return false;
            }
        }
        if (Take(ref rest, " (") && !(TakeTime(ref rest, out _) && Take(ref rest, " period)")))
        {
            return false;
        }
        var isMeant = verb switch
        {
            "Hold" => unit == "V" && !(limitUnit == "V" && !hasOperator),
            "Rest" => !(limitUnit == "V" && !hasOperator),
            _ => unit != "V" && number > 0,
        };
        return rest.Length == 0 && (hasFor || hasUntil) && isMeant;
    }

    static bool Take(ref string text, string start)
    {
        if (!text.StartsWith(start, StringComparison.Ordinal))
        {
            return false;
        }
        text = text[start.Length..];
        return true;
    }

    static bool TakeValue(ref string text, out double number, out string unit)
    {
        unit = "C";
        if (Take(ref text, "C/"))
        {
            return TakeNumber(ref text, out number);
        }
        if (!TakeNumber(ref text, out number))
        {
            return false;
        }
        Take(ref text, " ");
        foreach (var known in Units)
        {
            if (Take(ref text, known))
            {
                unit = known is "mOhm" or "mA" or "mV" or "mW" or "mC" ? known[1..] : known;
                return true;
            }
        }
        return false;
    }

    static bool TakeTime(ref string text, out double number)
    {
        if (!TakeNumber(ref text, out number))
        {
            return false;
        }
        Take(ref text, " ");
        foreach (var unit in Times)
        {
            if (Take(ref text, unit))
            {
                return true;
            }
        }
        return false;
    }

    static bool TakeNumber(ref string text, out double number)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiDigit(text[length]) || text[length] is '.' or 'e' or 'E' or '-'))
        {
            length++;
        }
        var read = double.TryParse(text.AsSpan(0, length), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        text = text[length..];
        return read;
    }
}
