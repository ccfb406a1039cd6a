namespace CoinRig.Faults;

/// <summary>What truly was at the cell over a step of its circuit.</summary>
/// <param name="End">When the step ended, ns.</param>
/// <param name="Nanoseconds">How long it was, ns.</param>
/// <param name="Volts">At its end, V.</param>
/// <param name="Amperes">At its end, A.</param>
/// <param name="Coulombs">Charge through the cell until its end, C.</param>
readonly record struct CircuitStep(long End, long Nanoseconds, double Volts, double Amperes, double Coulombs);
