using System.CommandLine;
using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway;

/// <summary><c>coinrig flags</c>: what the flags of results mean.</summary>
static class FlagsCommand
{
    public static Command Create(Session session)
    {
        var command = new Command("flags", "Say what the flags of results mean, and what to do");
        session.Do(command, (_, screen) =>
        {
            foreach (var severity in Enum.GetValues<Severity>().OrderDescending())
            {
                screen.Say($"{severity}: {Words(severity)}");
                foreach (var flag in Flag.All.Where(f => f.Severity == severity))
                {
                    screen.Say($"  {flag.Name}");
                    screen.Say($"    {flag.Meaning}");
                    screen.Say($"    {flag.Advice}");
                }
                screen.Say();
            }
            if (screen.IsJson)
            {
                screen.Document(Flag.All.Select(f => new { f.Name, f.Severity, f.Meaning, f.Advice }));
            }
            return ExitCode.Done;
        });
        return command;
    }

    static string Words(Severity severity) => severity switch
    {
        Severity.Invalid => "the result must not be used",
        Severity.Biased => "the result is off in a known direction",
        _ => "the result stands",
    };
}
