using CoinRig.FrontEnd;

namespace CoinRig.Faults;

/// <summary>What a scenario is about, before its faults.</summary>
/// <param name="Board">Name of the board's profile.</param>
/// <param name="Profile">The profile.</param>
/// <param name="OpenCircuitVolts">The cell's voltage at the start, V.</param>
sealed record Setting(string Board, BoardProfile Profile, double OpenCircuitVolts)
{
    /// <summary>Hard limits of the cell, V and A.</summary>
    internal const double LowestVolts = 2.5, HighestVolts = 4.3, LargestAmperes = 3e-3;
}
