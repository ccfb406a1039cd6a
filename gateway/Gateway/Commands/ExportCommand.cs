using System.CommandLine;
using System.Text;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary><c>coinrig export RUN --format csv [-o FILE]</c>: the samples as a table that other programs read.</summary>
static class ExportCommand
{
    const string StandardOutput = "-";

    public static Command Create(Session session)
    {
        var file = Given.RunFile();
        var format = new Option<string>("--format")
        {
            Description = "The format: csv (Battery Data Format)",
            HelpName = "csv",
            DefaultValueFactory = _ => "csv",
            CustomParser = result =>
            {
                if (result.Tokens[0].Value is var text && text != "csv")
                {
                    result.AddError($"--format: '{text}' is not a format that can be written; 'csv' is.");
                }
                return "csv";
            },
        };
        var output = OutputFile.Option("Where to; '-' is standard output (default: beside the run, with its name)");
        var command = new Command("export", "Write the samples of a run as CSV") { file, format, output };
        session.Do(command, (parse, screen) =>
        {
            var run = parse.GetRequiredValue(file);
            using var reader = RunFileReader.Open(run);
            if (parse.GetValue(output) == StandardOutput)
            {
                return ToStandardOutput(reader, screen);
            }
            var target = OutputFile.Choose(parse.GetValue(output), run, ".csv");
            OutputFile.Write(target, stream =>
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
                CsvExport.Write(reader, writer);
            });
            screen.Say($"{reader.SampleCount} samples in {target}");
            if (screen.IsJson)
            {
                screen.Document(new { File = target, Format = "csv", Samples = reader.SampleCount });
            }
            return ExitCode.Done;
        });
        return command;
    }

    static int ToStandardOutput(RunFileReader reader, Screen screen)
    {
        if (screen.IsJson)
        {
            throw new UsageException("'-o -' and --json both want standard output: give a file.");
        }
        CsvExport.Write(reader, screen.Output);
        return ExitCode.Done;
    }
}
