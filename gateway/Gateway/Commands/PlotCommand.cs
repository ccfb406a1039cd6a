using System.CommandLine;
using System.Globalization;

namespace CoinRig.Gateway;

/// <summary><c>coinrig plot FILES [--figure NAME] [-o FILE.png|.svg]</c>: one overview of what is there, or one figure at its size on paper.</summary>
static class PlotCommand
{
    public static Command Create(Session session)
    {
        var files = Given.MeasuredFiles();
        var output = OutputFile.Option("A .png or .svg file (default: a PNG beside the first file, with its name)");
        output.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && FigureFile.FormatOf(token.Value) is null)
            {
                result.AddError($"-o: '{token.Value}' is neither .png nor .svg.");
            }
        });
        var figure = new Option<string?>("--figure")
        {
            Description = $"One figure instead of the overview: {string.Join(", ", FigureList.All.Select(f => f.Name))}",
            HelpName = "NAME",
        };
        var width = new Option<double?>("--width")
        {
            Description = "Its width on paper: single (86 mm, one column), double (178 mm), or one in mm, such as 120mm (default: single for a figure, 250 mm for the overview)",
            HelpName = "single|double|MM",
            CustomParser = Width,
        };
        var analysis = new AnalysisGiven();
        var command = new Command("plot", "Draw runs, or files of other instruments: an overview, or one figure for a paper") { files, figure, width, output };
        analysis.AddTo(command);
        session.Do(command, (parse, screen) =>
        {
            var given = parse.GetRequiredValue(files);
            var options = analysis.Of(parse);
            var content = new FigureContent([.. given.Select(f => AnalysisGiven.Read(f, options))]);
            var name = parse.GetValue(figure);
            var target = OutputFile.Choose(parse.GetValue(output), given[0], ".png", name is null ? "" : $".{name}");
            if (name is null)
            {
                Overview.Save(content, parse.GetValue(width), target);
            }
            else
            {
                var sheet = FigureSheet.Of(Chosen(name, content), content, parse.GetValue(width) ?? FigureWidth.SingleMillimetres);
                FigureFile.Save(sheet, target, FigureFile.PixelsInUnitOnPaper);
            }
            if (Look.FontAdvice is { } advice)
            {
                screen.Warn(advice);
            }
            screen.Say(target);
            if (screen.IsJson)
            {
                screen.Document(new { File = target, Figures = FigureList.For(content).Select(f => f.Name) });
            }
            return ExitCode.Done;
        });
        return command;
    }

    static IFigure Chosen(string name, FigureContent content)
    {
        var there = FigureList.For(content);
        var wanted = FigureList.Find(name);
        if (wanted is not null && there.Contains(wanted))
        {
            return wanted;
        }
        var names = there.Count == 0 ? "nothing that could be drawn" : string.Join(", ", there.Select(f => f.Name));
        throw wanted is null ? new UsageException($"--figure: there is no figure '{name}'. In what was given there is: {names}.")
            : new RefusedException($"There is nothing for the figure '{name}' in {string.Join(", ", content.Files.Select(f => f.Path))}; there is: {names}.");
    }

    static double? Width(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var number = text.EndsWith("mm", StringComparison.Ordinal) ? text[..^2] : text;
        double? width = text switch
        {
            "single" => FigureWidth.SingleMillimetres,
            "double" => FigureWidth.DoubleMillimetres,
            _ => double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var millimetres) ? millimetres : null,
        };
        if (width is >= FigureWidth.LeastMillimetres and <= FigureWidth.MostMillimetres)
        {
            return width;
        }
        result.AddError($"--width: '{text}' is none of 'single', 'double' and a width from {FigureWidth.LeastMillimetres} to {FigureWidth.MostMillimetres} mm.");
        return null;
    }
}
