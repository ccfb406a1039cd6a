namespace CoinRig.InstrumentFiles;

/// <summary>
/// A file of a measuring instrument, recognised by its content. Opening reads its head; <see cref="Batches"/> reads the rows, in memory that
/// does not grow with the file.
/// </summary>
public sealed class MeasuredFile
{
    readonly Content _content;
    readonly ReadOptions _options;
    readonly Warnings _opening;

    MeasuredFile(string path, Content content, ReadOptions options, Warnings warnings)
    {
        Path = path;
        _content = content;
        _options = options;
        _opening = warnings;
        Warnings = warnings.All;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The name of its format.</summary>
    public string Format => _content.Format;

    /// <summary>What its head says.</summary>
    public FileFacts Facts => _content.Facts;

    /// <summary>The columns of <see cref="Batches"/>; empty where the file holds spectra alone.</summary>
    public IReadOnlyList<MeasuredColumn> Columns => _content.Series?.Columns ?? [];

    /// <summary>The names of its tables, where the format has several.</summary>
    public IReadOnlyList<string> Tables => _content.Tables;

    /// <summary>Whether it holds voltage and current over time (or over voltage).</summary>
    public bool HasSeries => Columns.Any(static c => c.Meaning == Meaning.Voltage) && (_content.IsOpenCircuit || Columns.Any(static c => c.Meaning == Meaning.Current));

    /// <summary>Whether it holds impedances.</summary>
    public bool HasSpectra => _content.Spectra is not null;

    /// <summary>What must be known about it: what was seen on opening, and, once rows were read to their end, what was seen in them.</summary>
    public IReadOnlyList<FileWarning> Warnings { get; private set; }

    /// <summary>Whether no current flows by the technique's definition.</summary>
    internal bool IsOpenCircuit => _content.IsOpenCircuit;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What the reader is told; null for nothing.</param>
    /// <exception cref="InstrumentFileException">It is of no known kind, or cannot be read; says line, column, what was found, what is allowed.</exception>
    public static MeasuredFile Open(string path, ReadOptions? options = null)
    {
        options ??= new();
        Warnings warnings = new();
        Head head;
        try
        {
            head = new(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstrumentFileException(path, 0, e.Message, "");
        }
        foreach (var format in Formats.All)
        {
            if (format.Open(head, options, warnings) is { } content)
            {
                return new(path, content, options, warnings);
            }
        }
        throw new InstrumentFileException(path, 0, $"Its kind is not known; the first line is {Texts.Shown(head.Bytes(1))}.", $"Known are {Formats.Names}.");
    }

    /// <summary>The rows of the measurement, batch by batch; the memory of a batch is used again for the next.</summary>
    /// <exception cref="InstrumentFileException">A row cannot be read.</exception>
    public IEnumerable<Batch> Batches() => _content.Series is { } table ? Read(table)
        : throw new InstrumentFileException(Path, 0, "It holds impedance spectra and no series over time.", "");

    /// <summary>The rows of the impedances, batch by batch.</summary>
    internal IEnumerable<Batch> SpectrumBatches() => _content.Spectra is { } table ? Read(table)
        : throw new InstrumentFileException(Path, 0, "It holds no impedances.", "");

    /// <summary>All rows of a file that fits into memory, a series for each part.</summary>
    /// <exception cref="InstrumentFileException">A row cannot be read, or there is neither time nor scan rate.</exception>
    public IReadOnlyList<Series> ReadSeries() => SeriesCollector.Collect(this, _options, AddWarning);

    /// <summary>All spectra of the file.</summary>
    /// <exception cref="InstrumentFileException">A row cannot be read, or there are no impedances.</exception>
    public IReadOnlyList<MeasuredSpectrum> ReadSpectra() => SpectrumCollector.Collect(this, AddWarning);

    void AddWarning(string code, string message)
    {
        if (!Warnings.Any(w => w.Code == code))
        {
            Warnings = [.. Warnings, new(code, [], 1, message)];
        }
    }

    IEnumerable<Batch> Read(ITable table)
    {
        var warnings = _opening.Copy();
        Batch batch = new(table.Columns, _options.BatchRows);
        Checks checks = new(batch, warnings);
        using var reading = table.Begin(batch, warnings);
        while (reading.Fill(batch))
        {
            checks.See();
            yield return batch;
        }
        checks.End();
        Warnings = warnings.All;
    }
}
