namespace CoinRig.Electrochemistry.HalfCycles;

/// <summary>A half cycle and the one that takes it back.</summary>
/// <param name="Number">The cycle, from 1; 0 for one that only empties the cell before the first.</param>
/// <param name="First">The half cycle that fills the electrode under study; null where the data begin after it.</param>
/// <param name="Second">The one that empties it again; null where the data end before it.</param>
public sealed record Cycle(int Number, HalfCycle? First, HalfCycle? Second)
{
    /// <summary>Whether both are full, so that efficiencies may be made.</summary>
    public bool IsFull => First is { IsFull: true } && Second is { IsFull: true };
}

/// <summary>Half cycles with their numbers, in the order of time, and the cycles that they make.</summary>
/// <param name="ChargeFirst">Whether a cycle begins with the charge.</param>
/// <param name="HalfCycles">The half cycles, with number and what is known of their start.</param>
/// <param name="Cycles">The cycles.</param>
public sealed record CycleTable(bool ChargeFirst, IReadOnlyList<HalfCycle> HalfCycles, IReadOnlyList<Cycle> Cycles)
{
    /// <summary>A first discharge that is less than this share of the charge after it only empties the cell.</summary>
    const double PartShare = 0.5;

    /// <summary>Numbers half cycles.</summary>
    /// <param name="found">As <see cref="HalfCycleFinder"/> gives them.</param>
    /// <param name="rules">What is known of the cell; null: nothing.</param>
    public static CycleTable Of(IReadOnlyList<HalfCycle> found, CycleRules? rules = null)
    {
        var chargeFirst = rules?.ChargeFirst ?? BeginsWithCharge(found);
        var halves = new List<HalfCycle>();
        var cycles = new List<Cycle>();
        foreach (var half in found)
        {
            var before = halves.LastOrDefault();
            var isFirst = half.IsCharge == chargeFirst;
            var number = before is null ? (isFirst ? 1 : 0) : before.Cycle + (isFirst ? 1 : 0);
            var knownStart = before is null ? rules is { StartsDischarged: true } && half.IsCharge : before.ReachedEnd && before.IsCharge != half.IsCharge;
            var numbered = half with { Cycle = number, KnownStart = knownStart };
            halves.Add(numbered);
            if (isFirst || before is null || before.IsCharge != chargeFirst)
            {
                cycles.Add(isFirst ? new(number, numbered, null) : new(number, null, numbered));
            }
            else
            {
                cycles[^1] = cycles[^1] with { Second = numbered };
            }
        }
        return new(chargeFirst, halves, cycles);
    }

    static bool BeginsWithCharge(IReadOnlyList<HalfCycle> found) =>
        found.Count == 0 || found[0].IsCharge || (found.Count > 1 && found[0].Coulombs < PartShare * found[1].Coulombs);
}
