using CoinRig.Electrochemistry.Results;

namespace CoinRig.Electrochemistry.Fade;

/// <summary>What a law of fade says, as results.</summary>
public static class FadeResults
{
    /// <summary>The end of life that is usual, as a share of the first cycle.</summary>
    const double EndOfLife = 0.8;

    /// <summary>
    /// The results of the best law through values of results, for each rate by itself: loss a cycle, the cycle at which 80 % are left, the knee. Values that are
    /// not valid or not full are left out; of fewer than four cycles there are none.
    /// </summary>
    /// <param name="results">Results among which those with the name are taken.</param>
    /// <param name="name">The result that is followed: discharge_capacity, or charge_capacity where the electrode's name is negative.</param>
    public static IReadOnlyList<Result> Of(IEnumerable<Result> results, string name) => [.. Models(results, name).SelectMany(m => Of(m.Model, name, m.CurrentAmperes))];

    /// <summary>The best law for each rate, with its current, A. Taken from results as for <see cref="Of(IEnumerable{Result}, string)"/>.</summary>
    /// <param name="results">Results among which those with the name are taken.</param>
    /// <param name="name">The result that is followed.</param>
    public static IEnumerable<(FadeModel Model, double CurrentAmperes)> Models(IEnumerable<Result> results, string name)
    {
        var full = results.Where(r => r.Name == name && r.IsValid && r.Number("full") is not 0.0).ToList();
        foreach (var rate in ByRate(full))
        {
            double[] cycles = [.. rate.Select(r => r.Number("cycle"))], values = [.. rate.Select(r => r.Value.Value)];
            if (FadeFit.Best(cycles, values) is { } model)
            {
                yield return (model, rate[0].Number("current"));
            }
        }
    }

    /// <summary>The results of a law.</summary>
    public static IEnumerable<Result> Of(FadeModel model, string name, double currentAmperes)
    {
        KeyValuePair<string, object>[] details =
        [
            new("of", name), new("law", model.Law.ToString().ToLowerInvariant()), new("current", currentAmperes), new("first_cycle", model.FirstCycle), new("cycle", model.LastCycle),
            new("initial", model.Initial.Value), new("scatter", model.ResidualDeviation), new("coverage_factor", model.CoverageFactor),
        ];
        var slope = model.Slope(model.LastCycle);
        yield return new("fade_per_cycle", new(slope.Value / model.Initial.Value, slope.Uncertainty / model.Initial.Value), "1") { Details = details };
        if (model.CycleAt(EndOfLife) is { } end)
        {
            yield return new("cycles_to_80_percent", new(end.Value - model.FirstCycle, end.Uncertainty), "1") { Details = details, Flags = end.Value > model.LastCycle ? [Flag.Extrapolated] : [] };
        }
        if (model.Knee is { } knee)
        {
            yield return new("knee_cycle", knee, "1") { Details = details };
        }
    }

    static IEnumerable<List<Result>> ByRate(List<Result> results)
    {
        var rates = new List<List<Result>>();
        foreach (var result in results)
        {
            var current = result.Number("current");
            if (rates.FirstOrDefault(r => Math.Abs(r[0].Number("current") / current - 1) < 0.05) is { } known)
            {
                known.Add(result);
            }
            else
            {
                rates.Add([result]);
            }
        }
        return rates;
    }
}
