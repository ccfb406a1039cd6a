using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Resistance;

/// <summary>Resistances of steps of the current as results.</summary>
public static class StepResistanceResults
{
    /// <summary>A first reading later than this after a step has charge transfer in it, s.</summary>
    const double EarliestForOhmicSeconds = 1e-4;

    /// <summary>The results, in the order of time.</summary>
    /// <param name="steps">What <see cref="StepResistanceFinder"/> found.</param>
    /// <param name="instrument">What the instrument may be off by.</param>
    /// <param name="table">Half cycles, which say the cycle; null where there are none.</param>
    public static IReadOnlyList<Result> Of(IEnumerable<CurrentStepResistance> steps, Instrument instrument, CycleTable? table = null)
    {
        var results = new List<Result>();
        foreach (var step in steps)
        {
            BudgetTerm[] budget =
            [
                .. step.Budget, new("voltage_gain", Math.Abs(step.Ohms) * instrument.VoltageGainRelative), new("current_gain", Math.Abs(step.Ohms) * instrument.CurrentGainRelative),
            ];
            results.Add(new("step_resistance", new(step.Ohms, budget.Total()), "ohm")
            {
                Flags = step.AtSeconds > EarliestForOhmicSeconds ? [Flag.ChargeTransferIncluded] : [],
                Details =
                [
                    new("cycle", (double)(Cycle(table, step.StartSeconds) ?? 0)), new("seconds", step.StartSeconds + step.AtSeconds), new("at_seconds", step.AtSeconds),
                    new("reading", step.IsFirstReading ? "first" : "timed"), new("voltage", step.VoltsBefore), new("current_step", step.AmperesChange), new("current_before", step.AmperesBefore),
                    new("branch", step.AmperesChange > 0 ? "charge" : "discharge"), new("drift_correction", step.DriftOhms),
                ],
                Budget = budget,
            });
        }
        return results;
    }

    static int? Cycle(CycleTable? table, double seconds) => table?.HalfCycles.LastOrDefault(h => h.StartSeconds <= seconds)?.Cycle;
}
