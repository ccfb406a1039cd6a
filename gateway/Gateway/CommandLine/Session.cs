using System.CommandLine;

namespace CoinRig.Gateway;

/// <summary>One call of the program: where it writes, and what it can drive.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="IsTerminal">Whether a person looks at the output.</param>
/// <param name="Rig">What carries out the commands that move something; where there is none, they are not offered.</param>
public sealed record Session(TextWriter Output, TextWriter Error, bool IsTerminal, IRigCommands? Rig)
{
    /// <summary><c>--json</c>, which every command takes.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON document; all else goes to standard error", Recursive = true };

    /// <summary>Lets a command do something, and puts whatever goes wrong into words.</summary>
    public void Do(Command command, Func<ParseResult, Screen, int> action) => command.SetAction(parse =>
    {
        var screen = new Screen(Output, Error, parse.GetValue(Json), IsTerminal);
        try
        {
            return action(parse, screen);
        }
        catch (Exception e)
        {
            return Fail(screen, e, command);
        }
    });

    static int Fail(Screen screen, Exception error, Command command)
    {
        try
        {
            return screen.Fail(Failure.Of(error), $"coinrig {command.Name}");
        }
        catch (Exception e) when (Screen.IsGone(e))
        {
            // Nobody is left to be told; the shell, if there is one, gets the code.
            return ExitCode.Failed;
        }
    }
}
