using System.Buffers.Binary;

namespace CoinRig.Supervision;

/// <summary>One trip of the supervisor's black box.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Channel">The channel of it; 0 for none.</param>
/// <param name="Start">The how-manieth start of the supervisor it was.</param>
/// <param name="UptimeSeconds">Seconds after it.</param>
/// <param name="Limit">The limit that was crossed, mV, tenths of a degree Celsius or ms; 0 where none was.</param>
/// <param name="Value">What was read, in the same unit.</param>
/// <param name="HeartbeatAge">Age of the last good heartbeat, ms.</param>
/// <param name="Supply">Supply, mV.</param>
/// <param name="Board">Board, tenths of a degree Celsius.</param>
/// <param name="Cell1">Channel 1, mV.</param>
/// <param name="Cell2">Channel 2, mV.</param>
/// <param name="Flags">As in <see cref="SupervisorStatus"/>.</param>
public readonly record struct TripRecord(TripCause Cause, int Channel, int Start, uint UptimeSeconds, int Limit, int Value, int HeartbeatAge, int Supply, int Board, int Cell1, int Cell2,
    ReadingFlags Flags)
{
    /// <summary>Reads it from the body of a message.</summary>
    public static TripRecord Read(ReadOnlySpan<byte> from)
    {
        var record = from[2..];
        return new((TripCause)record[0], record[1], BinaryPrimitives.ReadUInt16LittleEndian(record[2..]), BinaryPrimitives.ReadUInt32LittleEndian(record[4..]),
            Signed(record, 8), Signed(record, 10), BinaryPrimitives.ReadUInt16LittleEndian(record[12..]), BinaryPrimitives.ReadUInt16LittleEndian(record[14..]),
            Signed(record, 16), Signed(record, 18), Signed(record, 20), (ReadingFlags)record[22]);
    }

    static short Signed(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadInt16LittleEndian(from[at..]);
}
