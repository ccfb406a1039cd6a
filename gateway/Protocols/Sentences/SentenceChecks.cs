using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>Refuses sentences that the grammar accepts and that do not mean what they say, or that this rig cannot do.</summary>
static class SentenceChecks
{
    /// <summary>Reports what is wrong; true if the step cannot be used.</summary>
    internal static bool Refuses(DocumentNode node, Sentence sentence)
    {
        var count = node.Document.Mistakes.Count;
        Value(node, sentence);
        Times(node, sentence);
        if (sentence.Until is { } limit)
        {
            Limit(node, sentence, limit);
        }
        return node.Document.Mistakes.Count > count;
    }

    static void Value(DocumentNode node, Sentence sentence)
    {
        if (sentence.Value is not { } value)
        {
            return;
        }
        if (value.Unit == "Ohm" && sentence.Verb == Verb.Charge)
        {
            node.Report($"'{node.Text}': a resistor does not charge", $"'Discharge at {value.Text} ...'");
        }
        else if (!double.IsFinite(value.Number))
        {
            node.Report($"'{node.Text}': '{value.Text}' has no finite value", "a C-rate such as C/5");
        }
        else if (sentence.Verb == Verb.Hold && value.Unit != "V")
        {
            node.Report($"'{node.Text}': a hold at a {What(value)}",
                $"a voltage to hold; for a current write 'Charge at {value.Text} ...' or 'Discharge at {value.Text} ...'");
        }
        else if (sentence.Verb != Verb.Hold && value.Unit == "V")
        {
            node.Report($"'{node.Text}': {(sentence.Verb == Verb.Charge ? $"PyBaMM would set -{value.Text}" : "this holds a voltage")}",
                $"'Hold at {value.Text} ...' to hold a voltage, or 'until {value.Text}' behind a current");
        }
        else if (sentence.Verb != Verb.Hold && value.Number < 0)
        {
            node.Report($"'{node.Text}': a negative {What(value)} turns {(sentence.Verb == Verb.Charge ? "a charge into a discharge" : "a discharge into a charge")}", "'Charge' or 'Discharge' with a number above zero");
        }
        else if (sentence.Verb != Verb.Hold && value.Number == 0)
        {
            node.Report($"'{node.Text}': no {What(value)}", "'Rest for ...'");
        }
    }

    static string What(SentenceValue value) => value.Unit switch { "W" => "power", "Ohm" => "resistance", _ => "current" };

    static void Times(DocumentNode node, Sentence sentence)
    {
        if (sentence.ForSeconds is <= 0 or > ConditionReader.LongestSeconds or double.NaN)
        {
            node.Report($"'{node.Text}': a duration of {Readable.Duration(sentence.ForSeconds!.Value)}", "a time above 0 s and at most 366 d");
        }
        if (sentence.PeriodSeconds is not null and not (>= 1e-3 and <= 86400))
        {
            node.Report($"'{node.Text}': a period of {Readable.Duration(sentence.PeriodSeconds.Value)}", "a period of 1 ms to 1 d");
        }
    }

    static void Limit(DocumentNode node, Sentence sentence, SentenceValue limit)
    {
        if (!double.IsFinite(limit.Number))
        {
            node.Report($"'{node.Text}': '{limit.Text}' has no finite value", "a C-rate such as C/20");
        }
        else if (sentence.Verb == Verb.Rest && limit.Unit == "V" && sentence.UntilOperator.Length == 0)
        {
            node.Report($"'{node.Text}': in a rest a voltage without < or > never ends the step", $"'until > {limit.Text}' or 'until < {limit.Text}'");
        }
    }
}
