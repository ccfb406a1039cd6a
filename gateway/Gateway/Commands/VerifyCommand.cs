using System.CommandLine;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary><c>coinrig verify RUN..</c>: proves run files whole, or says what is wrong.</summary>
static class VerifyCommand
{
    public static Command Create(Session session)
    {
        var files = RunFiles();
        var command = new Command("verify", "Prove run files whole: checksums, sequence, times, charge, results") { files };
        session.Do(command, (parse, screen) =>
        {
            List<object> documents = [];
            var isWhole = true;
            foreach (var path in parse.GetRequiredValue(files))
            {
                var found = WholeRun.Verify(path);
                isWhole &= found.Findings.Count == 0;
                WholeRun.Say(screen, path, found);
                documents.Add(new { Run = path, IsWhole = found.Findings.Count == 0, found.Samples, found.Results, found.Findings, found.RelativeDifference });
            }
            if (screen.IsJson)
            {
                screen.Document(documents);
            }
            return isWhole ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    /// <summary>The run files of a command that takes several.</summary>
    internal static Argument<string[]> RunFiles() => new("RUN") { Description = "Run files", Arity = ArgumentArity.OneOrMore };
}
