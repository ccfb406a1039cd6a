using System.Numerics;

namespace CoinRig.Runs;

/// <summary>
/// Readings, in blocks of <see cref="ReadingGrid.BlockLength"/>, each coded in the shorter of two ways:
/// <code>
/// 0   first value   differences of ordinals
/// 1   first value   step   differences of the whole number of steps from the first value   what rounding adds, in ordinals
/// </code>
/// </summary>
sealed class ReadingColumn
{
    const int Ordinals = 0;
    const int OnGrid = 1;

    readonly ReadingGrid _grid = new();
    readonly long[] _ordinals = new long[ReadingGrid.BlockLength];
    readonly long[] _steps = new long[ReadingGrid.BlockLength];
    readonly long[] _roundings = new long[ReadingGrid.BlockLength];

    /// <summary>Writes readings.</summary>
    public void Write(ChunkWriter writer, ReadOnlySpan<double> readings)
    {
        for (var at = 0; at < readings.Length; at += ReadingGrid.BlockLength)
        {
            WriteBlock(writer, readings.Slice(at, Math.Min(ReadingGrid.BlockLength, readings.Length - at)));
        }
    }

    /// <summary>Reads readings.</summary>
    public void Read(ref ChunkBytes bytes, Span<double> readings)
    {
        for (var at = 0; at < readings.Length; at += ReadingGrid.BlockLength)
        {
            ReadBlock(ref bytes, readings.Slice(at, Math.Min(ReadingGrid.BlockLength, readings.Length - at)));
        }
    }

    void WriteBlock(ChunkWriter writer, ReadOnlySpan<double> block)
    {
        var ordinals = _ordinals.AsSpan(0, block.Length);
        ordinals[0] = 0;
        for (var i = 1; i < block.Length; i++)
        {
            ordinals[i] = Ordinal.Of(block[i]) - Ordinal.Of(block[i - 1]);
        }
        if (!_grid.TryFind(block, out var step) || !IsShorterOnGrid(block, step))
        {
            writer.Byte(Ordinals);
            writer.Double(block[0]);
            IntegerColumn.Write(writer, ordinals);
            return;
        }
        writer.Byte(OnGrid);
        writer.Double(block[0]);
        writer.Double(step);
        IntegerColumn.Write(writer, _steps.AsSpan(0, block.Length));
        IntegerColumn.Write(writer, _roundings.AsSpan(0, block.Length));
    }

    bool IsShorterOnGrid(ReadOnlySpan<double> block, double step)
    {
        long before = 0;
        var saved = 0;
        for (var i = 0; i < block.Length; i++)
        {
            var steps = (long)Math.Round((block[i] - block[0]) / step);
            _steps[i] = steps - before;
            before = steps;
            _roundings[i] = Ordinal.Of(block[i]) - Ordinal.Of(block[0] + steps * step);
            saved += Bits(_ordinals[i]) - Bits(_steps[i]) - Bits(_roundings[i]);
        }
        return saved > 64;
    }

    void ReadBlock(ref ChunkBytes bytes, Span<double> block)
    {
        var way = bytes.Byte();
        var first = bytes.Double();
        if (way == Ordinals)
        {
            var ordinals = _ordinals.AsSpan(0, block.Length);
            IntegerColumn.Read(ref bytes, ordinals);
            var ordinal = Ordinal.Of(first);
            for (var i = 0; i < block.Length; i++)
            {
                block[i] = Ordinal.ToDouble(ordinal += ordinals[i]);
            }
            return;
        }
        if (way != OnGrid)
        {
            throw new InvalidDataException($"a column is coded in an unknown way ({way})");
        }
        var step = bytes.Double();
        IntegerColumn.Read(ref bytes, _steps.AsSpan(0, block.Length));
        IntegerColumn.Read(ref bytes, _roundings.AsSpan(0, block.Length));
        long steps = 0;
        for (var i = 0; i < block.Length; i++)
        {
            steps += _steps[i];
            block[i] = Ordinal.ToDouble(Ordinal.Of(first + steps * step) + _roundings[i]);
        }
    }

    static int Bits(long value) => 64 - BitOperations.LeadingZeroCount((ulong)((value << 1) ^ (value >> 63)));
}
