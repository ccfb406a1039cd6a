using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>
/// The limits of cell and board, checked on every raw conversion before anything is averaged or decided. A reading
/// beyond one is repeated at once, so that a glitch does not end a month's run; the second one trips.
/// </summary>
/// <param name="channel">The channel.</param>
/// <param name="limits">The limits.</param>
sealed class HardLimits(IChannel channel, PlanLimits limits)
{
    /// <summary>Reads the voltage.</summary>
    internal Reading ReadVoltage(ref SampleFlags flags)
    {
        var reading = channel.ReadVoltage();
        if (IsBeyond(reading.Value, limits.LowestVoltage, limits.HighestVoltage))
        {
            flags |= SampleFlags.Repeated;
            reading = channel.ReadVoltage();
            if (IsBeyond(reading.Value, limits.LowestVoltage, limits.HighestVoltage))
            {
                throw new LimitTrippedException("limit-voltage",
                    $"The cell read {reading.Value:0.0000} V twice; the cell and board allow {limits.LowestVoltage:0.###} V to {limits.HighestVoltage:0.###} V.");
            }
        }
        return reading;
    }

    /// <summary>Reads the current. One that left its range is not known, and counts as beyond the limit.</summary>
    internal Reading ReadCurrent(ref SampleFlags flags)
    {
        var reading = channel.ReadCurrent();
        if (reading.IsClipped || IsBeyond(reading.Value, -limits.LargestCurrent, limits.LargestCurrent))
        {
            flags |= SampleFlags.Repeated;
            reading = channel.ReadCurrent();
            if (reading.IsClipped)
            {
                throw new LimitTrippedException("limit-range",
                    $"The current left the {channel.Range.Name} range ({reading.Value * 1e3:0.0000} mA); give the step a larger 'largest_current', within the cell's {limits.LargestCurrent * 1e3:0.###} mA.");
            }
            if (IsBeyond(reading.Value, -limits.LargestCurrent, limits.LargestCurrent))
            {
                throw new LimitTrippedException("limit-current",
                    $"The current read {reading.Value * 1e3:0.0000} mA twice; the cell and board allow {limits.LargestCurrent * 1e3:0.###} mA either way.");
            }
        }
        return reading;
    }

    /// <summary>Written so that NaN is beyond every limit.</summary>
    static bool IsBeyond(double value, double lowest, double highest) => !(value >= lowest && value <= highest);
}
