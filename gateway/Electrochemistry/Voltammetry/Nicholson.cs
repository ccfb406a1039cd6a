namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>Rate of the electron transfer by the separation of the peaks (Nicholson 1965, Anal. Chem. 37, 1351; alpha = 0.5, equal D).</summary>
public static class Nicholson
{
    const double TableKelvin = 298.15;

    /// <summary>n times the separation, V, at 25 degC, for psi.</summary>
    static readonly (double Volts, double Psi)[] Table =
    [
        (0.061, 20), (0.063, 7), (0.064, 6), (0.065, 5), (0.066, 4), (0.068, 3), (0.072, 2), (0.084, 1), (0.092, 0.75), (0.105, 0.5), (0.121, 0.35), (0.141, 0.25), (0.212, 0.10),
    ];

    /// <summary>psi = k0 / sqrt(pi D n F v/(Rg T)).</summary>
    /// <param name="rateConstantMetersPerSecond">k0, m/s.</param>
    /// <param name="diffusion">D, m2/s.</param>
    /// <param name="rateVoltsPerSecond">Scan rate, V/s.</param>
    /// <param name="electrons">n.</param>
    /// <param name="kelvin">Temperature, K.</param>
    public static double Psi(double rateConstantMetersPerSecond, double diffusion, double rateVoltsPerSecond, int electrons = 1, double kelvin = TableKelvin) =>
        rateConstantMetersPerSecond / Scale(diffusion, rateVoltsPerSecond, electrons, kelvin);

    /// <summary>k0, m/s, of a psi.</summary>
    public static double RateConstant(double psi, double diffusion, double rateVoltsPerSecond, int electrons = 1, double kelvin = TableKelvin) =>
        psi * Scale(diffusion, rateVoltsPerSecond, electrons, kelvin);

    /// <summary>psi of a separation, by the published table (straight in ln psi between its rows); null where the wave is reversible (below 61 mV/n) or beyond the table.</summary>
    /// <param name="separationVolts">E(anodic) - E(cathodic) without the share of the resistance, V.</param>
    /// <param name="electrons">n.</param>
    /// <param name="kelvin">Temperature, K: separations grow with it.</param>
    public static double? PsiOf(double separationVolts, int electrons = 1, double kelvin = TableKelvin)
    {
        var volts = separationVolts * electrons * TableKelvin / kelvin;
        for (var i = 1; i < Table.Length; i++)
        {
            var ((below, high), (above, low)) = (Table[i - 1], Table[i]);
            if (volts >= below && volts <= above)
            {
                return high * Math.Pow(low / high, (volts - below) / (above - below));
            }
        }
        return null;
    }

    static double Scale(double diffusion, double rate, int electrons, double kelvin) => Math.Sqrt(Math.PI * diffusion * electrons * Constants.Faraday * rate / (Constants.Gas * kelvin));
}
