using System.CommandLine;
using System.Text;
using CoinRig.Interchange;
using CoinRig.Protocols;

namespace CoinRig.Gateway;

/// <summary><c>coinrig import FILE -o PROTOCOL</c>: another program's protocol as a protocol file. What cannot be mapped is refused where it stands.</summary>
static class ImportCommand
{
    public static Command Create(Session session)
    {
        var file = new Argument<string>("FILE") { Description = "A protocol of aurora-unicycler (JSON), or a step list of PyBaMM: a JSON or Python list, or one step a line" };
        var output = new Option<string>("-o", "--output") { Description = "The protocol file to write; one that exists is never overwritten", HelpName = "PROTOCOL", Required = true };
        var keep = new Option<bool>("--keep-c-rates") { Description = "Leave C-rates as they are although the file states a capacity: 1C is then that of the cell file" };
        var command = new Command("import", "Turn another program's protocol into a protocol file") { file, output, keep };
        session.Do(command, (parse, screen) =>
        {
            var target = parse.GetRequiredValue(output);
            if (File.Exists(target))
            {
                throw new RefusedException($"{target} exists, and a protocol is not overwritten: give another name, or move it away.");
            }
            var imported = InterchangeFile.Load(parse.GetRequiredValue(file), parse.GetValue(keep));
            foreach (var warning in imported.Warnings)
            {
                screen.Warn($"{warning} (a warning)");
            }
            OutputFile.Write(target, stream => stream.Write(Encoding.UTF8.GetBytes(imported.Text)));
            var steps = imported.Plan.Steps.Count();
            screen.Say($"{target}: {steps} {(steps == 1 ? "step" : "steps")}, {imported.Plan.Instructions.OfType<BeginLoop>().Count()} loops. 'coinrig check {target} --cell CELL' tells what it does to a cell.");
            if (screen.IsJson)
            {
                screen.Document(new { File = target, Protocol = imported.Plan.Name, Steps = steps, imported.Warnings });
            }
            return ExitCode.Done;
        });
        return command;
    }
}
