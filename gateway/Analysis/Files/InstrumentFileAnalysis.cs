using System.Globalization;
using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;
using CoinRig.InstrumentFiles;

namespace CoinRig.Analysis;

/// <summary>Analyses the file of another instrument.</summary>
public static class InstrumentFileAnalysis
{
    /// <summary>Analyses a file.</summary>
    /// <exception cref="InstrumentFileException">It cannot be read.</exception>
    public static AnalyzedFile Of(string path, FileAnalysisOptions options)
    {
        var file = MeasuredFile.Open(path, new() { Columns = Requests(options.Columns), ScanRateVoltsPerSecond = options.ScanRateVoltsPerSecond });
        var facts = options.Cell is { } cell ? SampleFacts.Of(cell) : SampleFacts.Of(file.Facts);
        var findings = new Findings();
        List<Recording> recordings = [];
        if (file.HasSeries && !(file.HasSpectra && options.Technique is null or Technique.Eis))
        {
            recordings = [.. file.ReadSeries().Select(s => new Recording(s.Seconds, s.Volts, s.Amperes) { NetCoulombs = s.Coulombs })];
            foreach (var recording in recordings)
            {
                TraceAnalysis.Add(recording, facts, options.Instrument, options.Technique, findings);
            }
        }
        var warnings = new List<string>();
        if (options.Technique == Technique.Eis && !file.HasSpectra)
        {
            warnings.Add("--technique eis: it holds no impedances, but rows over time; leave the option away to see what they are.");
        }
        else if (options.Technique is not (null or Technique.Eis) && !file.HasSeries)
        {
            warnings.Add($"--technique {options.Technique}: it holds impedances and no rows over time; leave the option away.");
        }
        if (file.HasSpectra && options.Technique is null or Technique.Eis)
        {
            ImpedancePart.Add(file.ReadSpectra(), options.Circuits, options.Instrument, findings, warnings.Add);
        }
        findings.Results.AddRange(ScanRates.Of(findings.Voltammograms, options.Cell));
        return new(path, file.Format)
        {
            CellName = options.Cell?.Name ?? Path.GetFileNameWithoutExtension(path),
            IsHalfCell = options.Cell is { IsDummy: false },
            Facts = Facts(file.Facts),
            Techniques = findings.Techniques,
            Results = findings.Results,
            Voltammograms = findings.Voltammograms,
            Curves = findings.Curves,
            Settings = findings.Settings,
            Checks = options.Draws == 0 ? [] : MonteCarlo.Check(findings.Results, draw => Drawn(recordings, facts, options, new Random(draw)), options.Draws),
            Warnings = [.. file.Warnings.Select(w => w.ToString()), .. warnings],
        };
    }

    static List<Result> Drawn(List<Recording> recordings, SampleFacts facts, FileAnalysisOptions options, Random random)
    {
        var findings = new Findings();
        var drawn = DrawnRecording.Of(facts, random);
        foreach (var recording in recordings)
        {
            TraceAnalysis.Add(DrawnRecording.Of(recording, options.Instrument, random), drawn, options.Instrument, options.Technique, findings);
        }
        return findings.Results;
    }

    /// <summary>What a person says about columns.</summary>
    /// <exception cref="InstrumentFileException">It cannot be understood.</exception>
    public static IReadOnlyList<ColumnRequest> Requests(string? columns)
    {
        try
        {
            return columns is null ? [] : ColumnRequest.Read(columns);
        }
        catch (FormatException e)
        {
            throw new InstrumentFileException("--columns", 0, e.Message, "");
        }
    }

    static KeyValuePair<string, string>[] Facts(FileFacts facts)
    {
        (string Name, string? Value)[] all =
        [
            ("technique", facts.Technique), ("began", facts.Started?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
            ("instrument", facts.Device), ("channel", facts.Channel), ("comment", facts.Comment),
            ("mass", facts.MassKilograms is { } mass ? string.Create(CultureInfo.InvariantCulture, $"{mass * 1e6:0.####} mg") : null),
            ("area", facts.AreaSquareMetres is { } area ? string.Create(CultureInfo.InvariantCulture, $"{area * 1e4:0.####} cm2") : null),
        ];
        return [.. all.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => new KeyValuePair<string, string>(f.Name, f.Value!))];
    }
}
