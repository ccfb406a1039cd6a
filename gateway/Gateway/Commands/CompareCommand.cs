using System.CommandLine;
using CoinRig.Analysis;
using CoinRig.Cells;
using CoinRig.Electrochemistry.Comparisons;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary><c>coinrig compare A.. --with B..</c>: what differs between two groups of cells, with its interval.</summary>
static class CompareCommand
{
    public static Command Create(Session session)
    {
        var files = new Argument<string[]>("FILES") { Description = "Files of the cells of which is spoken; one or more files a cell", Arity = ArgumentArity.OneOrMore };
        var with = new Option<string[]>("--with") { Description = "Files of the cells that they are compared with", HelpName = "FILES", Required = true, AllowMultipleArgumentsPerToken = true };
        var names = new Option<string[]>("--names") { Description = "What the two groups are called (default: their cells' names)", HelpName = "A B", AllowMultipleArgumentsPerToken = true };
        names.Validators.Add(result =>
        {
            if (result.Tokens.Count != 2)
            {
                result.AddError("--names: give two names, such as --names coated pristine.");
            }
        });
        var technique = TechniqueOption.Create();
        var cell = Given.Cell(required: false);
        var withCell = new Option<string?>("--with-cell") { Description = "The cell file of the other group (default: that of --cell)", HelpName = "CELL" };
        var columns = new Option<string?>("--columns") { Description = "Which columns of plain tables are what: time=t,voltage=E,current=I", HelpName = "NAMES" };
        var accuracy = Given.Accuracy();
        var command = new Command("compare", "Compare groups of cells: differences with their 95 % intervals") { files, with, names, technique, cell, withCell, columns, accuracy };
        session.Do(command, (parse, screen) =>
        {
            var called = parse.GetValue(names);
            FileAnalysisOptions Options(string? cellFile) => new()
            {
                Technique = parse.GetValue(technique),
                Cell = cellFile is null ? null : CellFile.LoadMeasured(Shipped.Cells.Find(cellFile)),
                Columns = parse.GetValue(columns),
                Instrument = parse.GetValue(accuracy)!,
            };
            var a = Group(parse.GetRequiredValue(files), called?.ElementAtOrDefault(0), "A", Options(parse.GetValue(cell)), screen);
            var b = Group(parse.GetRequiredValue(with), called?.ElementAtOrDefault(1), "B", Options(parse.GetValue(withCell) ?? parse.GetValue(cell)), screen);
            Show(Comparison.Of(a, b), a, b, screen);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Files of one folder and cell are taken for one cell each, because a name does not say that two files are of one specimen.</summary>
    static CellGroup Group(IReadOnlyList<string> files, string? name, string otherwise, FileAnalysisOptions options, Screen screen)
    {
        var analysed = files.Select(f => FileAnalysis.Of(f, options)).ToList();
        foreach (var (file, warning) in analysed.SelectMany(f => f.Warnings.Select(w => (f.Path, w))))
        {
            screen.Warn($"{Path.GetFileName(file)}: {warning} (a warning)");
        }
        var cells = analysed.Select(f => f.CellName).Distinct().ToList();
        return new(name ?? (cells.Count == 1 ? cells[0] : $"group {otherwise}"), [.. analysed.Select(f => new CellResults(Path.GetFileName(f.Path), f.Results))]);
    }

    static void Show(IReadOnlyList<Difference> differences, CellGroup a, CellGroup b, Screen screen)
    {
        if (differences.Count == 0)
        {
            throw new RefusedException($"{a.Name} and {b.Name} have no quantity in common that could be compared: 'coinrig analyze' shows what each file gives.");
        }
        var table = new ScreenTable("quantity", $">{a.Name}", $">{b.Name}", ">difference (95 %)", "unit") { Title = $"{a.Name} ({a.Cells.Count}) against {b.Name} ({b.Cells.Count})" };
        foreach (var d in differences)
        {
            table.Add(d.Quantity.InWords, Figures.Plain(d.A.Mean), Figures.Plain(d.B.Mean), $"{Figures.WithUncertainty(d.Value.Value, d.HalfWidth)}{(d.IsShown ? "" : " (not shown)")}", d.Unit);
        }
        screen.Show(table);
        screen.Say();
        foreach (var shown in differences.Where(d => d.IsShown))
        {
            screen.Say(shown.Sentence);
        }
        if (screen.IsJson)
        {
            screen.Document(new { A = a.Name, B = b.Name, Differences = differences.Select(d => AnalyzedResult.Of(d.ToResult())) });
        }
    }
}
