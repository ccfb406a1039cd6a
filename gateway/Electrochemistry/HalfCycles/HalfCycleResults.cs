using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.HalfCycles;

/// <summary>
/// Results of half cycles in the order in which they end: capacity, energy and mean voltage of each, efficiencies and retention of pairs of full
/// ones. It remembers only the first full cycle of each rate.
/// </summary>
/// <param name="chargeFirst">Whether a cycle begins with the charge.</param>
/// <param name="instrument">What the instrument may be off by, for a half cycle (its range may matter).</param>
/// <param name="activeKilograms">Active mass, kg, for specific values; null: none are made.</param>
public sealed class HalfCycleResults(bool chargeFirst, Func<HalfCycle, Instrument> instrument, Estimate? activeKilograms)
{
    const double CoulombsPerAmpereHour = 3600;

    /// <summary>Currents that differ by less are the same rate; measured ones scatter.</summary>
    const double RateTolerance = 0.02;

    readonly List<(double First, double Second, HalfCycle Reference)> _references = [];
    bool _anyEfficiency;

    /// <summary>All results of a table of half cycles.</summary>
    /// <param name="table">The table.</param>
    /// <param name="instrument">What the instrument may be off by.</param>
    /// <param name="activeKilograms">Active mass, kg; null: no specific values.</param>
    public static IReadOnlyList<Result> Of(CycleTable table, Instrument instrument, Estimate? activeKilograms = null)
    {
        var results = new HalfCycleResults(table.ChargeFirst, _ => instrument, activeKilograms);
        HalfCycle? before = null;
        var all = new List<Result>();
        foreach (var half in table.HalfCycles)
        {
            all.AddRange(results.Next(half, before));
            before = half;
        }
        return all;
    }

    /// <summary>What a half cycle gives, with the one before it.</summary>
    public IReadOnlyList<Result> Next(HalfCycle half, HalfCycle? before) =>
        before is { IsFull: true } && half.IsFull && half.IsCharge != chargeFirst && before.IsCharge == chargeFirst ? [.. Alone(half), .. Pair(before, half)] : [.. Alone(half)];

    IEnumerable<Result> Alone(HalfCycle half)
    {
        var errors = instrument(half);
        Flag[] flags = [.. half.ReachedEnd ? [] : new[] { Flag.Incomplete }, .. half.KnownStart ? [] : new[] { Flag.UnknownStart }];
        KeyValuePair<string, object>[] details =
        [
            .. Place(half), new("branch", half.IsCharge ? "charge" : "discharge"), new("average_voltage", half.AverageVolts), new("current", half.RateAmperes), new("seconds_of_current", half.Seconds),
            new("full", half.IsFull ? 1.0 : 0.0),
        ];
        var word = half.IsCharge ? "charge" : "discharge";
        var capacity = Make($"{word}_capacity", half.Coulombs / CoulombsPerAmpereHour, "Ah", HalfCycleBudget.Coulombs(half, errors).Times(1 / CoulombsPerAmpereHour));
        var energy = Make($"{word}_energy", half.Joules / CoulombsPerAmpereHour, "Wh", HalfCycleBudget.Joules(half, errors).Times(1 / CoulombsPerAmpereHour));
        yield return capacity;
        yield return energy;
        if (activeKilograms is { } mass)
        {
            // Ah/kg and mAh/g are the same number.
            yield return PerMass(capacity, mass, "mAh/g");
            yield return PerMass(energy, mass, "Wh/kg");
        }
        yield return Make("average_voltage", half.AverageVolts, "V", HalfCycleBudget.AverageVolts(half, errors));

        Result Make(string name, double value, string unit, BudgetTerm[] budget) => new(name, new(value, budget.Total()), unit) { Flags = flags, Details = details, Budget = budget };
    }

    IEnumerable<Result> Pair(HalfCycle first, HalfCycle second)
    {
        var errors = instrument(second);
        var budget = CycleEfficiency.CoulombicBudget(first, second, NotShared(first, second), errors.CurrentOffsetAmperes, Noise(first), Noise(second));
        var coulombic = new Estimate(second.Coulombs / first.Coulombs, budget.Total());
        var (charge, discharge) = chargeFirst ? (first, second) : (second, first);
        var energy = CycleEfficiency.Energy(charge, discharge, coulombic.Relative, errors.VoltageOffsetVolts);
        Flag[] flags = _anyEfficiency ? [] : [Flag.FirstCycle];
        _anyEfficiency = true;
        KeyValuePair<string, object>[] details = [.. Place(second), new("charge_current", charge.RateAmperes), new("discharge_current", discharge.RateAmperes)];
        yield return new("coulombic_efficiency", coulombic, "1") { Flags = flags, Details = details, Budget = budget };
        yield return new("energy_efficiency", energy, "1")
        {
            Flags = flags,
            Details = [.. details, new("voltage_efficiency", discharge.AverageVolts / charge.AverageVolts)],
            Budget = [.. budget.Times(energy.Value / coulombic.Value), new("voltage_offset", energy.Value * CycleEfficiency.EnergyOffsetRelative(charge, discharge, errors.VoltageOffsetVolts))],
        };
        if (Retention(first, second, details) is { } retention)
        {
            yield return retention;
        }
    }

    /// <summary>Retention against the first full cycle at the same currents: how a cell was charged changes what it gives back.</summary>
    Result? Retention(HalfCycle first, HalfCycle second, KeyValuePair<string, object>[] details)
    {
        var (a, b) = (first.RateAmperes, second.RateAmperes);
        if (double.IsNaN(a) || double.IsNaN(b))
        {
            return null;
        }
        var known = _references.FindIndex(r => Math.Abs(r.First / a - 1) < RateTolerance && Math.Abs(r.Second / b - 1) < RateTolerance);
        if (known < 0)
        {
            _references.Add((a, b, second));
            known = _references.Count - 1;
        }
        var reference = _references[known].Reference;
        // The reference of a rate is 1 by definition, and no measurement of itself.
        BudgetTerm[] budget = ReferenceEquals(reference, second) ? []
            : CycleEfficiency.RetentionBudget(reference, second, NotShared(reference, second), instrument(second).CurrentOffsetAmperes, Noise(reference), Noise(second));
        return new("capacity_retention", new(second.Coulombs / reference.Coulombs, budget.Total()), "1")
        {
            Details = [.. details, new("reference_cycle", (double)reference.Cycle)],
            Budget = budget,
        };
    }

    double Noise(HalfCycle half) => HalfCycleBudget.NoiseAmperes(half, instrument(half));

    double NotShared(HalfCycle a, HalfCycle b) =>
        a.Range == b.Range && a.Range != HalfCycle.ChangingRange ? instrument(b).CurrentDriftRelative : instrument(b).CurrentGainRelative;

    static KeyValuePair<string, object>[] Place(HalfCycle half) => [new("cycle", (double)half.Cycle), new("seconds", half.EndSeconds)];

    static Result PerMass(Result whole, Estimate mass, string unit)
    {
        BudgetTerm[] budget = [.. whole.Budget.Times(1 / mass.Value), new("mass", Math.Abs(whole.Value.Value / mass.Value * mass.Relative))];
        return whole with { Name = $"specific_{whole.Name}", Value = new(whole.Value.Value / mass.Value, budget.Total()), Unit = unit, Budget = budget };
    }
}
