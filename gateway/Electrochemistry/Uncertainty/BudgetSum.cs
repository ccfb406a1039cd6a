namespace CoinRig.Electrochemistry.Uncertainty;

/// <summary>Adds up the terms of a budget.</summary>
public static class BudgetSum
{
    /// <summary>The standard uncertainty that all terms make: the root of the sum of squares (GUM, JCGM 100:2008, 5.1.2).</summary>
    public static double Total(this IReadOnlyList<BudgetTerm> terms)
    {
        var sum = 0.0;
        foreach (var term in terms)
        {
            sum += term.Uncertainty * term.Uncertainty;
        }
        return Math.Sqrt(sum);
    }

    /// <summary>The same terms of a result that is a number of times larger, or in another unit.</summary>
    public static BudgetTerm[] Times(this IReadOnlyList<BudgetTerm> terms, double factor) =>
        [.. terms.Select(t => t with { Uncertainty = Math.Abs(factor) * t.Uncertainty })];
}
