using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Comparisons;

/// <summary>Compares two groups of cells, quantity by quantity.</summary>
public static class Comparison
{
    static readonly double[] StatesOfCharge = [0.2, 0.5, 0.8];
    static readonly string[] OverCharge = ["total_polarization", "instant_overpotential", "diffusion_overpotential", "diffusion_coefficient", "diffusion_over_length_squared", "interruption_resistance"];
    static readonly string[] OverCycles = ["coulombic_efficiency", "energy_efficiency", "specific_charge_capacity", "specific_discharge_capacity", "charge_capacity", "discharge_capacity"];

    /// <summary>The difference of one quantity; null where a group has no cell with it.</summary>
    /// <param name="a">The group of which the sentence speaks.</param>
    /// <param name="b">What it is compared with.</param>
    /// <param name="quantity">What is compared.</param>
    public static Difference? Of(CellGroup a, CellGroup b, Quantity quantity)
    {
        var (first, second) = (Summary(a, quantity), Summary(b, quantity));
        return first.Count > 0 && second.Count > 0 ? new(quantity, Unit(a, quantity), first, second) : null;
    }

    /// <summary>
    /// The differences of all usual quantities that both groups have: polarization, its parts and D at 20, 50 and 80 % charge, resistance of steps at each time, efficiencies,
    /// capacities and mean voltages over the full cycles, retention in the last cycle that all have, and what was found once (cycles to 80 %, fade).
    /// </summary>
    /// <param name="a">The group of which the sentences speak.</param>
    /// <param name="b">What it is compared with.</param>
    public static IReadOnlyList<Difference> Of(CellGroup a, CellGroup b) => [.. Usual(a, b).Select(q => Of(a, b, q)).OfType<Difference>()];

    static IEnumerable<Quantity> Usual(CellGroup a, CellGroup b)
    {
        var all = a.Cells.Concat(b.Cells).SelectMany(c => c.Results).ToList();
        string[] branches = ["charge", "discharge"];
        var named = all.Select(r => r.Name).ToHashSet();
        foreach (var name in OverCharge.Where(named.Contains))
        {
            foreach (var at in StatesOfCharge)
            {
                foreach (var branch in branches)
                {
                    yield return Quantity.AtCharge(name, at) with { Branch = branch };
                }
            }
        }
        foreach (var at in all.Where(r => r.Name == "step_resistance" && r.Word("reading") != "first").Select(r => r.Number("at_seconds")).Where(double.IsFinite).Distinct().Order())
        {
            foreach (var branch in branches)
            {
                yield return new("step_resistance") { Branch = branch, AtDetail = "at_seconds", At = at };
            }
        }
        foreach (var name in OverCycles.Where(n => named.Contains(n) && !named.Contains($"specific_{n}")))
        {
            yield return new(name);
        }
        foreach (var branch in branches.Where(_ => named.Contains("average_voltage")))
        {
            yield return new("average_voltage") { Branch = branch };
        }
        if (LastCommonCycle(a, b) is { } last)
        {
            yield return new("capacity_retention") { AtDetail = "cycle", At = last };
        }
        foreach (var name in new[] { "rate_recovery", "fade_per_cycle", "cycles_to_80_percent", "knee_cycle" }.Where(named.Contains))
        {
            yield return new(name);
        }
    }

    static double? LastCommonCycle(CellGroup a, CellGroup b)
    {
        var cycles = a.Cells.Concat(b.Cells).Select(c => c.Results.Where(r => r.Name == "capacity_retention" && r.IsValid).Select(r => r.Number("cycle")).ToHashSet()).ToList();
        var common = cycles.Count > 0 ? cycles[0].Where(n => cycles.All(c => c.Contains(n))).ToList() : [];
        return common.Count > 0 && common.Max() > 1 ? common.Max() : null;
    }

    static GroupSummary Summary(CellGroup group, Quantity quantity) => new(group.Name, [.. group.Cells.Select(c => quantity.Of(c.Results)).OfType<Estimate>()]);

    static string Unit(CellGroup group, Quantity quantity) => group.Cells.SelectMany(c => c.Results).First(r => r.Name == quantity.Name).Unit;
}
