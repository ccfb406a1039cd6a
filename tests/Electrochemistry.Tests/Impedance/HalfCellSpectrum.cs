using System.Numerics;
using CoinRig.Electrochemistry.Impedance.Diffusion;

namespace CoinRig.Electrochemistry.Tests.Impedance;

/// <summary>Small-signal impedance of the half cells of the reference page (1.2) at x = 0.5.</summary>
/// <param name="Diffusion">D, m2/s.</param>
/// <param name="Kinetics">k, A/m2.</param>
/// <param name="AreaOhms">ASR, ohm cm2.</param>
/// <param name="CapacityPerGram">q, mAh/g.</param>
sealed record HalfCellSpectrum(double Diffusion, double Kinetics, double AreaOhms, double CapacityPerGram)
{
    public const double Radius = 1.75e-6, Slope = -0.5279125;
    const double ActiveArea = 1.2364742e-3, GeometricArea = 1.13, Mass = 3.39e-3, DoubleLayer = 0.2, Temperature = 298.15;

    public static readonly HalfCellSpectrum Coated = new(Math.Pow(10, -15.4177), Math.Pow(10, 1.2106), 10.09, 224.87);

    public static readonly HalfCellSpectrum Pristine = new(Math.Pow(10, -15.5565), Math.Pow(10, 0.0753), 122.68, 169.61);

    /// <summary>Charge of x = 0 to 1, C.</summary>
    public double Coulombs => 3.6 * CapacityPerGram * Mass;

    public Complex Impedance(double hertz)
    {
        var transfer = Constants.Gas * Temperature / (Constants.Faraday * Kinetics * ActiveArea);
        var diffusion = SphereDiffusion.Impedance(hertz, -Slope / Coulombs * Radius * Radius / (3 * Diffusion), Diffusion / (Radius * Radius));
        return AreaOhms / GeometricArea + 1 / (new Complex(0, 2 * Math.PI * hertz * DoubleLayer * ActiveArea) + 1 / (transfer + diffusion));
    }
}
