namespace CoinRig.Electrochemistry.Impedance.Circuits;

/// <summary>What a circuit is made of; s = j omega.</summary>
public enum ElementKind
{
    /// <summary><c>R</c>: Z = R.</summary>
    Resistor,

    /// <summary><c>C</c>: Z = 1/(s C).</summary>
    Capacitor,

    /// <summary><c>L</c>: Z = s L.</summary>
    Inductor,

    /// <summary><c>CPE</c>: Z = 1/(Q s^alpha), alpha from 0.4 to 1.</summary>
    ConstantPhase,

    /// <summary><c>W</c>, semi-infinite diffusion: Z = sigma (1 - j)/sqrt(omega) = sqrt(2) sigma/sqrt(s).</summary>
    Warburg,

    /// <summary><c>Wo</c>, finite diffusion that ends at a wall (reflective, blocking): Z = Rw coth(q)/q, q = sqrt(s tau).</summary>
    WarburgOpen,

    /// <summary><c>Ws</c>, finite diffusion that ends at a reservoir (transmissive): Z = Rw tanh(q)/q, q = sqrt(s tau).</summary>
    WarburgShort,
}
