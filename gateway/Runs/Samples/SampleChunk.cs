using System.Buffers.Binary;
using System.IO.Hashing;
using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>
/// A row of contiguous samples as bytes, column after column, without loss:
/// <code>
/// time of voltage     first, then changes of the interval
/// time of current     its distance from the time of voltage: first, then changes
/// voltage, current    readings (see ReadingColumn)
/// charge              first, then ordinals above charge before + mean current x interval
/// energy              first, then ordinals above energy before + mean voltage x change of charge
/// temperature         first, then changes of ordinals
/// step, segment, cycle, flags   first, then changes
/// </code>
/// Sequence numbers are not in it: the first one and the count stand beside it. A chunk that waits for its block to be full is quickly written; a full block is
/// compressed, because it is written once and stays.
/// </summary>
sealed class SampleChunk
{
    /// <summary>Most samples of one chunk; chunks begin after multiples of it.</summary>
    public const int MostSamples = 4096;

    /// <summary>The version of the layout of a chunk whose block is not full.</summary>
    public const int Open = 1;

    /// <summary>The version of the layout of a full block: the same columns, their integers in planes of bytes, compressed.</summary>
    public const int Sealed = 2;

    /// <summary>More bytes than these no chunk has before it is compressed: 13 columns of 8 planes and what stands before them.</summary>
    const int MostBytes = MostSamples * 13 * 9;

    readonly ChunkWriter _writer = new();
    readonly ChunkWriter _squeezed = new();
    readonly IntegerColumn _packed = new();
    readonly IntegerPlanes _planes = new();
    readonly ReadingColumn _readings = new();
    readonly double[] _values = new double[MostSamples];
    readonly long[] _integers = new long[MostSamples];

    delegate long Get(in Sample sample);

    delegate void Set(ref Sample sample, long value);

    /// <summary>Whether samples of a layout can be read.</summary>
    public static bool IsKnown(int layout) => layout is Open or Sealed;

    /// <summary>Codes samples; what is returned is good until the next call.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="layout"><see cref="Open"/> or <see cref="Sealed"/>.</param>
    public ReadOnlySpan<byte> Encode(ReadOnlySpan<Sample> samples, int layout)
    {
        _writer.Length = 0;
        Write(samples, layout);
        if (layout == Open)
        {
            return _writer.Written;
        }
        _squeezed.Length = 0;
        Squeezing.Write(_writer.Written, _squeezed);
        return _squeezed.Written;
    }

    /// <summary>Reads samples back; bytes that are no chunk throw <see cref="InvalidDataException"/>.</summary>
    /// <param name="chunk">The bytes.</param>
    /// <param name="layout">A known one.</param>
    /// <param name="firstSequence">The number of the first sample.</param>
    /// <param name="samples">Gets as many as there are.</param>
    public void Decode(ReadOnlySpan<byte> chunk, int layout, long firstSequence, Span<Sample> samples)
    {
        if (layout == Sealed)
        {
            _writer.Length = 0;
            Squeezing.Read(chunk, MostBytes, _writer);
            chunk = _writer.Written;
        }
        var bytes = new ChunkBytes(chunk);
        Read(ref bytes, layout, firstSequence, samples);
        if (!bytes.AtEnd)
        {
            throw new InvalidDataException("the chunk is longer than its samples");
        }
    }

    void Write(ReadOnlySpan<Sample> samples, int layout)
    {
        var (code, together) = CodeOf(layout);
        WriteTimes(samples, code);
        for (var i = 0; i < samples.Length; i++)
        {
            _values[i] = samples[i].Volts;
        }
        _readings.Write(_writer, _values.AsSpan(0, samples.Length), code, together);
        for (var i = 0; i < samples.Length; i++)
        {
            _values[i] = samples[i].Amperes;
        }
        _readings.Write(_writer, _values.AsSpan(0, samples.Length), code, together);
        WriteIntegrals(samples, code);
        WriteChanges(samples, code, static (in Sample s) => Ordinal.Of(s.DegreesCelsius));
        WriteChanges(samples, code, static (in Sample s) => s.StepCount);
        WriteChanges(samples, code, static (in Sample s) => s.SegmentCount);
        WriteChanges(samples, code, static (in Sample s) => s.Cycle);
        WriteChanges(samples, code, static (in Sample s) => (long)s.Flags);
    }

    void Read(ref ChunkBytes bytes, int layout, long firstSequence, Span<Sample> samples)
    {
        var (code, together) = CodeOf(layout);
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i].Sequence = firstSequence + i;
        }
        ReadTimes(ref bytes, samples, code);
        _readings.Read(ref bytes, _values.AsSpan(0, samples.Length), code, together);
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i].Volts = _values[i];
        }
        _readings.Read(ref bytes, _values.AsSpan(0, samples.Length), code, together);
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i].Amperes = _values[i];
        }
        ReadIntegrals(ref bytes, samples, code);
        ReadChanges(ref bytes, samples, code, static (ref Sample s, long v) => s.DegreesCelsius = Ordinal.ToDouble(v));
        ReadChanges(ref bytes, samples, code, static (ref Sample s, long v) => s.StepCount = (int)v);
        ReadChanges(ref bytes, samples, code, static (ref Sample s, long v) => s.SegmentCount = (int)v);
        ReadChanges(ref bytes, samples, code, static (ref Sample s, long v) => s.Cycle = (int)v);
        ReadChanges(ref bytes, samples, code, static (ref Sample s, long v) => s.Flags = (SampleFlags)v);
    }

    (IIntegerCode Code, bool Together) CodeOf(int layout) => layout == Sealed ? (_planes, true) : (_packed, false);

    /// <summary>CRC-32C (RFC 3720, appendix B.4) over a chunk and what stands beside it.</summary>
    public static uint Checksum(ReadOnlySpan<byte> chunk, long firstSequence, int count, int layoutVersion)
    {
        Span<byte> beside = stackalloc byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(beside, firstSequence);
        BinaryPrimitives.WriteInt32LittleEndian(beside[8..], count);
        BinaryPrimitives.WriteInt32LittleEndian(beside[12..], layoutVersion);
        var ofChunk = Crc32.HashToUInt32(Crc32ParameterSet.Crc32C, chunk);
        return ofChunk ^ Crc32.HashToUInt32(Crc32ParameterSet.Crc32C, beside);
    }

    void WriteTimes(ReadOnlySpan<Sample> samples, IIntegerCode code)
    {
        _writer.Int64(samples[0].VoltageNanoseconds);
        _integers[0] = 0;
        long before = 0;
        for (var i = 1; i < samples.Length; i++)
        {
            var interval = samples[i].VoltageNanoseconds - samples[i - 1].VoltageNanoseconds;
            _integers[i] = interval - before;
            before = interval;
        }
        code.Write(_writer, _integers.AsSpan(0, samples.Length));
        WriteChanges(samples, code, static (in Sample s) => s.CurrentNanoseconds - s.VoltageNanoseconds);
    }

    void ReadTimes(ref ChunkBytes bytes, Span<Sample> samples, IIntegerCode code)
    {
        samples[0].VoltageNanoseconds = bytes.Int64();
        code.Read(ref bytes, _integers.AsSpan(0, samples.Length));
        long interval = 0;
        for (var i = 1; i < samples.Length; i++)
        {
            interval += _integers[i];
            samples[i].VoltageNanoseconds = samples[i - 1].VoltageNanoseconds + interval;
        }
        ReadChanges(ref bytes, samples, code, static (ref Sample s, long v) => s.CurrentNanoseconds = s.VoltageNanoseconds + v);
    }

    void WriteIntegrals(ReadOnlySpan<Sample> samples, IIntegerCode code)
    {
        _integers[0] = 0;
        _writer.Double(samples[0].NetCoulombs);
        for (var i = 1; i < samples.Length; i++)
        {
            _integers[i] = Ordinal.Of(samples[i].NetCoulombs) - Ordinal.Of(ExpectedCoulombs(samples[i - 1], samples[i]));
        }
        code.Write(_writer, _integers.AsSpan(0, samples.Length));
        _writer.Double(samples[0].NetJoules);
        for (var i = 1; i < samples.Length; i++)
        {
            _integers[i] = Ordinal.Of(samples[i].NetJoules) - Ordinal.Of(ExpectedJoules(samples[i - 1], samples[i]));
        }
        code.Write(_writer, _integers.AsSpan(0, samples.Length));
    }

    void ReadIntegrals(ref ChunkBytes bytes, Span<Sample> samples, IIntegerCode code)
    {
        samples[0].NetCoulombs = bytes.Double();
        code.Read(ref bytes, _integers.AsSpan(0, samples.Length));
        for (var i = 1; i < samples.Length; i++)
        {
            samples[i].NetCoulombs = Ordinal.ToDouble(Ordinal.Of(ExpectedCoulombs(samples[i - 1], samples[i])) + _integers[i]);
        }
        samples[0].NetJoules = bytes.Double();
        code.Read(ref bytes, _integers.AsSpan(0, samples.Length));
        for (var i = 1; i < samples.Length; i++)
        {
            samples[i].NetJoules = Ordinal.ToDouble(Ordinal.Of(ExpectedJoules(samples[i - 1], samples[i])) + _integers[i]);
        }
    }

    static double ExpectedCoulombs(in Sample before, in Sample now) => OrZero(
        before.NetCoulombs + (before.Amperes + now.Amperes) / 2 * (now.CurrentNanoseconds - before.CurrentNanoseconds) * 1e-9);

    static double ExpectedJoules(in Sample before, in Sample now) => OrZero(
        before.NetJoules + (before.Volts + now.Volts) / 2 * (now.NetCoulombs - before.NetCoulombs));

    /// <summary>Processors differ in the bits of a NaN that they compute, so none may take part.</summary>
    static double OrZero(double value) => double.IsFinite(value) ? value : 0;

    void WriteChanges(ReadOnlySpan<Sample> samples, IIntegerCode code, Get get)
    {
        var before = get(samples[0]);
        _writer.Int64(before);
        for (var i = 0; i < samples.Length; i++)
        {
            var now = get(samples[i]);
            _integers[i] = now - before;
            before = now;
        }
        code.Write(_writer, _integers.AsSpan(0, samples.Length));
    }

    void ReadChanges(ref ChunkBytes bytes, Span<Sample> samples, IIntegerCode code, Set set)
    {
        var value = bytes.Int64();
        code.Read(ref bytes, _integers.AsSpan(0, samples.Length));
        for (var i = 0; i < samples.Length; i++)
        {
            set(ref samples[i], value += _integers[i]);
        }
    }
}
