namespace CoinRig.Coverage;

/// <summary>What a campaign shows, in numbers and as text.</summary>
static class TitrationTable
{
    /// <summary>Compositions at which every seed is judged once.</summary>
    public static readonly double[] Compositions = [0.85, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];

    /// <summary>The pulse of each seed that is nearest to a composition; seeds that do not come within two pulses of it are left out.</summary>
    public static List<TitratedPulse> At(IEnumerable<List<TitratedPulse>> seeds, double composition) =>
        [.. seeds.Where(s => s.Count > 0).Select(s => s.MinBy(p => Math.Abs(p.Composition - composition))!).Where(p => Math.Abs(p.Composition - composition) < 0.02)];

    /// <summary>All pulses between 10 and 90 % of the charge.</summary>
    public static List<TitratedPulse> Inside(IEnumerable<List<TitratedPulse>> seeds) => [.. seeds.SelectMany(s => s.Where(p => p.IsInside))];

    /// <summary>Share of pulses whose interval holds the true value.</summary>
    public static double Coverage(IReadOnlyCollection<TitratedPulse> pulses) => pulses.Count == 0 ? double.NaN : (double)pulses.Count(p => p.IsCovered) / pulses.Count;

    /// <summary>The same where the true radius is known.</summary>
    public static double CoverageWithoutGeometry(IReadOnlyCollection<TitratedPulse> pulses) => pulses.Count == 0 ? double.NaN
        : (double)pulses.Count(p => Math.Abs(p.ErrorWithoutGeometry) <= Tally.CoverageFactor * p.RelativeWithoutGeometry) / pulses.Count;

    /// <summary>The median.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Where(double.IsFinite).Order().ToArray();
        return sorted.Length == 0 ? double.NaN : 0.5 * (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]);
    }

    /// <summary>Writes the table of one cell.</summary>
    public static void Write(TextWriter to, string cell, List<TitratedPulse>[] seeds)
    {
        to.WriteLine($"{cell}: {seeds.Length} seeds, {seeds.Sum(s => s.Count)} pulses");
        to.WriteLine("  where          judged  coverage |      bias  |error| | not corrected  of the rest  short formula |  u rel   without  covered   valid");
        to.WriteLine("                           of 95 % |    median   median |          bias         bias           bias | median  geometry  without");
        foreach (var x in Compositions)
        {
            Row(to, $"x = {x:0.00}", At(seeds, x));
        }
        Row(to, "10-90 % of Q", Inside(seeds));
        var middle = At(seeds, 0.5);
        to.WriteLine($"  total polarization at x = 0.5: {1e3 * Median(middle.Select(p => p.Polarization)):0.00} mV");
        var flags = Inside(seeds).SelectMany(p => p.Flags).GroupBy(f => f).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {(double)g.Count() / Inside(seeds).Count:P1}");
        to.WriteLine($"  flags between 10 and 90 %: {string.Join(", ", flags.DefaultIfEmpty("none"))}");
        to.WriteLine();
    }

    static void Row(TextWriter to, string where, List<TitratedPulse> pulses) => to.WriteLine(
        $"  {where,-13} {pulses.Count,7} {Coverage(pulses),9:P1} | {Bias(pulses, p => p.D),9:P2} {Median(pulses.Select(p => Math.Abs(p.ErrorWithoutGeometry))),8:P2} | "
        + $"{Bias(pulses, p => p.UncorrectedD),13:P1} {Bias(pulses, p => p.RelaxationD),12:P1} {Bias(pulses, p => p.ShortFormulaD),14:P1} | "
        + $"{Median(pulses.Select(p => p.Uncertainty / p.D)),6:P1} {Median(pulses.Select(p => p.RelativeWithoutGeometry)),9:P2} {CoverageWithoutGeometry(pulses),8:P1} {(double)pulses.Count(p => p.IsValid) / Math.Max(1, pulses.Count),7:P1}");

    static double Bias(List<TitratedPulse> pulses, Func<TitratedPulse, double> estimate) => Median(pulses.Select(p => p.ErrorOf(estimate(p))));
}
