using System.CommandLine;
using System.Text;
using CoinRig.Cells;
using CoinRig.Documents;
using CoinRig.Interchange;
using CoinRig.Protocols;

namespace CoinRig.Gateway;

/// <summary><c>coinrig export-protocol PROTOCOL --to unicycler|pybamm -o FILE</c>: a protocol in another program's language.</summary>
static class ExportProtocolCommand
{
    const string Unicycler = "unicycler", Pybamm = "pybamm";

    public static Command Create(Session session)
    {
        var protocol = Given.Protocol();
        var to = new Option<string>("--to")
        {
            Description = "The other program: unicycler (JSON) or pybamm (a Python list; a flat JSON list where -o ends in .json)",
            HelpName = $"{Unicycler}|{Pybamm}",
            Required = true,
            CustomParser = result =>
            {
                if (result.Tokens[0].Value is not (Unicycler or Pybamm) and var text)
                {
                    result.AddError($"--to: '{text}' is neither '{Unicycler}' nor '{Pybamm}'.");
                }
                return result.Tokens[0].Value;
            },
        };
        var output = new Option<string>("-o", "--output") { Description = "The file to write", HelpName = "FILE", Required = true };
        var cell = Given.Cell(required: false);
        var set = Given.Set();
        var command = new Command("export-protocol", "Write a protocol in another program's language") { protocol, to, output, cell, set };
        session.Do(command, (parse, screen) =>
        {
            var file = Shipped.Protocols.Find(parse.GetRequiredValue(protocol));
            var given = parse.GetRequiredValue(output);
            var target = OutputFile.Choose(given, file, Path.GetExtension(given));
            var forCell = parse.GetValue(cell) is { } named ? CellFile.Load(Shipped.Cells.Find(named)) : null;
            var text = Assignments.Apply(Document.Load(file), parse.GetRequiredValue(set)).Text;
            var exported = parse.GetRequiredValue(to) == Unicycler ? UnicyclerExport.Write(text, file, forCell)
                : PybammExport.Write(text, file, forCell, Path.GetExtension(target).Equals(".json", StringComparison.OrdinalIgnoreCase));
            foreach (var left in exported.LeftOut)
            {
                screen.Warn($"{target} does not have: {left}. (a warning)");
            }
            OutputFile.Write(target, stream => stream.Write(Encoding.UTF8.GetBytes(exported.Text)));
            screen.Say(target);
            if (screen.IsJson)
            {
                screen.Document(new { File = target, exported.LeftOut });
            }
            return ExitCode.Done;
        });
        return command;
    }
}
