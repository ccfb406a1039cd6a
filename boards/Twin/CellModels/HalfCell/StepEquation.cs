namespace CoinRig.Twin;

/// <summary>What a step holds constant.</summary>
enum Held
{
    /// <summary>The current through the terminals.</summary>
    Current,

    /// <summary>The voltage of a source, behind which the terminals are; without resistance it is theirs.</summary>
    Voltage,

    /// <summary>The potential across the particles' surface, at one of its rails.</summary>
    Surface,
}

/// <summary>
/// The one equation of a step, in the Faradaic current density: double layer and series path make of it the current and the
/// voltage at the terminals (electrochemistry.md 1.3).
/// </summary>
/// <param name="Held">What is held.</param>
/// <param name="Target">Its value, A or V.</param>
/// <param name="ActiveArea">Area of the particles' surface, m2.</param>
/// <param name="DoubleLayerPerStep">Double layer over step length, F/(m2 s); 0 without double layer.</param>
/// <param name="VoltsBefore">Surface potential before the step, V.</param>
/// <param name="Path">What lies in series inside the cell.</param>
/// <param name="SourceOhms">What lies between the source of a held voltage and the terminals, ohm.</param>
readonly record struct StepEquation(Held Held, double Target, double ActiveArea, double DoubleLayerPerStep, double VoltsBefore, SeriesPath Path, double SourceOhms)
{
    /// <summary>Current through the terminals, A.</summary>
    internal double Amperes(double density, double volts) => ActiveArea * (density + DoubleLayerPerStep * (volts - VoltsBefore));

    /// <summary>The same where the voltage is held: from the series path where it is a resistor, because that rounds less in short steps.</summary>
    internal double HeldVoltageAmperes(double density, double volts) =>
        !Path.HasLithium && Path.Ohms + SourceOhms > 0 ? (Target - volts) / (Path.Ohms + SourceOhms) : Amperes(density, volts);

    /// <summary>What is missing: negative where the density is too low. A for a held current, else V.</summary>
    /// <param name="density">Faradaic current density, A/m2.</param>
    /// <param name="volts">Surface potential at that density, V.</param>
    /// <param name="slope">Its derivative, ohm m2.</param>
    /// <param name="derivative">Derivative of the result by the density.</param>
    internal double Residual(double density, double volts, double slope, out double derivative)
    {
        if (Held == Held.Surface)
        {
            derivative = slope;
            return volts - Target;
        }
        var amperes = Amperes(density, volts);
        var amperesPerDensity = ActiveArea * (1 + DoubleLayerPerStep * slope);
        if (Held == Held.Current)
        {
            derivative = amperesPerDensity;
            return amperes - Target;
        }
        derivative = slope + (Path.Slope(amperes) + SourceOhms) * amperesPerDensity;
        return volts + (Path.Volts(amperes) + SourceOhms * amperes) - Target;
    }
}
