using System.Numerics;

namespace CoinRig.Runs;

/// <summary>
/// Readings, in blocks of <see cref="ReadingGrid.BlockLength"/>, each coded in the shorter of two ways:
/// <code>
/// 0   first value          with the integers: differences of ordinals
/// 1   first value   step   with the integers: differences of the whole number of steps from the first value; and what rounding adds, in ordinals
/// </code>
/// The integers follow each block, or, where all are to be compressed together, all blocks; there a block of the first way has zeros for what rounding adds.
/// </summary>
sealed class ReadingColumn
{
    const int Ordinals = 0;
    const int OnGrid = 1;

    readonly ReadingGrid _grid = new();
    readonly long[] _steps = new long[SampleChunk.MostSamples];
    readonly long[] _roundings = new long[SampleChunk.MostSamples];
    readonly long[] _ordinals = new long[ReadingGrid.BlockLength];
    readonly (int Way, double First, double Step)[] _blocks = new (int, double, double)[SampleChunk.MostSamples / ReadingGrid.BlockLength];

    /// <summary>Writes readings.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="readings">The readings.</param>
    /// <param name="code">How their integers are written.</param>
    /// <param name="together">Whether the integers of all blocks follow all blocks.</param>
    public void Write(ChunkWriter writer, ReadOnlySpan<double> readings, IIntegerCode code, bool together)
    {
        for (var at = 0; at < readings.Length; at += ReadingGrid.BlockLength)
        {
            var block = readings.Slice(at, Math.Min(ReadingGrid.BlockLength, readings.Length - at));
            var steps = _steps.AsSpan(at, block.Length);
            var roundings = _roundings.AsSpan(at, block.Length);
            var isOnGrid = WriteBlock(writer, block, steps, roundings);
            if (!together)
            {
                code.Write(writer, steps);
                if (isOnGrid)
                {
                    code.Write(writer, roundings);
                }
            }
        }
        if (together)
        {
            code.Write(writer, _steps.AsSpan(0, readings.Length));
            code.Write(writer, _roundings.AsSpan(0, readings.Length));
        }
    }

    /// <summary>Reads readings.</summary>
    /// <param name="bytes">Where from.</param>
    /// <param name="readings">Gets them.</param>
    /// <param name="code">How their integers were written.</param>
    /// <param name="together">Whether the integers of all blocks follow all blocks.</param>
    public void Read(ref ChunkBytes bytes, Span<double> readings, IIntegerCode code, bool together)
    {
        for (int at = 0, block = 0; at < readings.Length; at += ReadingGrid.BlockLength, block++)
        {
            var length = Math.Min(ReadingGrid.BlockLength, readings.Length - at);
            _blocks[block] = ReadBlock(ref bytes);
            if (!together)
            {
                code.Read(ref bytes, _steps.AsSpan(at, length));
                if (_blocks[block].Way == OnGrid)
                {
                    code.Read(ref bytes, _roundings.AsSpan(at, length));
                }
            }
        }
        if (together)
        {
            code.Read(ref bytes, _steps.AsSpan(0, readings.Length));
            code.Read(ref bytes, _roundings.AsSpan(0, readings.Length));
        }
        for (int at = 0, block = 0; at < readings.Length; at += ReadingGrid.BlockLength, block++)
        {
            Restore(_blocks[block], at, readings.Slice(at, Math.Min(ReadingGrid.BlockLength, readings.Length - at)));
        }
    }

    /// <summary>Writes what stands before a block's integers, and finds these.</summary>
    /// <returns>Whether the readings lie on a grid.</returns>
    bool WriteBlock(ChunkWriter writer, ReadOnlySpan<double> block, Span<long> steps, Span<long> roundings)
    {
        var ordinals = _ordinals.AsSpan(0, block.Length);
        ordinals[0] = 0;
        for (var i = 1; i < block.Length; i++)
        {
            ordinals[i] = Ordinal.Of(block[i]) - Ordinal.Of(block[i - 1]);
        }
        if (!_grid.TryFind(block, out var step) || !IsShorterOnGrid(block, step, ordinals, steps, roundings))
        {
            writer.Byte(Ordinals);
            writer.Double(block[0]);
            ordinals.CopyTo(steps);
            roundings.Clear();
            return false;
        }
        writer.Byte(OnGrid);
        writer.Double(block[0]);
        writer.Double(step);
        return true;
    }

    static bool IsShorterOnGrid(ReadOnlySpan<double> block, double step, ReadOnlySpan<long> ordinals, Span<long> steps, Span<long> roundings)
    {
        long before = 0;
        var saved = 0;
        for (var i = 0; i < block.Length; i++)
        {
            var count = (long)Math.Round((block[i] - block[0]) / step);
            steps[i] = count - before;
            before = count;
            roundings[i] = Ordinal.Of(block[i]) - Ordinal.Of(block[0] + count * step);
            saved += Bits(ordinals[i]) - Bits(steps[i]) - Bits(roundings[i]);
        }
        return saved > 64;
    }

    static (int Way, double First, double Step) ReadBlock(ref ChunkBytes bytes)
    {
        var way = bytes.Byte();
        var first = bytes.Double();
        return way switch
        {
            Ordinals => (way, first, 0),
            OnGrid => (way, first, bytes.Double()),
            _ => throw new InvalidDataException($"a column is coded in an unknown way ({way})"),
        };
    }

    void Restore((int Way, double First, double Step) block, int at, Span<double> readings)
    {
        var ordinal = Ordinal.Of(block.First);
        long steps = 0;
        for (var i = 0; i < readings.Length; i++)
        {
            if (block.Way == Ordinals)
            {
                readings[i] = Ordinal.ToDouble(ordinal += _steps[at + i]);
                continue;
            }
            steps += _steps[at + i];
            readings[i] = Ordinal.ToDouble(Ordinal.Of(block.First + steps * block.Step) + _roundings[at + i]);
        }
    }

    static int Bits(long value) => 64 - BitOperations.LeadingZeroCount((ulong)((value << 1) ^ (value >> 63)));
}
