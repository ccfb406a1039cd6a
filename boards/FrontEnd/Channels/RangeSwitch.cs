using Iot.Device.Ads1256;

namespace CoinRig.FrontEnd;

/// <summary>The range that is in use: its relay, its reading of the current, and the zero of that reading.</summary>
sealed class RangeSwitch(ChannelProfile profile, ChannelSwitches switches, ChannelInputs inputs)
{
    const int ZeroConversions = 8;

    /// <summary>Index of the range in use, from 0 for the smallest.</summary>
    internal int Index { get; private set; }

    /// <summary>The range in use.</summary>
    internal CurrentRange Current => profile.Ranges[Index];

    /// <summary>Puts a range in.</summary>
    /// <exception cref="ArgumentException">It is not one of this channel's.</exception>
    internal void Select(CurrentRange range)
    {
        for (var i = 0; i < profile.Ranges.Count; i++)
        {
            if (ReferenceEquals(profile.Ranges[i], range))
            {
                switches.SelectRange(i);
                Index = i;
                ExpectJump();
                return;
            }
        }
        throw new ArgumentException($"The range {range.Name} is not one of channel {profile.Number}'s.", nameof(range));
    }

    /// <summary>Reads the current.</summary>
    internal Reading ReadCurrent() => inputs.ReadCurrent(Index);

    /// <summary>The set value or the relay changes: the next current may be anywhere in the range.</summary>
    internal void ExpectJump() => inputs.ExpectJump(Index);

    /// <summary>
    /// While no current can flow: measures what the range reads at each gain of the ADC, which is then subtracted. It stands in every
    /// reading of a run, so the mean of the middle half is taken: one disturbed conversion must not shift it.
    /// </summary>
    /// <returns>The zero found at the gain of the full scale, A.</returns>
    internal double MeasureZero(CurrentRange range)
    {
        Select(range);
        var atFullScale = double.NaN;
        foreach (var gain in inputs.Gains(Index))
        {
            inputs.ShowVoltage();
            inputs.SetZero(Index, gain, 0);
            var zero = MeasureZero(gain);
            inputs.SetZero(Index, gain, zero);
            atFullScale = double.IsNaN(atFullScale) ? zero : atFullScale;
        }
        return atFullScale;
    }

    double MeasureZero(PgaGain gain)
    {
        Span<double> readings = stackalloc double[ZeroConversions];
        foreach (ref var reading in readings)
        {
            inputs.GiveTurn();
            reading = inputs.ReadCurrent(Index, gain).Value;
        }
        readings.Sort();
        var zero = 0.0;
        foreach (var reading in readings[(ZeroConversions / 4)..(ZeroConversions * 3 / 4)])
        {
            zero += reading / (ZeroConversions / 2);
        }
        return zero;
    }
}
