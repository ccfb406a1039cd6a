using CoinRig.Electrochemistry.Results;

namespace CoinRig.Electrochemistry.Uncertainty;

/// <summary>
/// Propagation of distributions (JCGM 101:2008): the whole analysis again on inputs that are drawn from what they may be, and how far its results spread. It
/// checks the first-order uncertainty, and shows where an analysis is not linear in its inputs.
/// </summary>
public static class MonteCarlo
{
    /// <summary>Fewest draws that tell a spread to about a tenth.</summary>
    public const int FewestDraws = 50;

    /// <summary>Checks the results of an analysis.</summary>
    /// <param name="results">The results on the inputs as they are.</param>
    /// <param name="analysis">The analysis on the inputs of a draw, from 0.</param>
    /// <param name="draws">How many draws.</param>
    /// <returns>One check a result, in their order.</returns>
    /// <remarks>Results are recognised by their name and their place among those of that name; one that a draw does not give is missing in it.</remarks>
    public static IReadOnlyList<MonteCarloCheck> Check(IReadOnlyList<Result> results, Func<int, IReadOnlyList<Result>> analysis, int draws)
    {
        var values = new Dictionary<(string, int), List<double>>();
        for (var draw = 0; draw < draws; draw++)
        {
            foreach (var (key, result) in Numbered(analysis(draw)))
            {
                if (!values.TryGetValue(key, out var list))
                {
                    values[key] = list = new(draws);
                }
                list.Add(result.Value.Value);
            }
        }
        return [.. Numbered(results).Select(r => Of(r.Result, values.GetValueOrDefault(r.Key) ?? []))];
    }

    static IEnumerable<((string, int) Key, Result Result)> Numbered(IReadOnlyList<Result> results)
    {
        var counts = new Dictionary<string, int>();
        foreach (var result in results)
        {
            var number = counts.GetValueOrDefault(result.Name);
            counts[result.Name] = number + 1;
            yield return ((result.Name, number), result);
        }
    }

    /// <summary>Half the width of the middle 68.27 %, which a few outliers do not move.</summary>
    static MonteCarloCheck Of(Result result, List<double> values)
    {
        const double oneSigma = 0.682689492;
        values.Sort();
        return values.Count == 0 ? new(result, double.NaN, double.NaN, 0)
            : new(result, 0.5 * (Quantile(values, 0.5 * (1 + oneSigma)) - Quantile(values, 0.5 * (1 - oneSigma))), Quantile(values, 0.5), values.Count);
    }

    static double Quantile(List<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}

/// <summary>A result beside how far it spreads when its inputs are drawn.</summary>
/// <param name="Result">The result.</param>
/// <param name="Spread">Half the width of the middle 68 % of the draws, in the unit of the result.</param>
/// <param name="Median">Their median.</param>
/// <param name="Draws">How many draws gave the result.</param>
public sealed record MonteCarloCheck(Result Result, double Spread, double Median, int Draws);
