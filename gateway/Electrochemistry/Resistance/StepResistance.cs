using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Resistance;

/// <summary>The resistance that a change of current shows a given time after it.</summary>
public static class StepResistance
{
    /// <summary>(V(t) - V before)/(I after - I before), ohm, with sqrt(2) sigma_V/|dI| and the two gains.</summary>
    public static Estimate Of(double voltsBefore, double voltsAfter, double amperesBefore, double amperesAfter, double noiseVolts, double gainRelative)
    {
        var change = amperesAfter - amperesBefore;
        var resistance = (voltsAfter - voltsBefore) / change;
        return new(resistance, Combine.Quadrature(Math.Sqrt(2) * noiseVolts / Math.Abs(change), resistance * gainRelative));
    }
}
