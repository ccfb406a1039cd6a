namespace CoinRig.Twin;

/// <summary>How a channel is set and what is wrong with it, from one event to the next.</summary>
/// <param name="DacVolts">What the DAC's curve makes of its code, V; 0 where it is powered down.</param>
/// <param name="DacMode">What the DAC's output does.</param>
/// <param name="ClosedRanges">The range relays whose contacts are closed, one bit each.</param>
/// <param name="IsCellRelayClosed">Whether the contact of the cell relay is closed.</param>
/// <param name="IsOutputEnabled">Whether the line of the output stage is high.</param>
/// <param name="IsPotentiostat">Whether the line that makes the loop hold the voltage is high.</param>
/// <param name="IsShuntOpen">Whether the shunt has no contact.</param>
/// <param name="IsSenseLeadOff">Whether a sense lead is off.</param>
/// <param name="AreFollowersMissing">Whether the ADC's inputs hang on the cell without followers.</param>
readonly record struct ChannelState(double DacVolts, DacPowerMode DacMode, int ClosedRanges, bool IsCellRelayClosed, bool IsOutputEnabled,
    bool IsPotentiostat, bool IsShuntOpen, bool IsSenseLeadOff, bool AreFollowersMissing)
{
    /// <summary>The range that is in, as an index into the profile's ranges: the largest whose relay is closed.</summary>
    internal int Range => ClosedRanges <= 1 ? 0 : System.Numerics.BitOperations.Log2((uint)ClosedRanges);
}
