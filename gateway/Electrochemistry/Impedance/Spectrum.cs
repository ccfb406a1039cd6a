using System.Numerics;

namespace CoinRig.Electrochemistry.Impedance;

/// <summary>One impedance spectrum.</summary>
/// <param name="Hertz">Frequencies, Hz, in the order of measurement.</param>
/// <param name="Ohms">Impedance at each, ohm; the imaginary part is negative where the cell is capacitive.</param>
public sealed record Spectrum(IReadOnlyList<double> Hertz, IReadOnlyList<Complex> Ohms)
{
    /// <summary>Number of frequencies.</summary>
    public int Count => Hertz.Count;
}
