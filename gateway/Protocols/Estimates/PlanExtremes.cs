namespace CoinRig.Protocols;

/// <summary>The largest voltage and current of a plan.</summary>
/// <param name="HighestVolts">Highest voltage set or waited for, V; NaN where there is none.</param>
/// <param name="HighestVoltsIsLimit">Whether it is the limit, because a charge has no voltage end.</param>
/// <param name="LargestAmperes">Largest current, A.</param>
/// <param name="LargestAmperesIsLimit">Whether it is that of a voltage-controlled step.</param>
/// <param name="LowestGoalVolts">Lowest voltage that a step sets or ends at, V; the cell's limit where there is none.</param>
/// <param name="HighestGoalVolts">Highest voltage that a step sets or ends at, V; the cell's limit where there is none.</param>
readonly record struct PlanExtremes(double HighestVolts, bool HighestVoltsIsLimit, double LargestAmperes, bool LargestAmperesIsLimit,
    double LowestGoalVolts, double HighestGoalVolts)
{
    internal static PlanExtremes Of(Plan plan)
    {
        var goals = new List<double>();
        var (hasOpenCharge, set, expected) = (false, 0.0, 0.0);
        foreach (var step in plan.Steps)
        {
            foreach (var segment in step.Segments)
            {
                var volts = segment.Until.Concat(step.Until).Where(u => u.Quantity == Measured.Voltage).ToArray();
                goals.AddRange(volts.Select(u => u.Threshold));
                if (segment.Mode == ControlMode.Voltage)
                {
                    goals.AddRange(new[] { segment.Set.Start, segment.Set.End }.Where(double.IsFinite));
                    expected = Math.Max(expected, segment.LargestExpectedAmperes);
                }
                else if (segment.Mode != ControlMode.OpenCircuit)
                {
                    var (lowest, highest) = segment.Amperes;
                    hasOpenCharge |= highest > 0 && !volts.Any(u => u.Above);
                    set = Math.Max(set, Math.Max(-lowest, highest));
                }
            }
        }
        var limit = plan.Limits.Protocol.Where(l => l is { Quantity: Measured.Voltage, Above: true })
            .Select(l => l.Threshold).Append(plan.Limits.HighestVoltage).Min();
        // A hold begins with the current before it: its expectation is a margin on that, not a larger current.
        var isExpected = expected > set * ConstantVoltage.RangeMargin * 1.001;
        return new(hasOpenCharge ? limit : goals.Count > 0 ? goals.Max() : double.NaN, hasOpenCharge, isExpected ? expected : set, isExpected,
            goals.Count > 0 ? goals.Min() : plan.Limits.LowestVoltage, goals.Count > 0 ? goals.Max() : plan.Limits.HighestVoltage);
    }
}
