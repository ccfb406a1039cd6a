using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;
using MathNet.Numerics.Distributions;

namespace CoinRig.Electrochemistry.Comparisons;

/// <summary>The difference of a quantity between two groups of cells, with its 95 % interval (Welch 1947; degrees of freedom after Satterthwaite 1946).</summary>
/// <param name="Quantity">What is compared.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="A">The first group.</param>
/// <param name="B">The second group.</param>
public sealed record Difference(Quantity Quantity, string Unit, GroupSummary A, GroupSummary B)
{
    const double Confidence = 0.975;

    /// <summary>A - B, with its standard uncertainty.</summary>
    public Estimate Value => new(A.Mean - B.Mean, Math.Sqrt(A.VarianceOfMean + B.VarianceOfMean));

    /// <summary>Degrees of freedom; infinite where measurement uncertainty alone counts.</summary>
    public double DegreesOfFreedom
    {
        get
        {
            var (a, b) = (Share(A), Share(B));
            return a + b > 0 ? Math.Pow(A.VarianceOfMean + B.VarianceOfMean, 2) / (a + b) : double.PositiveInfinity;

            static double Share(GroupSummary group) => group.IsSpreadKnown ? Math.Pow(group.VarianceOfMean, 2) / (group.Count - 1) : 0;
        }
    }

    /// <summary>Half width of the 95 % interval.</summary>
    public double HalfWidth => Value.Uncertainty * (double.IsInfinity(DegreesOfFreedom) ? Normal.InvCDF(0, 1, Confidence) : StudentT.InvCDF(0, 1, DegreesOfFreedom, Confidence));

    /// <summary>Whether the interval leaves zero out.</summary>
    public bool IsShown => Math.Abs(Value.Value) > HalfWidth;

    /// <summary>Whether A is nearer to zero, or below it where B is above.</summary>
    bool IsCut => A.Mean * B.Mean >= 0 ? Math.Abs(A.Mean) < Math.Abs(B.Mean) : A.Mean < B.Mean;

    /// <summary>What the interval is made of.</summary>
    public string Basis => (A.Count, B.Count) switch
    {
        (1, 1) => "one cell a side: measurement uncertainty alone, how cells of one kind spread is not known",
        (1, _) or (_, 1) => $"{A.Count} and {B.Count} cells: of the single one measurement uncertainty alone",
        _ => $"{A.Count} and {B.Count} cells, Welch",
    };

    /// <summary>The difference as a sentence: "coated cut the total polarization at 80 % charge by 31 +- 4 mV (95 %) against pristine".</summary>
    public string Sentence => IsShown
        ? $"{A.Name} {(IsCut ? "cut" : "raised")} the {Quantity.InWords} by {Wording.Of(Math.Abs(Value.Value), HalfWidth, Unit)} (95 %) against {B.Name} ({Basis})."
        : $"Between {A.Name} and {B.Name} no difference of the {Quantity.InWords} is shown: {Wording.Of(Value.Value, HalfWidth, Unit)} (95 %; {Basis}).";

    /// <summary>As a result: <c>difference</c> of the quantity's name.</summary>
    public Result ToResult() => new($"difference_of_{Quantity.Name}", Value, Unit)
    {
        Flags = A.Count == 1 || B.Count == 1 ? [Flag.SingleCell] : [],
        Details =
        [
            new("quantity", Quantity.InWords), new("group", A.Name), new("reference_group", B.Name), new("mean", A.Mean), new("reference_mean", B.Mean),
            new("cells", (double)A.Count), new("reference_cells", (double)B.Count), new("spread", A.Spread), new("reference_spread", B.Spread),
            new("half_width_95", HalfWidth), new("degrees_of_freedom", DegreesOfFreedom), new("shown", IsShown ? 1.0 : 0.0), new("sentence", Sentence),
        ],
        Budget = [new(A.Name, Math.Sqrt(A.VarianceOfMean)), new(B.Name, Math.Sqrt(B.VarianceOfMean))],
    };
}
