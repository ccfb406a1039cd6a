using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>Checks what a technique made of its step, so that a new technique need not.</summary>
static class StepChecks
{
    /// <param name="context">Cell and limits.</param>
    /// <param name="node">The step.</param>
    /// <param name="body">What the technique made of it.</param>
    /// <param name="isMistaken">Whether a mistake of the step was reported already: then its set values were looked at where they stand.</param>
    internal static void Report(ProtocolContext context, DocumentNode node, StepBody body, bool isMistaken)
    {
        if (body.Segments.Count == 0 && !isMistaken)
        {
            node.Report("a step of no segments", "keys that give it something to do");
        }
        foreach (var (index, segment) in body.Segments.Index())
        {
            var isLast = index == body.Segments.Count - 1 && !body.Repeats;
            if (!isLast && body.Until.Count > 0 && segment.Until.All(u => u.LooksAtResults) && segment.Set.SlopePerSecond == 0)
            {
                node.Report("a part of the step without an end of its own, so that what follows it never comes", "'for: 10 s' or 'until:' in each part");
            }
            if (segment.Until.Concat(body.Until).All(u => u.LooksAtResults) && segment.Set.SlopePerSecond == 0)
            {
                node.Report(segment.Until.Concat(body.Until).Any() ? "a step that only results end: they are looked at when it has ended" : "a step without an end", "'for: 1 h', or 'until:' with a condition such as 'voltage > 4.2 V'");
            }
            if (!isMistaken)
            {
                SetValues(context, node, segment);
            }
        }
        if (body.Repeats && body.Until.All(u => u.LooksAtResults) && body.Until.Count > 0)
        {
            node.Report("a step that only results end", "a measured end too, such as 'voltage > 4.2 V' or 'time > 10 h': a result may never come");
        }
        if (body.Segments.Count > 0)
        {
            RedundantTimes(node, [.. body.Segments[0].Until, .. body.Until]);
        }
    }

    static void SetValues(ProtocolContext context, DocumentNode node, Segment segment)
    {
        foreach (var value in new[] { segment.Set.Start, segment.Set.End })
        {
            if (segment.Mode == ControlMode.Current)
            {
                LimitChecks.Current(context, node, value, "the step asks for");
            }
            else if (segment.Mode == ControlMode.Voltage && (value > context.Highest.Volts || value < context.Lowest.Volts))
            {
                LimitChecks.Voltage(context, node, value, "the step goes to");
            }
        }
    }

    static void RedundantTimes(DocumentNode node, IReadOnlyList<EndCondition> ends)
    {
        var times = ends.Where(e => e.Quantity is Measured.SegmentTime or Measured.StepTime && double.IsFinite(e.Threshold)).ToArray();
        if (times.Length > 1)
        {
            var longest = times.MaxBy(t => t.Threshold)!;
            node.Warn($"several times end the step, and '{longest.Text}' is never reached", "one of them");
        }
    }
}
