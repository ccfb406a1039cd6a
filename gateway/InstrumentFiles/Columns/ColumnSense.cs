namespace CoinRig.InstrumentFiles;

/// <summary>What a column is taken for.</summary>
/// <param name="Meaning">What it means.</param>
/// <param name="UnitText">Its unit as written or assumed.</param>
/// <param name="Unit">How to come to SI.</param>
/// <param name="Scope">For charges: where they begin anew.</param>
/// <param name="IsNegated">Whether the sign is turned.</param>
sealed record ColumnSense(Meaning Meaning, string UnitText, Unit Unit, ChargeScope Scope = ChargeScope.Unknown, bool IsNegated = false)
{
    /// <summary>A meaning with its unit.</summary>
    public static ColumnSense Of(Meaning meaning, string unit, ChargeScope scope = ChargeScope.Unknown, bool isNegated = false) =>
        Unit.TryRead(unit, out var read) && read.Fits(meaning) ? new(meaning, unit, read, scope, isNegated)
            : throw new ArgumentException($"{meaning} is not given in {unit}.", nameof(unit));
}
