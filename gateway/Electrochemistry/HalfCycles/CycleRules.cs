namespace CoinRig.Electrochemistry.HalfCycles;

/// <summary>What is known of a cell that half cycles alone do not say.</summary>
public sealed record CycleRules
{
    /// <summary>
    /// Whether a cycle begins with the charge, as it does where the positive electrode is under study; null: the data say it. The first half cycle comes
    /// first in a cycle, unless it is a discharge of less than half of the charge after it, which only empties a cell that was part full.
    /// </summary>
    public bool? ChargeFirst { get; init; }

    /// <summary>Whether the cell was discharged before the first row (<c>start: discharged</c> of a cell file).</summary>
    public bool StartsDischarged { get; init; }
}
