using System.Buffers.Binary;

namespace CoinRig.Supervision;

/// <summary>What the supervisor does and reads.</summary>
/// <param name="State">Its state.</param>
/// <param name="Cause">Why it is tripped.</param>
/// <param name="Channel">The channel of the cause; 0 for none.</param>
/// <param name="Doubt">What is in doubt now.</param>
/// <param name="Cell1">Channel 1, mV.</param>
/// <param name="Cell2">Channel 2, mV.</param>
/// <param name="Supply">Supply, mV.</param>
/// <param name="Board">Board, tenths of a degree Celsius.</param>
/// <param name="Flags">What was read, and lines that are on or off.</param>
/// <param name="HeartbeatAge">Age of the last good heartbeat, ms; 65535 for older or none.</param>
/// <param name="UptimeSeconds">Since its start, s.</param>
/// <param name="Trips">Number of trips.</param>
public readonly record struct SupervisorStatus(SupervisorState State, TripCause Cause, int Channel, TripCause Doubt, int Cell1, int Cell2, int Supply, int Board, ReadingFlags Flags,
    int HeartbeatAge, uint UptimeSeconds, int Trips)
{
    /// <summary>Reads it from the body of a message.</summary>
    public static SupervisorStatus Read(ReadOnlySpan<byte> from) => new((SupervisorState)from[0], (TripCause)from[1], from[2], (TripCause)from[3],
        BinaryPrimitives.ReadInt16LittleEndian(from[4..]), BinaryPrimitives.ReadInt16LittleEndian(from[6..]), BinaryPrimitives.ReadUInt16LittleEndian(from[8..]),
        BinaryPrimitives.ReadInt16LittleEndian(from[10..]), (ReadingFlags)from[12], BinaryPrimitives.ReadUInt16LittleEndian(from[13..]), BinaryPrimitives.ReadUInt32LittleEndian(from[15..]), from[19]);
}
