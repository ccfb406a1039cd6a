using System.CommandLine;
using CoinRig.Analysis;
using CoinRig.Cells;
using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>How the files that a command was given are to be analysed.</summary>
sealed class AnalysisGiven
{
    readonly Option<Technique?> _technique = TechniqueOption.Create();
    readonly Option<string?> _cell = Given.Cell(required: false);
    readonly Option<string?> _columns = Given.Columns();
    readonly Option<double?> _rate = Given.ScanRate();
    readonly Option<string[]> _circuits = Given.Circuits();
    readonly Option<Instrument> _accuracy = Given.Accuracy();

    /// <summary>Gives a command the options.</summary>
    public void AddTo(Command command)
    {
        command.Add(_technique);
        command.Add(_cell);
        command.Add(_columns);
        command.Add(_rate);
        command.Add(_circuits);
        command.Add(_accuracy);
    }

    /// <summary>What was given.</summary>
    public FileAnalysisOptions Of(ParseResult parse) => new()
    {
        Technique = parse.GetValue(_technique),
        Cell = parse.GetValue(_cell) is { } given ? CellFile.LoadMeasured(Shipped.Cells.Find(given)) : null,
        Columns = parse.GetValue(_columns),
        ScanRateVoltsPerSecond = parse.GetValue(_rate),
        Circuits = parse.GetValue(_circuits) ?? [],
        Instrument = parse.GetValue(_accuracy)!,
    };

    /// <summary>Analyses a file. A run is not analysed again unless another cell is given: it holds its results.</summary>
    public static AnalyzedFile Read(string path, FileAnalysisOptions options)
    {
        var isRun = Directory.Exists(path) || path.EndsWith(RunNames.Extension, StringComparison.Ordinal) || FileAnalysis.IsRun(path);
        if (!isRun || options.Cell is not null)
        {
            return FileAnalysis.Of(path, options);
        }
        using var run = RunFileReader.Open(path);
        return RunAnalysis.AsRecorded(run);
    }
}
