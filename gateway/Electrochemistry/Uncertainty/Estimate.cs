namespace CoinRig.Electrochemistry.Uncertainty;

/// <summary>A value with its standard uncertainty.</summary>
/// <param name="Value">The value.</param>
/// <param name="Uncertainty">One standard deviation; NaN where none can be given.</param>
public readonly record struct Estimate(double Value, double Uncertainty)
{
    /// <summary>Uncertainty over value, without sign.</summary>
    public double Relative => Math.Abs(Uncertainty / Value);
}
