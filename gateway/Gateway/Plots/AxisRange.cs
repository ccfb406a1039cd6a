namespace CoinRig.Gateway;

/// <summary>The limits of axes, by what is drawn.</summary>
static class AxisRange
{
    /// <summary>Free space around the data, of their extent.</summary>
    public const double Margin = 0.05;

    /// <summary>A spike is so many times larger than what nearly all values are.</summary>
    const double SpikeFactor = 8;

    /// <summary>The limits for values; from 0 to 1 for none.</summary>
    /// <param name="values">Coordinates.</param>
    /// <param name="scale">How the axis counts.</param>
    /// <param name="margin">Free space on either side, of the extent.</param>
    /// <param name="showsZero">Whether zero must be on it.</param>
    public static (double Lowest, double Highest) Of(IEnumerable<double> values, AxisScale scale, double margin, bool showsZero)
    {
        var (lowest, highest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            (lowest, highest) = (Math.Min(lowest, value), Math.Max(highest, value));
        }
        if (lowest > highest)
        {
            return (0, 1);
        }
        if (scale == AxisScale.Whole)
        {
            return (Math.Floor(lowest) - 0.5, Math.Ceiling(highest) + 0.5);
        }
        if (showsZero)
        {
            (lowest, highest) = (Math.Min(lowest, 0), Math.Max(highest, 0));
        }
        var extent = highest - lowest;
        // Readings that differ by rounding alone shall not look like a curve, nor may an axis have no extent.
        var least = Math.Max(Math.Abs(lowest), Math.Abs(highest)) * 1e-6;
        var free = extent > least ? extent * margin : scale == AxisScale.Logarithmic ? 0.3 : Math.Max(Math.Abs(highest) * 0.05, 1e-12);
        return (showsZero && lowest == 0 ? 0 : lowest - free, showsZero && highest == 0 ? 0 : highest + free);
    }

    /// <summary>The limits of a y axis, or narrower ones where a few values stand far above nearly all the rest.</summary>
    public static (double Lowest, double Highest) WithoutSpikes(IReadOnlyList<double> values, (double Lowest, double Highest) limits)
    {
        var usual = ShownUnit.Usual(values);
        var (least, most) = (values.Min(), values.Max());
        if (!(usual > 0) || Math.Max(most, -least) <= SpikeFactor * usual)
        {
            return limits;
        }
        (least, most) = (Math.Max(least, -2 * usual), Math.Min(most, 2 * usual));
        return (least - Margin * (most - least), most + Margin * (most - least));
    }
}
