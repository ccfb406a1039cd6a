using System.Buffers.Binary;

namespace CoinRig.Supervision;

/// <summary>What the supervisor says of itself when it is greeted.</summary>
/// <param name="Version">Version of the link.</param>
/// <param name="State">Its state.</param>
/// <param name="Cause">Why it is tripped.</param>
/// <param name="Channels">Number of channels that it can watch.</param>
/// <param name="Starts">How often it has started.</param>
/// <param name="Firmware">Version of its firmware.</param>
/// <param name="Limits">The limits that it holds.</param>
public readonly record struct SupervisorWelcome(int Version, SupervisorState State, TripCause Cause, int Channels, int Starts, int Firmware, SupervisorLimits Limits)
{
    /// <summary>Reads it from the body of a message.</summary>
    public static SupervisorWelcome Read(ReadOnlySpan<byte> from) => new(from[0], (SupervisorState)from[3], (TripCause)from[4], from[5],
        BinaryPrimitives.ReadUInt16LittleEndian(from[6..]), from[8], SupervisorLimits.Read(from[9..]));
}
