using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Impedance.Diffusion;

/// <summary>What a Warburg coefficient needs to become a diffusion coefficient.</summary>
/// <param name="SlopeVolts">dE/dx of the equilibrium voltage at this composition, V; its sign does not matter.</param>
/// <param name="CapacityCoulombs">Charge of x = 0 to 1, C.</param>
/// <param name="LengthMetres">L: volume of the host over its area, a third of the radius of spheres, m; null where it is not known.</param>
public sealed record InsertionElectrode(Estimate SlopeVolts, Estimate CapacityCoulombs, Estimate? LengthMetres);
