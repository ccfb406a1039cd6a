using CoinRig.Clock;
using CoinRig.Control;

namespace CoinRig.Gateway;

/// <summary>
/// Scans as far apart as voltage and current allow: after a change of the set value at the board's own period, then longer and longer, and short
/// again where something moves, so that ends are met on time.
/// </summary>
/// <param name="channel">The channel, whose readings tell.</param>
/// <param name="clock">The clock.</param>
/// <param name="periodNanoseconds">The shortest, which is the board's, ns.</param>
sealed class AdaptivePace(IdealChannel channel, VirtualClock clock, long periodNanoseconds) : IScanPace
{
    /// <summary>The cell model is exact within this, s.</summary>
    const double LongestSeconds = 5;

    /// <summary>Between two scans at most this part of the time since the last change, as recording thins out.</summary>
    const double PartOfElapsed = 0.05;

    /// <summary>Between two scans the voltage moves by at most so much under a set current, V; a sweep, whose voltage is a staircase of scans, by less.</summary>
    const double CurrentStepVolts = 1e-3, SweepStepVolts = 0.25e-3;

    /// <summary>The current moves by at most this part of itself, and of its range.</summary>
    const double CurrentPart = 0.01, RangePart = 1e-4;

    /// <summary>From one length to the next, in steps of 1, 2, 5.</summary>
    const double Growth = 2.5;

    /// <summary>Lengths in steps of 1, 2, 5, so that the model need not be factorised anew at each scan.</summary>
    static readonly double[] Decades = [5, 2, 1];

    int _changes = -1;
    long _changed, _at;
    double _volts, _amperes, _set;

    /// <inheritdoc/>
    public long NextNanoseconds()
    {
        var now = clock.Nanoseconds;
        var (volts, amperes) = channel.Last;
        if (channel.Changes != _changes)
        {
            (_changes, _changed) = (channel.Changes, now);
            Remember(now, volts, amperes);
            return periodNanoseconds;
        }
        var elapsed = (now - _at) * 1e-9;
        var longest = Math.Min(LongestSeconds, Math.Max(PartOfElapsed * (now - _changed) * 1e-9, periodNanoseconds * 1e-9));
        if (elapsed > 0)
        {
            var (moved, allowed) = channel.HoldsVoltage ? (Math.Abs(channel.Set - _set), SweepStepVolts) : (Math.Abs(volts - _volts), CurrentStepVolts);
            longest = Math.Min(longest, Within(allowed, moved, elapsed));
            longest = Math.Min(longest, Within(Math.Max(CurrentPart * Math.Abs(amperes), RangePart * channel.Range.FullScaleAmperes), Math.Abs(amperes - _amperes), elapsed));
            longest = Math.Min(longest, Growth * elapsed);
        }
        Remember(now, volts, amperes);
        return Math.Max(periodNanoseconds, (long)Math.Round(Rounded(longest) * 1e9));
    }

    void Remember(long now, double volts, double amperes) => (_at, _volts, _amperes, _set) = (now, volts, amperes, channel.Set);

    static double Within(double allowed, double moved, double seconds) => moved > 0 ? allowed / moved * seconds : double.PositiveInfinity;

    static double Rounded(double seconds)
    {
        var decade = Math.Pow(10, Math.Floor(Math.Log10(seconds)));
        foreach (var step in Decades)
        {
            if (step * decade <= seconds * (1 + 1e-9))
            {
                return step * decade;
            }
        }
        return decade;
    }
}
