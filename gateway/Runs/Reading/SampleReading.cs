using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>
/// Reads samples chunk by chunk. Each chunk is looked up by sequence number, so that a recorder may join chunks meanwhile and is
/// not held up by a slow reader.
/// </summary>
sealed class SampleReading(Query query, string path)
{
    const string Lookup = """
        SELECT first_sequence, count, layout_version, crc32c, columns FROM samples
        WHERE first_sequence >= coalesce((SELECT first_sequence FROM samples WHERE first_sequence <= @0 ORDER BY first_sequence DESC LIMIT 1), 0)
            AND first_sequence + count > @0
        ORDER BY first_sequence LIMIT 1
        """;

    readonly SampleChunk _chunk = new();
    readonly Sample[] _samples = new Sample[SampleChunk.MostSamples];

    /// <summary>Checks each chunk's checksum without reading its samples.</summary>
    public void RequireWhole()
    {
        for (long sequence = 1; ;)
        {
            var rows = query.Rows(Lookup, r => (First: r.GetInt64(0), Count: r.GetInt32(1), Layout: r.GetInt32(2), Crc: r.GetInt64(3), Columns: (byte[])r[4]), sequence);
            if (rows.Count == 0)
            {
                return;
            }
            var (first, count, layout, crc, columns) = rows[0];
            RequireChecksum(first, count, layout, crc, columns);
            sequence = first + count;
        }
    }

    void RequireChecksum(long first, int count, int layout, long crc, byte[] columns)
    {
        if (count is < 1 or > SampleChunk.MostSamples || SampleChunk.Checksum(columns, first, count, layout) != crc)
        {
            throw Broken(first, count, "its checksum is wrong");
        }
    }

    /// <summary>The samples from a sequence number on that the next chunk holds; null after the last. Good until the next call.</summary>
    public ReadOnlyMemory<Sample>? From(long sequence)
    {
        var rows = query.Rows(Lookup,
            r => (First: r.GetInt64(0), Count: r.GetInt32(1), Layout: r.GetInt32(2), Crc: r.GetInt64(3), Columns: (byte[])r[4]), sequence);
        if (rows.Count == 0)
        {
            return null;
        }
        var (first, count, layout, crc, columns) = rows[0];
        RequireChecksum(first, count, layout, crc, columns);
        if (!SampleChunk.IsKnown(layout))
        {
            throw Broken(first, count, $"its layout is version {layout}, which this program does not know");
        }
        try
        {
            _chunk.Decode(columns, layout, first, _samples.AsSpan(0, count));
        }
        catch (Exception error) when (error is InvalidDataException or ArgumentException or IndexOutOfRangeException)
        {
            throw Broken(first, count, error.Message);
        }
        var skipped = (int)Math.Max(0, sequence - first);
        return _samples.AsMemory(skipped, count - skipped);
    }

    RunFileException Broken(long first, int count, string why) =>
        new($"{path} is damaged: samples {first} to {first + Math.Max(count, 1) - 1} cannot be read ({why}). The samples before {first} are good.");
}
