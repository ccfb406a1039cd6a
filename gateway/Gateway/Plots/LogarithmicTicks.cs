using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>Ticks of an axis whose coordinates are decimal logarithms.</summary>
static class LogarithmicTicks
{
    /// <summary>More decades than this are labelled at every second or third.</summary>
    const int MostDecades = 7;

    public static ITickGenerator Between(double lowest, double highest)
    {
        var ticks = new ScottPlot.TickGenerators.NumericManual();
        int[] labelled = (highest - lowest) switch
        {
            < 0.9 => [1, 2, 3, 4, 5, 7],
            < 2.0 => [1, 2, 5],
            _ => [1],
        };
        var every = Math.Max(1, (int)Math.Ceiling((highest - lowest) / MostDecades));
        for (var decade = (int)Math.Floor(lowest); decade <= Math.Ceiling(highest); decade++)
        {
            for (var digit = 1; digit < 10; digit++)
            {
                var position = decade + Math.Log10(digit);
                if (position < lowest - 1e-9 || position > highest + 1e-9)
                {
                    continue;
                }
                if (labelled.Contains(digit) && decade % every == 0)
                {
                    ticks.AddMajor(position, digit == 1 ? $"10{Superscript(decade)}" : $"{digit}·10{Superscript(decade)}");
                }
                else if (every == 1)
                {
                    ticks.AddMinor(position);
                }
            }
        }
        return ticks;
    }

    static string Superscript(int number) => string.Concat($"{number}".Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
}
