using System.CommandLine;
using System.Globalization;
using CoinRig.Analysis;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Gateway;

/// <summary><c>coinrig analyze FILES...</c>: the results of runs and of other instruments' files.</summary>
static class AnalyzeCommand
{
    const int MostDraws = 100_000;

    public static Command Create(Session session)
    {
        var files = Given.MeasuredFiles();
        var analysis = new AnalysisGiven();
        var csv = new Option<bool>("--csv") { Description = "Print the results as comma-separated values, one a row" };
        var budget = new Option<bool>("--budget") { Description = "Show which input costs how much of the uncertainty" };
        var draws = new Option<int>("--monte-carlo")
        {
            Description = "Check the uncertainties by analysing N times with inputs drawn from what they may be",
            HelpName = "N",
            CustomParser = result => int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= MonteCarlo.FewestDraws and <= MostDraws
                ? n : Refuse(result, $"--monte-carlo: '{result.Tokens[0].Value}' is not a whole number from {MonteCarlo.FewestDraws} to {MostDraws}"),
        };
        var command = new Command("analyze", "Analyse runs, or files of other instruments") { files, csv, budget, draws };
        analysis.AddTo(command);
        command.Exclude(csv, session.Json);
        session.Do(command, (parse, screen) =>
        {
            var options = analysis.Of(parse) with { Draws = parse.GetValue(draws) };
            var analysed = parse.GetRequiredValue(files).Select(f => FileAnalysis.Of(f, options)).ToList();
            if (Together(analysed, options) is { } together)
            {
                analysed.Add(together);
            }
            if (parse.GetValue(csv))
            {
                ResultCsv.Write(analysed, screen.Output);
                return ExitCode.Done;
            }
            foreach (var file in analysed)
            {
                AnalysisScreen.Show(file, parse.GetValue(budget), screen);
                screen.Say();
            }
            if (screen.IsJson)
            {
                screen.Document(new { Files = analysed.Select(AnalysisDocument.Of) });
            }
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>What several files say together: peak currents over all their scan rates.</summary>
    static AnalyzedFile? Together(List<AnalyzedFile> files, FileAnalysisOptions options) =>
        files.Count > 1 && ScanRates.Of([.. files.SelectMany(f => f.Voltammograms)], options.Cell) is { Count: > 0 } results
            ? new("all files together", "scan rates") { CellName = files[0].CellName, Techniques = [Technique.CyclicVoltammetry], Results = results, Curves = [.. files.SelectMany(f => f.Curves.Where(c => c.Kind == CurveKind.Sweep))] }
            : null;

    static int Refuse(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return 0;
    }
}
