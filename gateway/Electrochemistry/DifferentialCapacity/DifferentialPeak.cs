using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.DifferentialCapacity;

/// <summary>A peak of dQ/dV.</summary>
/// <param name="Volts">Its position, V; the uncertainty is that of noise alone, as of the others.</param>
/// <param name="Height">dQ/dV there, C/V.</param>
/// <param name="Area">Charge above the line between the valleys on both sides, C.</param>
/// <param name="Prominence">How far it stands above the higher of the two valleys, C/V.</param>
/// <param name="Coulombs">Charge passed before it, C.</param>
public sealed record DifferentialPeak(Estimate Volts, Estimate Height, Estimate Area, double Prominence, double Coulombs);
