namespace CoinRig.InstrumentFiles;

/// <summary>The first lines of a file, by which its format is recognised.</summary>
sealed class Head
{
    const int Most = 1 << 18;

    readonly List<byte[]> _lines = [];
    readonly List<string?> _texts = [];

    readonly int _first;

    /// <summary>Reads a quarter of a megabyte, in whole lines.</summary>
    /// <param name="file">The file.</param>
    /// <param name="firstLine">The line to begin with, from 1.</param>
    /// <exception cref="InstrumentFileException">The file is empty or no text.</exception>
    public Head(string file, int firstLine = 1)
    {
        File = file;
        _first = firstLine;
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
        Magic = new byte[4];
        var magic = stream.ReadAtLeast(Magic, 4, false);
        stream.Position = 0;
        if (magic == 0)
        {
            throw new InstrumentFileException(file, 0, "The file is empty.", "");
        }
        if (IsParquet)
        {
            return;
        }
        Lines lines = new(stream, file);
        lines.Skip(firstLine - 1);
        for (var read = 0; read < Most && lines.Next(out var line); read += line.Length + 1)
        {
            if (line.Contains((byte)0))
            {
                throw new InstrumentFileException(file, lines.Number, "There are zero bytes in it: it is no text in UTF-8 or windows-1252.",
                    "Export it as text (not as the instrument's binary file), in UTF-8 where the program asks.");
            }
            _lines.Add(line.ToArray());
            _texts.Add(null);
        }
    }

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Its first four bytes.</summary>
    public byte[] Magic { get; }

    /// <summary>Whether it is Parquet.</summary>
    public bool IsParquet => Magic.AsSpan().SequenceEqual("PAR1"u8);

    /// <summary>The last line that is in it.</summary>
    public int Count => _first - 1 + _lines.Count;

    /// <summary>A line, from 1; empty beyond the head.</summary>
    public string Line(int number) => number < _first || number > Count ? "" : _texts[number - _first] ??= Texts.Of(_lines[number - _first]);

    /// <summary>The bytes of a line, from 1.</summary>
    public ReadOnlySpan<byte> Bytes(int number) => number < _first || number > Count ? default : _lines[number - _first];

    /// <summary>The first line for which something holds, among the first ones; 0 where none is.</summary>
    public int Find(Predicate<string> holds, int among = int.MaxValue)
    {
        for (var i = 1; i <= Math.Min(Count, among); i++)
        {
            if (holds(Line(i)))
            {
                return i;
            }
        }
        return 0;
    }
}
