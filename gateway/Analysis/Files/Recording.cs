using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Analysis;

/// <summary>The columns of one cell's measurement, in memory.</summary>
/// <param name="Seconds">Time since its start, s.</param>
/// <param name="Volts">Voltage, V.</param>
/// <param name="Amperes">Current, A; positive charges.</param>
public sealed record Recording(double[] Seconds, double[] Volts, double[] Amperes)
{
    /// <summary>Net charge since the start, C, as the instrument counted it; null where it did not. Better than integrating the rows.</summary>
    public double[]? NetCoulombs { get; init; }

    /// <summary>Number of rows.</summary>
    public int Count => Seconds.Length;

    /// <summary>The columns for an analysis.</summary>
    public Trace Trace => new(Seconds, Volts, Amperes);
}
