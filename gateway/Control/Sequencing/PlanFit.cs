using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>Whether a channel can do what a plan asks for; looked at before anything connects.</summary>
public static class PlanFit
{
    /// <summary>Refuses a plan that is beyond the channel.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="hasThermometer">Whether there is a temperature to look at.</param>
    /// <exception cref="PlanRefusedException">Says which step asks for what, and what the channel has.</exception>
    public static void Check(Plan plan, IChannel channel, bool hasThermometer)
    {
        var largest = channel.Ranges[^1];
        var (lowest, highest) = channel.SettableVolts;
        foreach (var step in plan.Steps)
        {
            foreach (var segment in step.Segments)
            {
                if (segment.Mode != ControlMode.OpenCircuit && channel.RangeFor(segment.LargestExpectedAmperes).FullScaleAmperes < Math.Abs(segment.LargestExpectedAmperes))
                {
                    throw new PlanRefusedException($"Step {step.Number} (line {step.Line}, '{step.Text}') needs {segment.LargestExpectedAmperes * 1e3:0.###} mA; the largest range of channel {channel.Number} is {largest.Name}.");
                }
                if (segment.Mode == ControlMode.Voltage && (segment.Set.Start < lowest || segment.Set.Start > highest || segment.Set.End < lowest || segment.Set.End > highest))
                {
                    throw new PlanRefusedException($"Step {step.Number} (line {step.Line}, '{step.Text}') sets {segment.Set.Start:0.###} V to {segment.Set.End:0.###} V; channel {channel.Number} can set {lowest:0.###} V to {highest:0.###} V.");
                }
            }
        }
        var needsTemperature = plan.Limits.Protocol.Any(l => l.Quantity == Measured.Temperature)
            || plan.Steps.Any(s => s.Until.Concat(s.Segments.SelectMany(g => g.Until)).Any(c => c.Quantity == Measured.Temperature));
        if (needsTemperature && !hasThermometer)
        {
            throw new PlanRefusedException("The protocol has a temperature limit, and no temperature sensor answers. Connect one, or take the limit out of the protocol.");
        }
    }
}
