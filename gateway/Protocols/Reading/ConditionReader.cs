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
        if (node.IsList && node.Items.Count == 0)
        {
            node.Report(node.Description, Allowed);
            return [Unreadable(node.Description)];
        }
        var read = new List<EndCondition>();
        foreach (var item in node.IsList ? node.Items : [node])
        {
            read.AddRange(item.IsMapping ? ReadWithJump(context, item, course, time) : ReadText(context, item, item.Text ?? "", course, time));
        }
        return read;
    }

    /// <summary>Reads what ends a loop at the end of a pass.</summary>
    internal static IReadOnlyList<EndCondition> ReadOfLoop(ProtocolContext context, DocumentNode node)
    {
        var jumps = context.Jumps.Count;
        var read = Read(context, node, Course.Sweeps, Measured.StepTime);
        foreach (var condition in read.Where(c => c.Parts.Any(p => p.Quantity is not (Measured.Result or Measured.Cycle) && !double.IsNaN(p.Threshold))))
        {
            node.Report($"'{condition.Text}' as the end of a loop", "a result or the number of the cycle, such as 'capacity_retention < 80 %' or 'cycle > 50'; what is measured ends a step");
        }
        if (context.Jumps.Count > jumps)
        {
            node.Report("'goto' as the end of a loop", "a condition alone: what comes after the loop follows");
        }
        return read;
    }

    static IEnumerable<EndCondition> ReadText(ProtocolContext context, DocumentNode node, string text, Course course, Measured time) =>
        text.Split(" or ").Select(part => ReadTogether(context, node, part.Trim(), course, time));

    /// <summary>Reads <c>{when: CONDITION, goto: LABEL, times: N}</c>.</summary>
    static IReadOnlyList<EndCondition> ReadWithJump(ProtocolContext context, DocumentNode item, Course course, Measured time)
    {
        var map = item.AsMapping("an end condition")!;
        map.Declare(ProgramKeys.Condition.Select(k => k.Name));
        var when = map.Required("when");
        var label = map.Required("goto");
        var times = map.WholeNumber("times", 0, 1, ProgramKeys.Condition[2].Bounds.Highest);
        map.Finish();
        if (when is null || label is null)
        {
            return [Unreadable(item.Description)];
        }
        int? jump = context.AddJump(label, label.Text ?? "", times);
        return [.. ReadText(context, when, when.Text ?? "", course, time).Select(c => c with { Jump = jump })];
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
        // Of a number that is counted the comparison is meant to the letter; of a reading both kinds are the same.
        var counted = quantity == Measured.Cycle ? op switch { ">" => 1, "<" => -1, _ => 0 } : 0;
        var condition = new EndCondition(quantity, above.Value, threshold.Value + counted, text)
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
        (Measured.Voltage, VoltageCourse.Rising or VoltageCourse.Held or VoltageCourse.Unknown) => true,
        (Measured.Voltage, VoltageCourse.Falling) => false,
        (Measured.Voltage, _) => null,
        _ => true,
    };

    static EndCondition Unreadable(string text) => new(Measured.SegmentTime, true, double.NaN, text);
}
