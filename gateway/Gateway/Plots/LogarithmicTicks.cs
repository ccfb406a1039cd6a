using ScottPlot;

namespace CoinRig.Gateway;

/// <summary>Ticks of an axis whose coordinates are decimal logarithms.</summary>
static class LogarithmicTicks
{
    /// <summary>More decades than this are labelled at every second or third.</summary>
    const int MostDecades = 7;

    /// <summary>Fewer labels do not say what the scale is.</summary>
    const int FewestLabels = 2;

    /// <summary>Which digits have a label: as few as are enough.</summary>
    static readonly double[][] Labelled =
        [[1], [1, 2, 5], [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9], [.. Enumerable.Range(10, 90).Select(i => i / 10.0)], [.. Enumerable.Range(100, 900).Where(i => i % 2 == 0).Select(i => i / 100.0)]];

    static readonly double[] Small = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    public static ITickGenerator Between(double lowest, double highest)
    {
        var ticks = new ScottPlot.TickGenerators.NumericManual();
        var every = Math.Max(1, (int)Math.Ceiling((highest - lowest) / MostDecades));
        var labelled = Labelled.FirstOrDefault(set => Positions(set, lowest, highest).Count() >= FewestLabels) ?? Labelled[^1];
        foreach (var (decade, digit, position) in Positions(labelled, lowest, highest))
        {
            if (decade % every == 0)
            {
                ticks.AddMajor(position, digit == 1 ? $"10{Superscript(decade)}" : FormattableString.Invariant($"{digit:0.##}·10{Superscript(decade)}"));
            }
        }
        if (every == 1)
        {
            foreach (var (_, _, position) in Positions(Small, lowest, highest).Where(p => !labelled.Contains(p.Digit)))
            {
                ticks.AddMinor(position);
            }
        }
        return ticks;
    }

    static IEnumerable<(int Decade, double Digit, double Position)> Positions(double[] digits, double lowest, double highest) =>
        from decade in Enumerable.Range((int)Math.Floor(lowest), (int)Math.Ceiling(highest) - (int)Math.Floor(lowest) + 1)
        from digit in digits
        let position = decade + Math.Log10(digit)
        where position >= lowest - 1e-9 && position <= highest + 1e-9
        select (decade, digit, position);

    static string Superscript(int number) => string.Concat($"{number}".Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
}
