namespace CoinRig.Electrochemistry.DifferentialCapacity;

/// <summary>dQ/dV of a half cycle, and dV/dQ, along its charge. Both are positive in charge and discharge, because charge and voltage go the same way.</summary>
/// <param name="Volts">Voltages in the order in which they were passed, V.</param>
/// <param name="CoulombsPerVolt">dQ/dV there, C/V; NaN where nothing was passed, or where the voltage stood or went back.</param>
/// <param name="Uncertainties">Standard uncertainty from noise, C/V.</param>
/// <param name="Coulombs">Charge passed since the beginning, C.</param>
public sealed record DifferentialCurve(double[] Volts, double[] CoulombsPerVolt, double[] Uncertainties, double[] Coulombs)
{
    /// <summary>Whether it is of a charge.</summary>
    public bool IsCharge { get; init; }

    /// <summary>The cycle, from 1.</summary>
    public int Cycle { get; init; }

    /// <summary>Time of the half cycle's end, s.</summary>
    public double EndSeconds { get; init; } = double.NaN;

    /// <summary>How it was made, to be shown with it: "voltage bins of 5 mV", "Savitzky-Golay, order 3, 7.1 % of the charge".</summary>
    public string Method { get; init; } = "";

    /// <summary>Noise of a value of the voltage behind it, V.</summary>
    public double NoiseVolts { get; init; }

    /// <summary>What makes the slope dV/dQ of a point of the mean voltages about it, 1/C; empty where neighbouring points share none.</summary>
    internal double[] SlopeFilter { get; init; } = [];

    /// <summary>Noise of those voltages, V, as if neighbours were not alike.</summary>
    internal double StepNoiseVolts { get; init; }

    /// <summary>dV/dQ at a point, V/C.</summary>
    public double VoltsPerCoulomb(int point) => 1 / CoulombsPerVolt[point];
}
