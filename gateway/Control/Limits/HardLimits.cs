using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>
/// The limits of cell and board, checked on every raw conversion before anything is averaged or decided. A reading
/// beyond one is repeated at once, so that a glitch does not end a month's run; the second one trips. So is one that is far from the
/// reading before it: a disturbed transfer within the limits would end a step and count as charge; there the second one is believed.
/// </summary>
/// <param name="channel">The channel.</param>
/// <param name="limits">The limits.</param>
/// <param name="ranges">Whether there is a larger range to go to.</param>
sealed class HardLimits(IChannel channel, PlanLimits limits, AutoRange ranges)
{
    /// <summary>A cell moves less from scan to scan, V.</summary>
    const double JumpVolts = 0.05;

    /// <summary>And its current, part of full scale.</summary>
    const double JumpPart = 0.2;

    /// <summary>Reads the voltage. One at the end of its scale is not known, and counts as beyond the limit.</summary>
    /// <param name="last">The voltage before, V; NaN after a change of the set value, when it may jump.</param>
    /// <param name="flags">Tells of a repeated reading.</param>
    internal Reading ReadVoltage(double last, ref SampleFlags flags)
    {
        var reading = channel.ReadVoltage();
        if (reading.IsClipped || IsBeyond(reading.Value, limits.LowestVoltage, limits.HighestVoltage) || Math.Abs(reading.Value - last) > JumpVolts)
        {
            flags |= SampleFlags.Repeated;
            reading = channel.ReadVoltage();
            if (IsBeyond(reading.Value, limits.LowestVoltage, limits.HighestVoltage))
            {
                throw new LimitTrippedException("limit-voltage",
                    $"The cell read {reading.Value:0.0000} V twice; the cell and board allow {limits.LowestVoltage:0.###} V to {limits.HighestVoltage:0.###} V.");
            }
            if (reading.IsClipped)
            {
                throw new LimitTrippedException("limit-scale",
                    $"The voltage input is at the end of its scale ({reading.Value:0.000} V): the cell may be at any voltage beyond. The board cannot measure up to the cell's limit of {limits.HighestVoltage:0.###} V, or a sense lead is off.");
            }
        }
        return reading;
    }

    /// <summary>Reads the current. One that left its range is not known, and counts as beyond the limit unless there is a larger range to look in.</summary>
    /// <param name="last">The current before, A; NaN after a change of the set value, when it may jump.</param>
    /// <param name="flags">Tells of a repeated reading.</param>
    internal Reading ReadCurrent(double last, ref SampleFlags flags)
    {
        var reading = channel.ReadCurrent();
        if (reading.IsClipped || IsBeyond(reading.Value, -limits.LargestCurrent, limits.LargestCurrent)
            || Math.Abs(reading.Value - last) > JumpPart * channel.Range.FullScaleAmperes)
        {
            flags |= SampleFlags.Repeated;
            reading = channel.ReadCurrent();
            // What a reading at the end of the range says flows at least.
            if (reading.IsClipped && ranges.CanRaise && !IsBeyond(reading.Value, -limits.LargestCurrent, limits.LargestCurrent))
            {
                return reading;
            }
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
