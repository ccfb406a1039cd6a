namespace CoinRig.HostileFiles;

/// <summary>A recording that is edited: its first lines, and what the reader makes of them unedited.</summary>
sealed class Subject
{
    const int Most = 60_000;

    /// <summary>Takes the first lines of a file.</summary>
    public Subject(string path)
    {
        Name = Path.GetFileName(path);
        var bytes = File.ReadAllBytes(path);
        Bytes = bytes.Length <= Most ? bytes : bytes[..(Array.LastIndexOf(bytes, (byte)'\n', Most) + 1)];
        Whole = Attempt.Read(Bytes);
        Starts = [0, .. Enumerable.Range(0, Bytes.Length - 1).Where(i => Bytes[i] == '\n').Select(static i => i + 1)];
        FirstRow = Whole.Lines.FirstOrDefault(static l => l > 0) is > 0 and var line ? (int)line - 1 : FirstNumeric();
        HeadingLine = Enumerable.Range(1, Math.Max(0, FirstRow)).Select(i => FirstRow - i).Where(i => IsHeading(Line(i))).Append(-1).First();
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>Its bytes.</summary>
    public byte[] Bytes { get; }

    /// <summary>What is read from them.</summary>
    public Reading Whole { get; }

    /// <summary>Where each line begins.</summary>
    public int[] Starts { get; }

    /// <summary>The line of the first row, from 0.</summary>
    public int FirstRow { get; }

    /// <summary>The line of the names, from 0; -1 where there is none.</summary>
    public int HeadingLine { get; }

    /// <summary>What separates the fields of the rows.</summary>
    public byte Delimiter => Line(FirstRow).Contains((byte)'\t') ? (byte)'\t' : (byte)',';

    /// <summary>A line, from 0, without its end.</summary>
    public ReadOnlySpan<byte> Line(int line)
    {
        var end = line + 1 < Starts.Length ? Starts[line + 1] : Bytes.Length;
        return Bytes.AsSpan(Starts[line]..end).TrimEnd("\r\n"u8);
    }

    bool IsHeading(ReadOnlySpan<byte> line)
    {
        var text = System.Text.Encoding.Latin1.GetString(line);
        return Whole.Names.Any(n => n.Length > 0 && n != "table" && text.Contains(n.Split('\uFFFD', '\u00B5')[0], StringComparison.Ordinal)) && (Whole.Names.Count > 0 ? text.Count(c => c == Delimiter) >= 2 : text.Contains("Freq", StringComparison.Ordinal))
            || (Whole.Names.Count == 0 && text.Contains("Freq", StringComparison.Ordinal));
    }

    int FirstNumeric() => Enumerable.Range(0, Starts.Length).LastOrDefault(i => System.Text.Encoding.Latin1.GetString(Line(i)).Contains("Freq", StringComparison.Ordinal), -1) is >= 0 and var names
        ? Enumerable.Range(names + 1, Starts.Length - names - 1).First(i => System.Text.Encoding.Latin1.GetString(Line(i)).Split('\t', ',').Count(static f => double.TryParse(f, out _)) >= 3) : 0;
}
