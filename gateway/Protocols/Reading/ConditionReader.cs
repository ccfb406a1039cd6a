using System.Text.RegularExpressions;
using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>
/// Reads end conditions: "voltage > 4.2 V", "time > 2 h", a plain "4.2 V" or "C/20" whose direction follows from the
/// step, several with "or" and "and" between them ("and" binds more tightly), or a list of any of these. Whichever is met first ends the step.
/// </summary>
static partial class ConditionReader
{
    const string Allowed = "'QUANTITY > VALUE' or '< VALUE' with time, voltage, current, |current|, charge, capacity, energy, power, dV/dt, |dV/dt|, temperature, cycle or a result, such as 'voltage > 4.2 V', or a plain value such as 4.2 V, C/20, 2 h";

    /// <summary>Most time that a step may be given, s.</summary>
    internal const double LongestSeconds = 366 * 86400.0;

    static readonly string[] Quantities = [.. ThresholdValue.Names, .. ResultNames.All];

    [GeneratedRegex(@"^(?:(?<name>\|[A-Za-z/]+\||[A-Za-z_][A-Za-z_/]*)\s*(?<op>[<>=!]+)|(?<op>[<>=!]+))?\s*(?<value>\S.*)$")]
    static partial Regex Shape { get; }

    /// <summary>Reads a node with one or more conditions. One that was not readable stands as NaN, so that its step does not count as endless.</summary>
    /// <param name="context">Cell and limits.</param>
    /// <param name="node">The conditions.</param>
    /// <param name="course">What voltage and current do meanwhile.</param>
    /// <param name="time">Which time "time" is.</param>
    internal static IReadOnlyList<EndCondition> Read(ProtocolContext context, DocumentNode node, Course course, Measured time)
    {
        if (node.IsMapping || (node.IsList && node.Items.Count == 0))
        {
            node.Report(node.Description, Allowed);
            return [Unreadable(node.Description)];
        }
        var texts = node.IsList ? node.Items.Select(i => (Node: i, i.Text)) : [(Node: node, node.Text)];
        var read = new List<EndCondition>();
        foreach (var (item, text) in texts)
        {
            foreach (var part in (text ?? "").Split(" or "))
            {
                read.Add(ReadTogether(context, item, part.Trim(), course, time));
            }
        }
        return read;
    }

    static EndCondition ReadTogether(ProtocolContext context, DocumentNode node, string text, Course course, Measured time)
    {
        var parts = text.Split(" and ", StringSplitOptions.TrimEntries);
        if (parts.Length == 1)
        {
            return ReadOne(context, node, text, course, time, isAlone: true);
        }
        return new(Measured.All, true, 0, text) { Terms = [.. parts.Select(p => ReadOne(context, node, p, course, time, isAlone: false))] };
    }

    static EndCondition ReadOne(ProtocolContext context, DocumentNode node, string text, Course course, Measured time, bool isAlone)
    {
        var match = Shape.Match(text);
        if (!match.Success)
        {
            node.Report(node.Description, Allowed);
            return Unreadable(text);
        }
        var (name, op, value) = (match.Groups["name"].Value, match.Groups["op"].Value, match.Groups["value"].Value);
        if (name.Length > 0 && !Quantities.Contains(name))
        {
            var near = Spelling.Nearest(name, Quantities);
            node.Report($"'{text}' is about '{name}'", near is null ? Allowed : $"did you mean '{near}'? The quantities are: {string.Join(", ", ThresholdValue.Names)}, and results such as capacity_retention");
            return Unreadable(text);
        }
        if (op is not ("" or ">" or ">=" or "<" or "<="))
        {
            node.Report($"'{op}' in '{text}'", "one of >, >=, <, <= (a reading is never exactly equal)");
            return Unreadable(text);
        }
        if (ThresholdValue.Read(context, node, name, value, time) is not { } threshold)
        {
            node.Report($"'{text}'", Allowed);
            return Unreadable(text);
        }
        var isPlain = op.Length == 0;
        var quantity = isPlain && threshold.Quantity == Measured.Current ? Measured.AbsoluteCurrent : threshold.Quantity;
        bool? above = isPlain ? Direction(quantity, course) : op[0] == '>';
        if (above is null)
        {
            node.Report($"'{text}' without > or <", $"'voltage > {value}' or 'voltage < {value}': here the voltage may go either way");
            return Unreadable(text);
        }
        var condition = new EndCondition(quantity, above.Value, threshold.Value, text)
        {
            Result = quantity == Measured.Result ? name : null,
            FollowsCapacity = threshold.FollowsCapacity,
        };
        if (isAlone)
        {
            ConditionChecks.Report(context, node, condition, course);
        }
        else
        {
            ConditionChecks.ReportTogether(context, node, condition);
        }
        return condition;
    }

    /// <summary>The direction of a plain value: towards which the quantity goes; null for a voltage that may go either way.</summary>
    static bool? Direction(Measured quantity, Course course) => (quantity, course.Voltage) switch
    {
        (Measured.AbsoluteCurrent, _) => false,
        (Measured.Voltage, VoltageCourse.Rising or VoltageCourse.Held) => true,
        (Measured.Voltage, VoltageCourse.Falling) => false,
        (Measured.Voltage, _) => null,
        _ => true,
    };

    static EndCondition Unreadable(string text) => new(Measured.SegmentTime, true, double.NaN, text);
}
