using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CoinRig.InstrumentFiles;

/// <summary>The fields of one line: where each begins and ends.</summary>
sealed class Fields(byte delimiter)
{
    /// <summary>Stands for runs of blanks and tabs.</summary>
    public const byte Blanks = (byte)' ';

    (int Start, int End)[] _fields = new (int, int)[64];

    /// <summary>Number of fields.</summary>
    public int Count { get; private set; }

    /// <summary>Where a field begins and ends in its line, without the quotes around it.</summary>
    public (int Start, int End) this[int field] => _fields[field];

    /// <summary>Whether a quote was opened and not closed.</summary>
    public bool IsQuoteOpen { get; private set; }

    /// <summary>Finds the fields of a line.</summary>
    public void Split(ReadOnlySpan<byte> line)
    {
        Count = 0;
        IsQuoteOpen = false;
        if (delimiter == Blanks)
        {
            SplitAtBlanks(line);
        }
        else if (line.Contains((byte)'"'))
        {
            SplitQuoted(line);
        }
        else
        {
            SplitPlain(line);
        }
    }

    void SplitPlain(ReadOnlySpan<byte> line)
    {
        var start = 0;
        var at = 0;
        var wanted = Vector256.Create(delimiter);
        foreach (var vector in MemoryMarshal.Cast<byte, Vector256<byte>>(line))
        {
            for (var hits = Vector256.Equals(vector, wanted).ExtractMostSignificantBits(); hits != 0; hits &= hits - 1)
            {
                var end = at + BitOperations.TrailingZeroCount(hits);
                Add(start, end);
                start = end + 1;
            }
            at += Vector256<byte>.Count;
        }
        for (; at < line.Length; at++)
        {
            if (line[at] == delimiter)
            {
                Add(start, at);
                start = at + 1;
            }
        }
        Add(start, line.Length);
    }

    void SplitQuoted(ReadOnlySpan<byte> line)
    {
        for (var start = 0; start <= line.Length;)
        {
            var end = line[start..].IndexOf(delimiter);
            end = end < 0 ? line.Length : start + end;
            if (start < line.Length && line[start] == '"')
            {
                var close = line[(start + 1)..].IndexOf((byte)'"');
                // A doubled quote stands for one: go on to the one that closes.
                while (close >= 0 && start + close + 2 < line.Length && line[start + close + 2] == '"')
                {
                    var more = line[(start + close + 3)..].IndexOf((byte)'"');
                    close = more < 0 ? -1 : close + 2 + more;
                }
                if (close < 0)
                {
                    IsQuoteOpen = true;
                    Add(start, line.Length);
                    return;
                }
                var closed = start + 1 + close;
                end = line[closed..].IndexOf(delimiter);
                end = end < 0 ? line.Length : closed + end;
                Add(start + 1, closed);
            }
            else
            {
                Add(start, end);
            }
            start = end + 1;
        }
    }

    void SplitAtBlanks(ReadOnlySpan<byte> line)
    {
        for (var at = 0; at < line.Length;)
        {
            if (line[at] is (byte)' ' or (byte)'\t')
            {
                at++;
                continue;
            }
            var length = line[at..].IndexOfAny((byte)' ', (byte)'\t');
            var end = length < 0 ? line.Length : at + length;
            Add(at, end);
            at = end;
        }
    }

    void Add(int start, int end)
    {
        var fields = _fields;
        var count = Count;
        if ((uint)count >= (uint)fields.Length)
        {
            Array.Resize(ref _fields, 2 * fields.Length);
            fields = _fields;
        }
        fields[count] = (start, end);
        Count = count + 1;
    }
}
