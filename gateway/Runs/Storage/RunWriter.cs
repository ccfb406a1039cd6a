using System.Globalization;
using System.Text.Json;
using CoinRig.Control;
using Microsoft.Data.Sqlite;

namespace CoinRig.Runs;

/// <summary>The statements that write a run file, within a transaction that the caller opens and commits.</summary>
sealed class RunWriter : IDisposable
{
    readonly Statement _begin;
    readonly Statement _commit;
    readonly Statement _rollback;
    readonly Statement _dropChunks;
    readonly Statement _chunk;
    readonly Statement _definition;
    readonly Statement _marker;
    readonly Statement _result;
    readonly Statement _checkpoint;
    readonly Statement _cursor;
    readonly Statement _end;

    public RunWriter(SqliteConnection connection)
    {
        _begin = new(connection, "BEGIN IMMEDIATE", 0);
        _commit = new(connection, "COMMIT", 0);
        _rollback = new(connection, "ROLLBACK", 0);
        _dropChunks = new(connection, "DELETE FROM samples WHERE first_sequence >= @0", 1);
        _chunk = new(connection, "INSERT INTO samples VALUES (@0, @1, @2, @3, @4)", 5);
        _definition = new(connection, "INSERT INTO definitions VALUES (@0, @1)", 2);
        _marker = new(connection, "INSERT INTO markers VALUES (@0, @1, @2, @3, @4, @5, @6, @7)", 8);
        _result = new(connection, "INSERT INTO results VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10)", 11);
        _checkpoint = new(connection, "REPLACE INTO checkpoint VALUES (1, @0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15, @16, @17, @18, @19, @20)", 21);
        _cursor = new(connection, "REPLACE INTO cursors VALUES (@0, @1, @2, @3)", 4);
        _end = new(connection, "UPDATE run SET state = @0, state_message = @1, ended_seconds = @2", 3);
    }

    public void Begin() => _begin.Run();

    public void Commit() => _commit.Run();

    public void Rollback() => _rollback.Run();

    /// <summary>Removes the chunks that begin at a sequence number or later, to write them again as one.</summary>
    public void DropChunks(long fromSequence) => _dropChunks.Run(fromSequence);

    public void Chunk(long firstSequence, int count, int layout, ReadOnlySpan<byte> columns) => _chunk.Run(firstSequence, count, layout,
        (long)SampleChunk.Checksum(columns, firstSequence, count, layout), columns.ToArray());

    public void Definition(long id, object definition) => _definition.Run(id, MarkerCodec.Define(definition));

    public void Marker(long position, long afterSequence, long nanoseconds, in MarkerRow row, long? definition) =>
        _marker.Run(position, afterSequence, nanoseconds, row.Kind, row.StepCount, row.SegmentCount, definition, row.Content);

    public void Result(long id, long afterMarker, ResultRow row) => _result.Run(id, afterMarker, row.Name, row.Value, row.Unit, row.Uncertainty,
        ResultCodec.Flags(row.Flags), row.Cycle, row.Step, row.Seconds, ResultCodec.Details(row.Details));

    public void Checkpoint(in Sample state, in SegmentState segment, ProgramPosition? position) => _checkpoint.Run(state.Sequence, state.VoltageNanoseconds,
        state.CurrentNanoseconds, state.Volts, state.Amperes, state.NetCoulombs, state.NetJoules, state.DegreesCelsius, state.StepCount,
        state.SegmentCount, state.Cycle, (long)state.Flags, position?.Instruction,
        position is null ? null : JsonSerializer.Serialize(position.Passes, MarkerJson.Default.IReadOnlyListInt32),
        segment.Integrals.ChargeCoulombs, segment.Integrals.DischargeCoulombs, segment.Integrals.ChargeJoules, segment.Integrals.DischargeJoules, segment.Integrals.Scans,
        segment.StepUncountedNanoseconds, segment.SegmentUncountedNanoseconds);

    public void Cursor(string sink, RunCursor cursor) => _cursor.Run(sink, cursor.Sequence, cursor.ResultId, cursor.EventId);

    public void End(RunEnded end) => _end.Run(Words<RunState>.Of(end.State), end.Message, end.Nanoseconds / 1e9);

    /// <summary>Writes the header of a new file.</summary>
    public static void Header(SqliteConnection connection, RunHeader header)
    {
        using var statement = new Statement(connection,
            "INSERT INTO run VALUES (1, @0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14)", 15);
        statement.Run(header.RunId, header.StartedUtc.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), header.ProtocolName, header.ProtocolText,
            header.CellName, header.CellText, header.ProfileName, header.ProfileText, header.Channel, header.Source, header.Seed,
            header.SoftwareVersion, Words<RunState>.Of(header.State), header.StateMessage, header.EndedSeconds);
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_begin, _commit, _rollback, _dropChunks, _chunk, _definition, _marker, _result, _checkpoint, _cursor, _end])
        {
            statement.Dispose();
        }
    }
}
