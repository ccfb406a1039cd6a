using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>Whether a channel can do what a plan asks for; looked at before anything is opened.</summary>
public static class PlanFit
{
    /// <summary>Refuses a plan that is beyond the channel.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="reach">What the channel can be asked for.</param>
    /// <param name="periodNanoseconds">Time from scan to scan, ns.</param>
    /// <param name="hasThermometer">Whether there is a temperature to look at.</param>
    /// <exception cref="PlanRefusedException">Says which step asks for what, and what the channel has.</exception>
    public static void Check(Plan plan, ChannelReach reach, long periodNanoseconds, bool hasThermometer)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(reach);
        foreach (var step in plan.Steps)
        {
            foreach (var segment in step.Segments.Where(s => s.Mode != ControlMode.OpenCircuit))
            {
                CheckDuration(step, segment, periodNanoseconds);
                var range = CheckCurrent(step, segment, reach);
                CheckVoltage(plan, step, segment, reach, range);
            }
        }
        var needsTemperature = plan.Limits.Protocol.Any(l => l.Quantity == Measured.Temperature)
            || plan.Steps.Any(s => s.Until.Concat(s.Segments.SelectMany(g => g.Until)).SelectMany(c => c.Parts).Any(c => c.Quantity == Measured.Temperature));
        if (needsTemperature && !hasThermometer)
        {
            throw new PlanRefusedException("The protocol has a temperature limit, and no temperature sensor answers. Connect one, or take the limit out of the protocol.");
        }
    }

    /// <summary>A segment that is over before its first reading would drive a cell that nobody looks at.</summary>
    static void CheckDuration(Step step, Segment segment, long periodNanoseconds)
    {
        var seconds = segment.Until.Concat(step.Until).Where(c => c is { Quantity: Measured.SegmentTime or Measured.StepTime, Above: true }).Select(c => c.Threshold)
            .Append(segment.Set.StartsAtMeasured ? double.PositiveInfinity : segment.Set.DurationSeconds).Min();
        if (seconds * 1e9 < periodNanoseconds)
        {
            throw new PlanRefusedException($"{Name(step)} drives the cell for {seconds * 1e3:0.###} ms; a scan takes {periodNanoseconds * 1e-6:0.###} ms, and a step must last for one.");
        }
    }

    /// <summary>The range in which a segment's largest current fits.</summary>
    static CurrentRange CheckCurrent(Step step, Segment segment, ChannelReach reach)
    {
        var amperes = Math.Abs(segment.LargestExpectedAmperes);
        var range = SegmentRange.Find(reach, segment) ?? throw new PlanRefusedException(
            $"{Name(step)} names a range of {segment.Range.FullScaleAmperes * 1e6:0.###} uA; channel {reach.Number} has {string.Join(", ", reach.Ranges.Select(r => r.Name))}.");
        if (segment.Range.FullScaleAmperes > 0 && (amperes > range.FullScaleAmperes * (1 + 1e-9) || (segment.Mode != ControlMode.Voltage && !reach.CanSet(range, amperes))))
        {
            throw new PlanRefusedException($"{Name(step)} may need {amperes * 1e3:0.####} mA, which the {range.Name} range that it names does not carry. Name a larger one, or none.");
        }
        if (reach.RangeFor(amperes).FullScaleAmperes < amperes)
        {
            throw new PlanRefusedException($"{Name(step)} needs {amperes * 1e3:0.###} mA; the largest range of channel {reach.Number} is {reach.Ranges[^1].Name}."
                + (segment.Mode == ControlMode.Voltage ? " If less will flow, say so with 'largest_current' in the step." : ""));
        }
        return range;
    }

    /// <summary>The voltages at which a segment may find itself, with its shunt's part on top.</summary>
    static void CheckVoltage(Plan plan, Step step, Segment segment, ChannelReach reach, CurrentRange range)
    {
        var (lowest, highest) = reach.SettableVolts;
        var (from, to) = Span(plan, step, segment);
        if (segment.Mode == ControlMode.Voltage && (from < lowest || to > highest))
        {
            throw new PlanRefusedException($"{Name(step)} sets {from:0.###} V to {to:0.###} V; channel {reach.Number} can set {lowest:0.###} V to {highest:0.###} V.");
        }
        var (discharging, charging) = segment.Amperes;
        var most = reach.DrivableVolts(range, charging).Highest;
        var least = reach.DrivableVolts(range, discharging).Lowest;
        if (charging > 0 && to > most)
        {
            throw new PlanRefusedException($"{Name(step)} may take the cell to {to:0.###} V with {charging * 1e3:0.###} mA: the {range.Name} shunt takes {charging * range.ShuntOhms:0.###} V more, and channel {reach.Number} can drive a cell up to {most:0.###} V so. Lower the current, or end the step at a lower voltage.");
        }
        if (discharging < 0 && from < least)
        {
            throw new PlanRefusedException($"{Name(step)} may take the cell to {from:0.###} V with {discharging * 1e3:0.###} mA: the {range.Name} shunt takes {-discharging * range.ShuntOhms:0.###} V, and channel {reach.Number} can drive a cell down to {least:0.###} V so. Lower the current, or end the step at a higher voltage.");
        }
    }

    /// <summary>Lowest and highest voltage of the cell in a segment: what it sets, or what ends it or the run at once: an end, or a limit.</summary>
    static (double From, double To) Span(Plan plan, Step step, Segment segment)
    {
        if (segment.Mode == ControlMode.Voltage)
        {
            var start = segment.Set.StartsAtMeasured ? segment.Set.End : segment.Set.Start;
            return (Math.Min(start, segment.Set.End), Math.Max(start, segment.Set.End));
        }
        var ends = segment.Until.Concat(step.Until).Where(c => c.Quantity == Measured.Voltage).Select(c => (c.Above, c.Threshold))
            .Concat(plan.Limits.Protocol.Where(l => l is { Quantity: Measured.Voltage, DelaySeconds: 0 }).Select(l => (l.Above, l.Threshold))).ToArray();
        return (ends.Where(c => !c.Above).Select(c => c.Threshold).Append(plan.Limits.LowestVoltage).Max(),
            ends.Where(c => c.Above).Select(c => c.Threshold).Append(plan.Limits.HighestVoltage).Min());
    }

    static string Name(Step step) => $"Step {step.Number} (line {step.Line}, '{step.Text}')";
}
