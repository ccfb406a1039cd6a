using System.CommandLine;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary><c>coinrig plot RUN [-o FILE.png|.svg]</c>: a picture of a run.</summary>
static class PlotCommand
{
    public static Command Create(Session session)
    {
        var file = Given.RunFile();
        var output = OutputFile.Option("A .png or .svg file (default: a PNG beside the run, with its name)");
        output.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && RunFigure.FormatOf(token.Value) is null)
            {
                result.AddError($"-o: '{token.Value}' is neither .png nor .svg.");
            }
        });
        var command = new Command("plot", "Draw a run: voltage and current, and what its techniques measured") { file, output };
        session.Do(command, (parse, screen) =>
        {
            var run = parse.GetRequiredValue(file);
            using var reader = RunFileReader.Open(run);
            var target = OutputFile.Choose(parse.GetValue(output), run, ".png");
            RunFigure.Save(reader, target);
            if (RunFigure.FontAdvice is { } advice)
            {
                screen.Warn(advice);
            }
            screen.Say(target);
            if (screen.IsJson)
            {
                screen.Document(new { File = target });
            }
            return ExitCode.Done;
        });
        return command;
    }
}
