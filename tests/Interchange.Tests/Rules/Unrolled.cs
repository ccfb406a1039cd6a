using CoinRig.Protocols;

namespace CoinRig.Interchange.Tests;

/// <summary>What a plan does, step after step, in a form that can be compared: set values and ends, with the digits that survive units.</summary>
static class Unrolled
{
    /// <summary>The segments in the order in which they run.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="withTimes">Whether ends by time are told.</param>
    internal static List<string> Of(Plan plan, bool withTimes = true)
    {
        var said = new List<string>();
        Run(plan.Instructions, 0, plan.Instructions.Count, said, withTimes);
        return said;
    }

    static void Run(IReadOnlyList<Instruction> program, int from, int to, List<string> said, bool withTimes)
    {
        for (var i = from; i < to; i++)
        {
            if (program[i] is BeginLoop begin)
            {
                var end = Enumerable.Range(i, to - i).First(j => program[j] is EndLoop e && e.Loop == begin.Loop);
                for (var pass = 0; pass < begin.Count; pass++)
                {
                    Run(program, i + 1, end, said, withTimes);
                }
                i = end;
            }
            else if (program[i] is RunStep run)
            {
                said.AddRange(run.Step.Segments.Select(s => Segment(s, [.. s.Until, .. run.Step.Until], withTimes)));
            }
        }
    }

    static string Segment(Segment segment, IEnumerable<EndCondition> ends, bool withTimes) =>
        $"{segment.Mode} {segment.Set.Start:G10} {segment.Set.SlopePerSecond:G10} {segment.Set.End:G10} | {string.Join(", ", ends.Where(e => withTimes || e.Quantity is not (Measured.SegmentTime or Measured.StepTime)).Select(Condition).Order(StringComparer.Ordinal))}";

    static string Condition(EndCondition end) => $"{(end.Quantity == Measured.StepTime ? Measured.SegmentTime : end.Quantity)} {(end.Above ? ">" : "<")} {end.Threshold:G10}";
}
