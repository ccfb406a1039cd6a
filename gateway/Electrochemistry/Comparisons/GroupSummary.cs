using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Comparisons;

/// <summary>One quantity over the cells of a group.</summary>
/// <param name="Name">The group.</param>
/// <param name="Values">The value of each cell that has one, with its measurement uncertainty.</param>
public sealed record GroupSummary(string Name, IReadOnlyList<Estimate> Values)
{
    /// <summary>Cells that have a value.</summary>
    public int Count => Values.Count;

    /// <summary>Mean over the cells.</summary>
    public double Mean => Values.Average(v => v.Value);

    /// <summary>Spread of the cells, one standard deviation; NaN for one cell.</summary>
    public double Spread => Count > 1 ? Math.Sqrt(Values.Sum(v => Math.Pow(v.Value - Mean, 2)) / (Count - 1)) : double.NaN;

    /// <summary>Root mean square of the cells' measurement uncertainties.</summary>
    public double Measurement => Math.Sqrt(Values.Average(v => double.IsFinite(v.Uncertainty) ? v.Uncertainty * v.Uncertainty : 0));

    /// <summary>
    /// Variance of the mean: spread over number of cells, which contains the measurement's scatter; never less than the measurement alone would make, because a
    /// few cells may lie close together by chance.
    /// </summary>
    public double VarianceOfMean => (IsSpreadKnown ? Spread * Spread : Measurement * Measurement) / Count;

    /// <summary>Whether the spread of the cells, and not the measurement alone, is what the mean is uncertain by.</summary>
    public bool IsSpreadKnown => Count > 1 && Spread >= Measurement;
}
