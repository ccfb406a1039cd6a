using System.Globalization;
using CoinRig.Cells;
using CoinRig.Documents;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.FrontEnd;
using CoinRig.Runs;

namespace CoinRig.Analysis;

/// <summary>Analyses a run of ours again from its file, with its own cell and calibration or with a cell that is given.</summary>
public static class RunAnalysis
{
    /// <summary>What this kind of file is called.</summary>
    public const string Format = "CoinRig run";

    /// <summary>Analyses a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cell">The cell to use in place of the run's own; null for that.</param>
    /// <param name="draws">How many draws check the uncertainties; 0 for no check.</param>
    /// <exception cref="RunFileException">The file is damaged.</exception>
    /// <exception cref="DocumentException">The cell or the profile in it cannot be read by this version.</exception>
    public static AnalyzedFile Of(RunFileReader run, Cell? cell = null, int draws = 0)
    {
        var header = run.Header;
        cell ??= CellFile.Read(Document.Parse(header.CellText, header.CellName));
        var channel = BoardProfileFile.Read(Document.Parse(header.ProfileText, header.ProfileName)).Channels[header.Channel - 1];
        var uncertainty = MeasurementUncertainty.Of(channel);
        var columns = new RunColumns();
        var results = Results(run, new BothReaders(columns, new RunAnalyzer(cell, uncertainty)));
        return new(run.Path, Format)
        {
            CellName = cell.Name,
            IsHalfCell = !cell.IsDummy,
            Facts = Facts(header, run),
            Results = results,
            Curves = [.. TimeCurves.Of(columns.Recording)],
            Checks = draws == 0 ? [] : MonteCarlo.Check(results, draw => Drawn(run, cell, uncertainty, new Random(draw)), draws),
        };
    }

    static List<Result> Results(RunFileReader run, IRunReader reader)
    {
        var results = new List<Result>();
        run.Replay(reader, row => results.Add(row.ToResult()));
        return results;
    }

    static List<Result> Drawn(RunFileReader run, Cell cell, MeasurementUncertainty uncertainty, Random random) =>
        Results(run, new DrawnRun(new RunAnalyzer(DrawnCell.Of(cell, random), uncertainty), new DrawnInstrument(uncertainty, random)));

    static KeyValuePair<string, string>[] Facts(RunHeader header, RunFileReader run) =>
    [
        new("run", header.RunId),
        new("protocol", header.ProtocolName),
        new("cell", header.CellName),
        new("board", $"{header.ProfileName}, channel {header.Channel}"),
        new("measured", header.Source == "twin" ? $"on the twin, seed {header.Seed}" : "on hardware"),
        new("began", header.StartedUtc.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)),
        new("samples", run.SampleCount.ToString(CultureInfo.InvariantCulture)),
        new("software", $"CoinRig {header.SoftwareVersion}"),
    ];
}
