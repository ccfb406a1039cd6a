using CoinRig.Cells;
using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Analysis;

/// <summary>Posts the rows of half cycles: capacities and energies of each, efficiencies and retention of pairs of full ones.</summary>
sealed class HalfCycleRows(Cell cell, MeasurementUncertainty uncertainty)
{
    const double CoulombsPerAmpereHour = 3600;
    const double RateTolerance = 0.01;
    readonly List<(double First, double Second, HalfCycleEntry Reference)> _references = [];
    bool _anyEfficiency;

    /// <summary>Whether the charge comes first in a cycle: with the positive electrode under study it does.</summary>
    bool ChargeFirst => cell.WorkingElectrode == WorkingElectrode.Positive;

    /// <summary>Posts what a half cycle gives.</summary>
    public void Post(HalfCycleEntry entry, HalfCycleEntry? before, ResultPost post)
    {
        PostAlone(entry, post);
        if (before is { HalfCycle.IsFull: true } && entry.HalfCycle.IsFull && entry.HalfCycle.IsCharge != ChargeFirst && before.HalfCycle.IsCharge == ChargeFirst)
        {
            PostPair(before, entry, post);
        }
    }

    void PostAlone(HalfCycleEntry entry, ResultPost post)
    {
        var half = entry.HalfCycle;
        var current = uncertainty.Current(entry.Range);
        var u = half.CoulombUncertainty(current.GainRelative, current.OffsetAmperes);
        var energyRelative = Combine.Quadrature(u / half.Coulombs, uncertainty.VoltageGainRelative, uncertainty.VoltageOffsetVolts / half.AverageVolts);
        var flags = new List<Flag>();
        if (!half.ReachedEnd)
        {
            flags.Add(Flag.Incomplete);
        }
        if (!half.KnownStart)
        {
            flags.Add(Flag.UnknownStart);
        }
        var word = half.IsCharge ? "charge" : "discharge";
        (string, object)[] details = [("average_voltage", half.AverageVolts), ("current", half.RateAmperes), ("seconds", half.Seconds), ("full", half.IsFull ? 1.0 : 0.0)];
        var capacity = new Estimate(half.Coulombs / CoulombsPerAmpereHour, u / CoulombsPerAmpereHour);
        var energy = new Estimate(half.Joules / CoulombsPerAmpereHour, Math.Abs(half.Joules / CoulombsPerAmpereHour) * energyRelative);
        post.Add($"{word}_capacity", capacity, "Ah", flags, entry.Place, details);
        post.Add($"{word}_energy", energy, "Wh", flags, entry.Place, details);
        if (cell.ActiveMass is { } mass)
        {
            // Ah/kg and mAh/g are the same number.
            post.Add($"specific_{word}_capacity", PerMass(capacity, mass), "mAh/g", flags, entry.Place, details);
            post.Add($"specific_{word}_energy", PerMass(energy, mass), "Wh/kg", flags, entry.Place, details);
        }
    }

    void PostPair(HalfCycleEntry first, HalfCycleEntry second, ResultPost post)
    {
        var current = uncertainty.Current(second.Range);
        var coulombic = CycleEfficiency.Coulombic(first.HalfCycle, second.HalfCycle, NotShared(first, second, current), current.OffsetAmperes);
        var (charge, discharge) = ChargeFirst ? (first.HalfCycle, second.HalfCycle) : (second.HalfCycle, first.HalfCycle);
        var energy = CycleEfficiency.Energy(charge, discharge, coulombic.Relative, uncertainty.VoltageOffsetVolts);
        IReadOnlyList<Flag> flags = _anyEfficiency ? [] : [Flag.FirstCycle];
        _anyEfficiency = true;
        (string, object)[] details = [("charge_current", charge.RateAmperes), ("discharge_current", discharge.RateAmperes)];
        post.Add("coulombic_efficiency", coulombic, "1", flags, second.Place, details);
        post.Add("energy_efficiency", energy, "1", flags, second.Place, [.. details, ("voltage_efficiency", discharge.AverageVolts / charge.AverageVolts)]);
        PostRetention(first, second, details, current, post);
    }

    /// <summary>Retention against the first full cycle at the same currents: how a cell was charged changes what it gives back.</summary>
    void PostRetention(HalfCycleEntry first, HalfCycleEntry second, (string, object)[] details, CurrentUncertainty current, ResultPost post)
    {
        var (a, b) = (first.HalfCycle.RateAmperes, second.HalfCycle.RateAmperes);
        if (double.IsNaN(a) || double.IsNaN(b))
        {
            return;
        }
        var known = _references.FindIndex(r => Math.Abs(r.First / a - 1) < RateTolerance && Math.Abs(r.Second / b - 1) < RateTolerance);
        if (known < 0)
        {
            _references.Add((a, b, second));
            known = _references.Count - 1;
        }
        var reference = _references[known].Reference;
        // The reference of a rate is 1 by definition, and no measurement of itself.
        var retention = ReferenceEquals(reference, second) ? new Estimate(1, 0)
            : CycleEfficiency.Retention(reference.HalfCycle, second.HalfCycle, NotShared(reference, second, current), current.OffsetAmperes);
        post.Add("capacity_retention", retention, "1", [], second.Place, [.. details, ("reference_cycle", (double)reference.HalfCycle.Cycle)]);
    }

    /// <summary>A range that follows the current ("auto") is none that two half cycles share.</summary>
    double NotShared(HalfCycleEntry a, HalfCycleEntry b, CurrentUncertainty current) => a.Range == b.Range && uncertainty.Ranges.ContainsKey(a.Range) ? current.DriftRelative : current.GainRelative;

    static Estimate PerMass(Estimate value, Documents.Amount mass) =>
        new(value.Value / mass.Value, Math.Abs(value.Value / mass.Value) * Combine.Quadrature(value.Relative, mass.Relative));
}
