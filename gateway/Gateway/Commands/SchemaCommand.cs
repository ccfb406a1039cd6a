using System.CommandLine;
using System.Text;
using CoinRig.Protocols;

namespace CoinRig.Gateway;

/// <summary><c>coinrig schema [-o FILE]</c>: the JSON Schema of protocol files, for editors.</summary>
static class SchemaCommand
{
    public static Command Create(Session session)
    {
        var output = OutputFile.Option("A .json file to write (default: standard output)");
        var command = new Command("schema", "Write the JSON Schema (2020-12) of protocol files, with which an editor checks and completes them") { output };
        session.Do(command, (parse, screen) =>
        {
            var text = ProtocolSchema.Text();
            if (parse.GetValue(output) is not { } given)
            {
                screen.Output.Write(text);
                return ExitCode.Done;
            }
            var file = OutputFile.Choose(given, "protocol", ".json");
            OutputFile.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            screen.Say(file);
            if (screen.IsJson)
            {
                screen.Document(new { File = file });
            }
            return ExitCode.Done;
        });
        return command;
    }
}
