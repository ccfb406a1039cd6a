namespace CoinRig.Electrochemistry.Pitt;

/// <summary>The two limits of a step of the potential (Wen, Boukamp, Huggins and Weppner 1979, J. Electrochem. Soc. 126, 2258).</summary>
public static class PotentialStepFormulas
{
    /// <summary>Cottrell, slab, A: (Q/L) sqrt(D/(pi t)), t far below L^2/D.</summary>
    public static double CottrellAmperes(double coulombs, double diffusion, double length, double seconds) =>
        coulombs / length * Math.Sqrt(diffusion / (Math.PI * seconds));

    /// <summary>Long time, slab, A: (2 Q D/L^2) exp(-pi^2 D t/(4 L^2)).</summary>
    public static double LongTimeAmperes(double coulombs, double diffusion, double length, double seconds) =>
        2 * coulombs * diffusion / (length * length) * Math.Exp(-Math.PI * Math.PI * diffusion * seconds / (4 * length * length));

    /// <summary>D/R^2 from I sqrt(t) at its plateau, 1/s: pi (I sqrt(t)/(n Q))^2.</summary>
    /// <param name="meanRate">n: 3 for a sphere, 1 for a slab.</param>
    /// <param name="amperesRootSeconds">I sqrt(t), A s^0.5.</param>
    /// <param name="coulombs">Q, C.</param>
    public static double CottrellRate(double meanRate, double amperesRootSeconds, double coulombs) => Math.PI * Math.Pow(amperesRootSeconds / (meanRate * coulombs), 2);

    /// <summary>D/R^2 from the late decay, 1/s: -(d ln I/dt)/l^2.</summary>
    public static double LongTimeRate(double logarithmicSlopePerSecond, double firstRoot) => -logarithmicSlopePerSecond / (firstRoot * firstRoot);
}
