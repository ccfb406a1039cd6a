using System.CommandLine;
using CoinRig.InstrumentFiles;

namespace CoinRig.Gateway;

/// <summary><c>coinrig convert FILE -o FILE</c>: a run, or another instrument's file, in a format that other programs read.</summary>
static class ConvertCommand
{
    public static Command Create(Session session)
    {
        var file = new Argument<string>("FILE") { Description = "A run, or a table of another instrument" };
        var output = new Option<string>("-o", "--output") { Description = $"Where to; its ending says the format: {ConvertedFile.Endings}", HelpName = "FILE", Required = true };
        var columns = new Option<string?>("--columns") { Description = "Which columns of a plain table are what: time=t,voltage=E,current=I", HelpName = "NAMES" };
        var labels = new Option<BdfLabels?>("--labels")
        {
            Description = "Names of the columns of Battery Data Format: preferred ('Voltage / V'; the default of CSV) or machine ('voltage_volt'; of Parquet)",
            HelpName = "preferred|machine",
            CustomParser = result => result.Tokens[0].Value switch
            {
                "preferred" => BdfLabels.Preferred,
                "machine" => BdfLabels.Machine,
                var text => Refuse(result, $"--labels: '{text}' is neither 'preferred' nor 'machine'."),
            },
        };
        var zero = new Option<bool>("--zero-rests") { Description = "Write exactly 0 A in rests, by which some programs find them" };
        var complete = new Option<bool>("--complete") { Description = "Add what programs such as cellpy ask for: record, cycle, step time, wall time, integrated charges" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Write over a file that exists (never over the one that is read)" };
        var command = new Command("convert", "Write a run, or another instrument's file, in another format") { file, output, columns, labels, zero, complete, overwrite };
        session.Do(command, (parse, screen) =>
        {
            var target = parse.GetRequiredValue(output);
            var converted = ConvertedFile.Of(target);
            var path = parse.GetRequiredValue(file);
            using var source = TableSource.Open(path, parse.GetValue(columns));
            OutputFile.RequireNew(converted.Targets(source, target), path, parse.GetValue(overwrite));
            var written = converted.Write(source, target, new()
            {
                Labels = parse.GetValue(labels),
                ZeroCurrentAtRest = parse.GetValue(zero),
                Complete = parse.GetValue(complete),
            }, screen.Warn);
            foreach (var warning in source.File.Warnings)
            {
                screen.Warn($"{warning} (a warning)");
            }
            foreach (var made in written)
            {
                screen.Say(made);
            }
            if (screen.IsJson)
            {
                screen.Document(new { Files = written, source.File.Format, Warnings = source.File.Warnings.Select(w => w.ToString()) });
            }
            return ExitCode.Done;
        });
        return command;
    }

    static BdfLabels? Refuse(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return null;
    }
}
