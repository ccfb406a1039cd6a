namespace CoinRig.Electrochemistry.Impedance.Circuits;

/// <summary>A number that a circuit needs.</summary>
/// <param name="Name">
/// As the field writes it: R0 and R1 of resistors, C1, L0, Q1 and alpha1 of CPE1, sigma1 of W1, Rw1 and tau1 of Wo1 and Ws1.
/// </param>
/// <param name="Unit">Its unit: ohm, F, H, S s^alpha, 1, ohm s^-1/2, s.</param>
/// <param name="IsExponent">Whether it is an exponent between bounds; all others are positive and fitted as logarithms.</param>
public readonly record struct CircuitParameter(string Name, string Unit, bool IsExponent)
{
    /// <summary>Lowest exponent that a fit looks at.</summary>
    public const double LowestExponent = 0.4;

    /// <summary>Highest exponent: a capacitor.</summary>
    public const double HighestExponent = 1;
}
