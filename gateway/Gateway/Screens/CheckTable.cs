using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Gateway;

/// <summary>The stated uncertainties beside how far the results spread when their inputs are drawn: medians for each kind of result.</summary>
static class CheckTable
{
    /// <summary>The table.</summary>
    public static ScreenTable Of(IReadOnlyList<MonteCarloCheck> checks)
    {
        var table = new ScreenTable("result", ">values", ">draws", ">stated u", ">spread of the draws", ">spread / u")
        {
            Title = "Monte Carlo check (medians; relative to the value)",
            Note = "A ratio well below 1: the stated uncertainty also covers what draws of the inputs cannot show, such as a bent curve between the points. Well above 1: it is too small.",
        };
        foreach (var group in checks.Where(c => c.Draws > 0 && c.Result.Value.Uncertainty > 0 && c.Result.Value.Value != 0).GroupBy(c => c.Result.Name))
        {
            table.Add(group.Key, $"{group.Count()}", $"{group.Min(c => c.Draws)}", $"{Figures.Plain(100 * Median(group.Select(c => c.Result.Value.Relative)))} %",
                $"{Figures.Plain(100 * Median(group.Select(c => Math.Abs(c.Spread / c.Result.Value.Value))))} %",
                $"{Median(group.Select(c => c.Spread / c.Result.Value.Uncertainty)):0.00}");
        }
        return table;
    }

    /// <summary>The median of values, of which there is one.</summary>
    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return 0.5 * (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]);
    }
}
