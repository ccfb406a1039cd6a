using System.Globalization;
using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>Ticks at round numbers, all with the same number of decimals and a true minus sign.</summary>
static class LinearTicks
{
    /// <summary>Beyond these powers of ten labels would be long, and are written with an exponent.</summary>
    const int LongestWhole = 5, LongestDecimals = 4;

    /// <summary>The ticks between two limits.</summary>
    /// <param name="lowest">The lower limit.</param>
    /// <param name="highest">The upper limit.</param>
    /// <param name="most">How many labels there is room for.</param>
    /// <param name="wholeOnly">Whether labels stand at whole numbers only.</param>
    public static ITickGenerator Between(double lowest, double highest, int most, bool wholeOnly = false)
    {
        var ticks = new ScottPlot.TickGenerators.NumericManual();
        var (step, parts) = Step((highest - lowest) / Math.Max(most, 1), wholeOnly);
        // One label alone says nothing of the scale.
        for (var more = most + 1; more <= most + 4 && Labels(lowest, highest, step) < 2; more++)
        {
            (step, parts) = Step((highest - lowest) / more, wholeOnly);
        }
        if (!(step > 0) || !double.IsFinite(step))
        {
            return ticks;
        }
        var minor = step / parts;
        for (var i = (long)Math.Ceiling(lowest / minor - 1e-9); i <= (long)Math.Floor(highest / minor + 1e-9); i++)
        {
            if (i % parts == 0)
            {
                ticks.AddMajor(i * minor, Label(i / parts * step, step, Math.Max(Math.Abs(lowest), Math.Abs(highest))));
            }
            else if (!wholeOnly || minor >= 1)
            {
                ticks.AddMinor(i * minor);
            }
        }
        return ticks;
    }

    static double Labels(double lowest, double highest, double step) => Math.Floor(highest / step + 1e-9) - Math.Ceiling(lowest / step - 1e-9) + 1;

    /// <summary>The smallest of 1, 2 and 5 times a power of ten that is not below a distance, and into how many parts small ticks divide it.</summary>
    static (double Step, int Parts) Step(double least, bool wholeOnly)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        foreach (var (digit, parts) in new[] { (1, 5), (2, 4), (5, 5), (10, 5) })
        {
            if (digit * power >= least * (1 - 1e-9))
            {
                return wholeOnly && digit * power < 1 ? (1, 1) : (digit * power, wholeOnly && digit * power == 1 ? 1 : parts);
            }
        }
        return (10 * power, 5);
    }

    static string Label(double value, double step, double largest)
    {
        var decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        var text = largest >= Math.Pow(10, LongestWhole) || decimals > LongestDecimals
            ? value == 0 ? "0" : value.ToString("0.###e0", CultureInfo.InvariantCulture)
            : value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
        return text.Replace('-', '−');
    }
}
