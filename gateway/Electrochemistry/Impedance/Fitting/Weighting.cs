namespace CoinRig.Electrochemistry.Impedance.Fitting;

/// <summary>What a residual is divided by before it is squared.</summary>
public enum Weighting
{
    /// <summary>The modulus of the measured impedance: for an instrument that is off by a share of what it reads.</summary>
    Modulus,

    /// <summary>One: for noise that is the same in ohm at all frequencies.</summary>
    Unit,
}
