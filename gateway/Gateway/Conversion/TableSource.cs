using System.Globalization;
using System.Text;
using CoinRig.Analysis;
using CoinRig.Cells;
using CoinRig.Documents;
using CoinRig.InstrumentFiles;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>A table to be converted: another instrument's file, or a run of ours by way of its own export, which is one.</summary>
sealed class TableSource : IDisposable
{
    readonly string? _export;

    TableSource(MeasuredFile file, MeasuredRows? rows, string? export) => (File, Rows, _export) = (file, rows, export);

    /// <summary>The table.</summary>
    public MeasuredFile File { get; }

    /// <summary>Its rows with what is known of them; null where it holds spectra alone.</summary>
    public MeasuredRows? Rows { get; }

    /// <summary>Opens a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Which columns are what; null where their names say it.</param>
    public static TableSource Open(string path, string? columns)
    {
        if (!FileAnalysis.IsRun(path))
        {
            var file = MeasuredFile.Open(path, new() { Columns = InstrumentFileAnalysis.Requests(columns) });
            return new(file, file.HasSeries ? MeasuredRows.Of(file) : null, null);
        }
        var export = Path.Combine(Path.GetTempPath(), $"coinrig-{Path.GetRandomFileName()}.bdf.csv");
        try
        {
            using var run = RunFileReader.Open(path);
            using (var writer = new StreamWriter(export, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            {
                CsvExport.Write(run, writer);
            }
            var file = MeasuredFile.Open(export);
            return new(file, MeasuredRows.Of(file) with { Facts = Facts(run.Header) with { Marks = [.. run.Marks().Select(m => (m.Nanoseconds / 1e9, m.Text))] }, Source = Path.GetFileName(path) }, export);
        }
        catch
        {
            System.IO.File.Delete(export);
            throw;
        }
    }

    static FileFacts Facts(RunHeader header)
    {
        var cell = CellFile.Read(Document.Parse(header.CellText, header.CellName));
        return new()
        {
            Started = header.StartedUtc.UtcDateTime,
            Technique = header.ProtocolName,
            Device = $"CoinRig {header.SoftwareVersion}, board {header.ProfileName}{(header.Source == "twin" ? ", twin" : "")}",
            Channel = header.Channel.ToString(CultureInfo.InvariantCulture),
            Comment = $"cell {header.CellName}",
            MassKilograms = cell.ActiveMass?.Value,
            AreaSquareMetres = cell.Area?.Value,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_export is not null)
        {
            System.IO.File.Delete(_export);
        }
    }
}
