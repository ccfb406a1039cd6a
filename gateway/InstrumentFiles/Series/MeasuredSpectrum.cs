using CoinRig.Electrochemistry.Impedance;

namespace CoinRig.InstrumentFiles;

/// <summary>One impedance spectrum of a file.</summary>
/// <param name="Spectrum">Frequencies and impedances in the order of the file.</param>
/// <param name="Cycle">Number of the cycle; NaN where the file has none.</param>
/// <param name="Volts">Mean voltage during the spectrum, V; NaN where the file has none.</param>
/// <param name="FirstLine">Line of its first row.</param>
public sealed record MeasuredSpectrum(Spectrum Spectrum, double Cycle, double Volts, long FirstLine)
{
    /// <summary>Number of the step; NaN where the file has none.</summary>
    internal double Step { get; init; }

    /// <summary>Part of the file, from 0.</summary>
    internal int Part { get; init; }
}
