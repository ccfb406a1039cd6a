using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Impedance.Comparison;

/// <summary>How a parameter of a cell changed from one spectrum to a later one.</summary>
/// <param name="Name">The parameter, or an arc's capacitance.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Before">In the first spectrum.</param>
/// <param name="After">In the second.</param>
/// <param name="Difference">After - before.</param>
/// <param name="Ratio">After over before, free of what the instrument's gains are off by.</param>
public sealed record ParameterChange(string Name, string Unit, Estimate Before, Estimate After, Estimate Difference, Estimate Ratio)
{
    const double Normal95 = 1.959963984540054;

    /// <summary>Half of the 95 % interval of the difference.</summary>
    public double Half95 => Normal95 * Difference.Uncertainty;

    /// <summary>Whether that interval leaves out zero.</summary>
    public bool IsSignificant => Math.Abs(Difference.Value) > Half95;
}
