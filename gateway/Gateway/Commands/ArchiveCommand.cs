using System.CommandLine;

namespace CoinRig.Gateway;

/// <summary><c>coinrig archive RUN.. --to DIR</c>: verified copies, then the originals are deleted.</summary>
static class ArchiveCommand
{
    public static Command Create(Session session)
    {
        var files = VerifyCommand.RunFiles();
        var to = new Option<string>("--to") { Description = "The folder for the copies, on another disk", HelpName = "DIR", Required = true };
        var command = new Command("archive", "Verify runs, copy them, compare the copies, and delete the originals") { files, to };
        session.Do(command, (parse, screen) =>
        {
            List<object> documents = [];
            foreach (var path in parse.GetRequiredValue(files))
            {
                var copy = RunArchive.Move(path, parse.GetRequiredValue(to));
                screen.Say($"{path} is now {copy.Path} ({Figures.Bytes(copy.Bytes)}, SHA-256 {copy.Sha256}).");
                documents.Add(new { Run = path, Copy = copy.Path, copy.Bytes, copy.Sha256 });
            }
            if (screen.IsJson)
            {
                screen.Document(documents);
            }
            return ExitCode.Done;
        });
        return command;
    }
}
