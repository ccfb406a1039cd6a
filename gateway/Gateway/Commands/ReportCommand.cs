using System.CommandLine;
using System.Text;

namespace CoinRig.Gateway;

/// <summary><c>coinrig report FILE [-o FILE.html]</c>: figures, results, methods and budget as one page that opens anywhere.</summary>
static class ReportCommand
{
    const string Extension = ".html";

    public static Command Create(Session session)
    {
        var file = new Argument<string>("FILE") { Description = "A run file, or a table of another instrument; what it is is told from what is in it" };
        var output = OutputFile.Option("An .html file (default: beside the file, with its name)");
        var analysis = new AnalysisGiven();
        var command = new Command("report", "Write figures, results, methods and uncertainty budget into one page that opens offline and prints") { file, output };
        analysis.AddTo(command);
        session.Do(command, (parse, screen) =>
        {
            var given = parse.GetRequiredValue(file);
            var target = OutputFile.Choose(parse.GetValue(output), given, Extension);
            var page = Report.Of(AnalysisGiven.Read(given, analysis.Of(parse)));
            OutputFile.Write(target, stream => stream.Write(Encoding.UTF8.GetBytes(page)));
            if (Look.FontAdvice is { } advice)
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
