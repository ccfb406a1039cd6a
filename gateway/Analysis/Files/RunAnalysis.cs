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
        cell ??= CellOf(run);
        var uncertainty = MeasurementUncertainty.Of(ChannelOf(run));
        var columns = new RunColumns();
        var curves = new RunCurves();
        var results = Results(run, new BothReaders(new BothReaders(columns, curves), new RunAnalyzer(cell, uncertainty)));
        return Of(run, cell, uncertainty, results, columns.Recording, curves) with
        {
            Checks = draws == 0 ? [] : MonteCarlo.Check(results, draw => Drawn(run, cell, uncertainty, new Random(draw)), draws),
        };
    }

    /// <summary>What a run holds: the results that were recorded with it, not made again.</summary>
    /// <param name="run">The run.</param>
    /// <exception cref="RunFileException">The file is damaged.</exception>
    public static AnalyzedFile AsRecorded(RunFileReader run)
    {
        var columns = new RunColumns();
        var curves = new RunCurves();
        run.Replay(new BothReaders(columns, curves));
        return Of(run, Known(() => CellOf(run)), Known(() => MeasurementUncertainty.Of(ChannelOf(run))), [.. run.Results().Select(r => r.Row.ToResult())], columns.Recording, curves);
    }

    static Cell CellOf(RunFileReader run) => CellFile.Read(Document.Parse(run.Header.CellText, run.Header.CellName));

    static ChannelProfile ChannelOf(RunFileReader run) => BoardProfileFile.Read(Document.Parse(run.Header.ProfileText, run.Header.ProfileName)).Channels[run.Header.Channel - 1];

    /// <summary>What was recorded is shown also where this version cannot read the cell or the profile in the file.</summary>
    static T? Known<T>(Func<T> read) where T : class
    {
        try
        {
            return read();
        }
        catch (DocumentException)
        {
            return null;
        }
    }

    static AnalyzedFile Of(RunFileReader run, Cell? cell, MeasurementUncertainty? uncertainty, List<Result> results, Recording recording, RunCurves curves)
    {
        var findings = new Findings();
        TraceAnalysis.Add(recording, cell is null ? new() : SampleFacts.Of(cell), uncertainty is null ? Instrument.Unknown : uncertainty.In("") with { NoiseAmperes = double.NaN }, null, findings);
        findings.Results.AddRange(ScanRates.Of(findings.Voltammograms, cell));
        // Rows do not say which range was used: the errors are those of the worst. What was integrated from every reading goes before what the recorded rows say.
        var live = results.Select(r => r.Name).ToHashSet();
        return new(run.Path, Format)
        {
            CellName = cell?.Name ?? run.Header.CellName,
            IsHalfCell = cell is { IsDummy: false },
            Facts = Facts(run.Header, run),
            Techniques = findings.Techniques,
            Results = [.. results, .. findings.Results.Where(r => !live.Contains(r.Name))],
            Voltammograms = findings.Voltammograms,
            Curves = [.. curves.Curves, .. findings.Curves.Where(c => c.Kind is not (CurveKind.Sweep or CurveKind.HalfCycle))],
            Marks = [.. run.Marks().Select(m => new TimeMark(m.Nanoseconds * 1e-9, m.Text))],
            Settings = findings.Settings,
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
