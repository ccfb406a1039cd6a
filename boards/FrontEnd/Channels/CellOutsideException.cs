namespace CoinRig.FrontEnd;

/// <summary>While a cell was being connected, it read a voltage that is not allowed, twice. The relay is open again.</summary>
/// <param name="channel">The channel, from 1.</param>
/// <param name="volts">What it read, V.</param>
/// <param name="allowed">What is allowed, V.</param>
public sealed class CellOutsideException(int channel, double volts, (double Lowest, double Highest) allowed) : Exception(
    $"Channel {channel}: while it was being connected the cell read {volts:0.0000} V twice; the cell and board allow {allowed.Lowest:0.###} V to {allowed.Highest:0.###} V. The relay was let go.");
