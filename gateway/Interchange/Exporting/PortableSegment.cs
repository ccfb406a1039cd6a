using CoinRig.Protocols;

namespace CoinRig.Interchange;

/// <summary>One segment of a step in the words that several programs share.</summary>
sealed class PortableSegment(PortableProtocol protocol, ProbedCurrents probed, PortableStep head, (Step Own, Step Rate, Step Mass) steps, int index)
{
    const string Ends = "ends by time, voltage and the size of a current, joined by 'or'";

    Segment Own => steps.Own.Segments[index];

    /// <summary>The segment; null where it is refused.</summary>
    internal PortableStep? Read()
    {
        var set = Own.Set;
        if (Own.FollowsCapacity)
        {
            protocol.Refuse(head, "a C-rate of the last measured capacity", "C-rates of the nominal capacity");
            return null;
        }
        if (!Own.Range.Equals(default))
        {
            protocol.LeftOut.Add($"step {head.Number}: its current range");
        }
        var step = head with { Record = Own.Record };
        switch (Own.Mode)
        {
            case ControlMode.OpenCircuit:
                return WithEnds(step);
            case ControlMode.Current when set is { SlopePerSecond: 0, Start: 0 }:
                return WithEnds(step with { HoldsZeroCurrent = true });
            case ControlMode.Current when set.SlopePerSecond == 0:
                return Classified(set.Start, s => s.Set.Start) is { } current ? WithEnds(step with { Kind = PortableKind.Current, Current = current }) : null;
            case ControlMode.Voltage when set.StartsAtMeasured:
                protocol.Refuse(head, "a sweep from open circuit", "'start:' with a voltage");
                return null;
            case ControlMode.Voltage when set.SlopePerSecond == 0:
                return WithEnds(step with { Kind = PortableKind.Voltage, Value = set.Start });
            case ControlMode.Voltage:
                return WithEnds(step with { Kind = PortableKind.Sweep, Value = set.Start, EndVolts = set.End, VoltsPerSecond = Math.Abs(set.SlopePerSecond) });
            case ControlMode.Power when set.SlopePerSecond == 0:
                return WithEnds(step with { Kind = PortableKind.Power, Value = set.Start });
            case ControlMode.Resistance when set.SlopePerSecond == 0:
                return WithEnds(step with { Kind = PortableKind.Resistance, Value = set.Start });
            default:
                protocol.Refuse(head, $"a segment of {Own.Mode}", "steps of constant current, voltage, power or resistance, sweeps and rests");
                return null;
        }
    }

    PortableStep? WithEnds(PortableStep step)
    {
        var ends = Own.Until.Concat(steps.Own.Until).ToArray();
        var rate = steps.Rate.Segments[index].Until.Concat(steps.Rate.Until).ToArray();
        var mass = steps.Mass.Segments[index].Until.Concat(steps.Mass.Until).ToArray();
        for (var i = 0; i < ends.Length; i++)
        {
            if (With(step, ends[i], rate[i], mass[i]) is not { } next)
            {
                return null;
            }
            step = next;
        }
        return step;
    }

    PortableStep? With(PortableStep step, EndCondition end, EndCondition rate, EndCondition mass)
    {
        if (end.Jump is not null)
        {
            return Refuse($"'{end.Text}' goes to another step", "loops: other programs know no 'goto'");
        }
        if (end.FollowsCapacity)
        {
            return Refuse($"'{end.Text}' follows the last measured capacity", "C-rates of the nominal capacity");
        }
        switch (end.Quantity)
        {
            case Measured.SegmentTime or Measured.StepTime when end.Above:
                return step with { ForSeconds = Math.Min(step.ForSeconds ?? double.PositiveInfinity, end.Threshold) };
            case Measured.Voltage when step.UntilVolts is null:
                return step with { UntilVolts = (end.Threshold, end.Above) };
            case Measured.AbsoluteCurrent when !end.Above && step.UntilBelow is null:
                return Classified(end, rate, mass) is { } size ? step with { UntilBelow = size } : null;
            case Measured.Current when step.UntilCurrent is null:
                return Classified(end, rate, mass) is not { } signed ? null
                    : signed.IsRate ? Refuse($"'{end.Text}' is a C-rate with a sign", "a plain value such as C/20, which looks at the size of the current")
                    : step with { UntilCurrent = (signed.Value, end.Above) };
            default:
                return Refuse($"'{end.Text}' cannot be said in other programs", Ends);
        }
    }

    PortableStep? Refuse(string found, string allowed)
    {
        protocol.Refuse(head, found, allowed);
        return null;
    }

    PortableCurrent? Classified(double amperes, Func<Segment, double> of) =>
        Classified(amperes, of(steps.Rate.Segments[index]), of(steps.Mass.Segments[index]));

    PortableCurrent? Classified(EndCondition end, EndCondition rate, EndCondition mass) => Classified(end.Threshold, rate.Threshold, mass.Threshold);

    PortableCurrent? Classified(double amperes, double rate, double mass)
    {
        if (probed.Of(amperes, rate, mass) is { } current)
        {
            return current;
        }
        Refuse("a current per mass or area", "--cell CELL, whose mass and area tell the current");
        return null;
    }
}
