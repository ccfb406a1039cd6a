namespace CoinRig.Campaign;

/// <summary>A value of the paper beside ours.</summary>
/// <param name="Quantity">What it is.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Paper">The paper's value; NaN where it states none.</param>
/// <param name="Ours">Ours.</param>
/// <param name="Uncertainty">Its standard uncertainty; NaN where there is none.</param>
/// <param name="Tolerance">How far ours may be off beside what it is uncertain by; NaN where nothing is asked.</param>
/// <param name="Unit">The unit of all of them.</param>
sealed record PaperValue(string Quantity, string Cell, double Paper, double Ours, double Uncertainty, double Tolerance, string Unit)
{
    /// <summary>Two standard uncertainties: the seed draws the true mass of the cell, which no instrument knows.</summary>
    const double Coverage = 2;

    /// <summary>Whether ours is as near as it must be.</summary>
    internal bool IsMet => double.IsNaN(Tolerance) || Math.Abs(Ours - Paper) <= Tolerance + (double.IsNaN(Uncertainty) ? 0 : Coverage * Uncertainty);
}
