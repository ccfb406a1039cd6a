using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>A stretch of a voltammogram in which the potential runs one way.</summary>
/// <param name="First">Its first row; a turning point is the last row of one sweep and the first of the next.</param>
/// <param name="Last">Its last row; rows at which the potential waited at a vertex are in no sweep.</param>
/// <param name="IsAnodic">Whether the potential rises.</param>
/// <param name="Cycle">From 1; two sweeps are a cycle.</param>
/// <param name="FromVolts">Where it begins, V.</param>
/// <param name="ToVolts">Where it ends, V.</param>
/// <param name="Rate">Scan rate without sign, V/s; NaN where there is no time.</param>
/// <param name="HoldSeconds">How long the potential waited before it, s; 0 where it did not.</param>
/// <param name="StepVolts">Height of the steps where the rows show a staircase, V; 0 where they do not.</param>
public sealed record Sweep(int First, int Last, bool IsAnodic, int Cycle, double FromVolts, double ToVolts, Estimate Rate, double HoldSeconds, double StepVolts)
{
    /// <summary>Rows.</summary>
    public int Rows => Last - First + 1;
}
