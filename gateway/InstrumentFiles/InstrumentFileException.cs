namespace CoinRig.InstrumentFiles;

/// <summary>A file of an instrument that is not read, and why.</summary>
/// <param name="file">The file.</param>
/// <param name="line">The line, from 1; 0 where the whole file is meant.</param>
/// <param name="found">What was found.</param>
/// <param name="advice">What is allowed, or what to do.</param>
/// <param name="column">The name of the column; empty where the line is meant.</param>
public sealed class InstrumentFileException(string file, long line, string found, string advice, string column = "")
    : Exception($"{Path.GetFileName(file)}{(line > 0 ? $", line {line}" : "")}{(column.Length > 0 ? $", column '{column}'" : "")}: {found} {advice}".TrimEnd())
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>The line, from 1; 0 where the whole file is meant.</summary>
    public long Line { get; } = line;

    /// <summary>The name of the column; empty where the line is meant.</summary>
    public string Column { get; } = column;
}
