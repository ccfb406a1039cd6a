namespace CoinRig.Electrochemistry.Gitt;

/// <summary>How the cell changes over one pulse, known from its neighbours.</summary>
/// <param name="SlopeChange">Relative change of the equilibrium curve's slope over the pulse: U'' dx/U'.</param>
/// <param name="DiffusionChange">Change of ln D over the pulse.</param>
public readonly record struct Curvature(double SlopeChange, double DiffusionChange);
