using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary>Which input costs how much of the uncertainty, for each kind of result: medians over all results of that name.</summary>
static class BudgetTable
{
    /// <summary>The table; without rows where no result has a budget.</summary>
    public static ScreenTable Of(IReadOnlyList<Result> results)
    {
        var table = new ScreenTable("result", "input", ">part of u", ">share of u2")
        {
            Title = "Uncertainty budget (medians)",
            Keys = 2,
            Note = "part of u: what the input alone would make of the relative standard uncertainty; the parts add in squares.",
        };
        foreach (var group in results.Where(r => r.Budget.Count > 0 && r.Value.Value != 0).GroupBy(r => r.Name))
        {
            var parts = group.SelectMany(r => r.Budget.Select(b => (b.Input, Relative: Math.Abs(b.Uncertainty / r.Value.Value))))
                .GroupBy(p => p.Input).Select(g => (Input: g.Key, Relative: CheckTable.Median(g.Select(p => p.Relative)))).OrderByDescending(p => p.Relative).ToList();
            var total = parts.Sum(p => p.Relative * p.Relative);
            // What is taken as exact stands in one line below all tables.
            foreach (var (input, relative) in parts.Where(p => p.Relative > 0))
            {
                table.Add(group.Key, input.Replace('_', ' '), $"{Figures.Plain(100 * relative)} %", $"{100 * relative * relative / total:0} %");
            }
        }
        return table;
    }
}
