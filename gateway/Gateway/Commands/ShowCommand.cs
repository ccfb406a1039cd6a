using System.CommandLine;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary><c>coinrig show RUN</c>: what a run file holds.</summary>
static class ShowCommand
{
    public static Command Create(Session session)
    {
        var file = Given.RunFile();
        var command = new Command("show", "Show how a run went and its results") { file };
        session.Do(command, (parse, screen) =>
        {
            using var run = RunFileReader.Open(parse.GetRequiredValue(file));
            RunScreen.Show(run, screen);
            return ExitCode.Done;
        });
        return command;
    }
}
