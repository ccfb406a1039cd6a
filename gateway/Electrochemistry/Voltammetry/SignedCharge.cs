using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>Charge of positive and of negative current apart.</summary>
/// <param name="AnodicCoulombs">Of positive current, C.</param>
/// <param name="CathodicCoulombs">Of negative current, C; negative.</param>
public readonly record struct SignedCharge(double AnodicCoulombs, double CathodicCoulombs)
{
    /// <summary>The trapezoidal rule on every row, each sign by itself (a row of the other sign counts as zero). Rows that are no numbers are left out.</summary>
    public static SignedCharge Of(Trace trace)
    {
        var (anodic, cathodic) = (new TrapezoidIntegral(), new TrapezoidIntegral());
        for (var i = 0; i < trace.Length; i++)
        {
            if (double.IsFinite(trace.Seconds[i]) && double.IsFinite(trace.Amperes[i]))
            {
                anodic.Add(trace.Seconds[i], Math.Max(0, trace.Amperes[i]));
                cathodic.Add(trace.Seconds[i], Math.Min(0, trace.Amperes[i]));
            }
        }
        return new(anodic.Value, cathodic.Value);
    }
}
