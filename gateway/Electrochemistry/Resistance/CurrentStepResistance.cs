using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Resistance;

/// <summary>The resistance that a step of the current showed a given time after it.</summary>
/// <param name="StartSeconds">When the current changed, s.</param>
/// <param name="AtSeconds">How long after that the voltage was read, s.</param>
/// <param name="IsFirstReading">Whether that is the first row after the step, whenever it came.</param>
/// <param name="VoltsBefore">The voltage before, V.</param>
/// <param name="AmperesBefore">The current before, A.</param>
/// <param name="AmperesAfter">The current after, A.</param>
/// <param name="Ohms">(V(t) - V before - drift t)/(I after - I before), ohm.</param>
/// <param name="DriftOhms">What the drift of the voltage before would have added, ohm; 0 where none was seen.</param>
/// <param name="Budget">Its uncertainty without the instrument's gains, ohm: noise, drift, interpolation between rows, the moment of the step.</param>
public sealed record CurrentStepResistance(double StartSeconds, double AtSeconds, bool IsFirstReading, double VoltsBefore, double AmperesBefore, double AmperesAfter,
    double Ohms, double DriftOhms, IReadOnlyList<BudgetTerm> Budget)
{
    /// <summary>Change of the current, A.</summary>
    public double AmperesChange => AmperesAfter - AmperesBefore;
}
