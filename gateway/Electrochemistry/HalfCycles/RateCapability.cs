using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.HalfCycles;

/// <summary>The cycles in a row at one rate.</summary>
/// <param name="RateAmperes">The current of their second half cycles, A.</param>
/// <param name="FirstCycle">The first cycle.</param>
/// <param name="LastCycle">The last cycle.</param>
/// <param name="Median">The half cycle whose charge is the median of the last three (the lower one of two).</param>
/// <param name="LastCycles">How many of the last cycles the median is of, three or fewer.</param>
public sealed record RateStage(double RateAmperes, int FirstCycle, int LastCycle, HalfCycle Median, int LastCycles);

/// <summary>
/// The rate table: of each rate in turn the median capacity of its last three cycles, and how much of the first rate's capacity comes
/// back when it is set again at the end.
/// </summary>
public static class RateCapability
{
    const int CyclesOfMedian = 3;
    const double RateTolerance = 0.05;

    /// <summary>The stages of a test, in order; only half cycles that reached their end and began from a known state count.</summary>
    public static IReadOnlyList<RateStage> Stages(CycleTable table)
    {
        var stages = new List<RateStage>();
        var halves = table.HalfCycles.Where(h => h.IsCharge != table.ChargeFirst && h.IsFull && double.IsFinite(h.RateAmperes)).ToList();
        for (var from = 0; from < halves.Count;)
        {
            var rate = halves[from].RateAmperes;
            var to = from;
            while (to < halves.Count && Math.Abs(halves[to].RateAmperes / rate - 1) < RateTolerance)
            {
                to++;
            }
            var last = halves.GetRange(Math.Max(from, to - CyclesOfMedian), Math.Min(CyclesOfMedian, to - from));
            stages.Add(new(rate, halves[from].Cycle, halves[to - 1].Cycle, last.OrderBy(h => h.Coulombs).ElementAt((last.Count - 1) / 2), last.Count));
            from = to;
        }
        return stages;
    }

    /// <summary>The rate table as results; none where there is one rate alone.</summary>
    /// <param name="table">The half cycles.</param>
    /// <param name="instrument">What the instrument may be off by.</param>
    public static IReadOnlyList<Result> Results(CycleTable table, Instrument instrument)
    {
        var stages = Stages(table);
        if (stages.Count < 2)
        {
            return [];
        }
        var results = new List<Result>();
        foreach (var stage in stages)
        {
            var budget = HalfCycleBudget.Coulombs(stage.Median, instrument).Times(1 / 3600.0);
            results.Add(new("rate_capacity", new(stage.Median.Coulombs / 3600, budget.Total()), "Ah")
            {
                Details =
                [
                    new("current", stage.RateAmperes), new("branch", stage.Median.IsCharge ? "charge" : "discharge"), new("cycle", (double)stage.LastCycle),
                    new("first_cycle", (double)stage.FirstCycle), new("median_of", (double)stage.LastCycles), new("share_of_first_rate", stage.Median.Coulombs / stages[0].Median.Coulombs),
                ],
                Budget = budget,
            });
        }
        if (Recovery(stages) is { } back)
        {
            var (first, again) = (stages[0].Median, back.Median);
            var budget = CycleEfficiency.RetentionBudget(first, again, instrument.CurrentDriftRelative, instrument.CurrentOffsetAmperes,
                HalfCycleBudget.NoiseAmperes(first, instrument), HalfCycleBudget.NoiseAmperes(again, instrument));
            results.Add(new("rate_recovery", new(again.Coulombs / first.Coulombs, budget.Total()), "1")
            {
                Details = [new("current", back.RateAmperes), new("cycle", (double)back.LastCycle), new("reference_cycle", (double)stages[0].LastCycle)],
                Budget = budget,
            });
        }
        return results;
    }

    static RateStage? Recovery(IReadOnlyList<RateStage> stages) => stages.Skip(2).LastOrDefault(s => Math.Abs(s.RateAmperes / stages[0].RateAmperes - 1) < RateTolerance);
}
