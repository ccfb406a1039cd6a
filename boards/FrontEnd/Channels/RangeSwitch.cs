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
                return;
            }
        }
        throw new ArgumentException($"The range {range.Name} is not one of channel {profile.Number}'s.", nameof(range));
    }

    /// <summary>Converts the current once.</summary>
    internal Reading ReadCurrent() => inputs.ReadCurrent(Index);

    /// <summary>
    /// While no current can flow: measures what the range reads, which is then subtracted. It stands in every reading of a run, so the
    /// mean of the middle half is taken: one disturbed conversion must not shift it.
    /// </summary>
    /// <returns>The zero found, A.</returns>
    internal double MeasureZero(CurrentRange range)
    {
        Select(range);
        inputs.SetZero(Index, 0);
        Span<double> readings = stackalloc double[ZeroConversions];
        foreach (ref var reading in readings)
        {
            reading = ReadCurrent().Value;
        }
        readings.Sort();
        var zero = 0.0;
        foreach (var reading in readings[(ZeroConversions / 4)..(ZeroConversions * 3 / 4)])
        {
            zero += reading / (ZeroConversions / 2);
        }
        inputs.SetZero(Index, zero);
        return zero;
    }
}
