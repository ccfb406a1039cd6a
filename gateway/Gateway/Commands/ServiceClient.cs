using System.CommandLine;
using System.Text.Json;

namespace CoinRig.Gateway;

/// <summary>What the commands that talk to a service share.</summary>
static class ServiceClient
{
    /// <summary>A command that asks one thing and shows its answer.</summary>
    /// <param name="session">The call.</param>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="arguments">Its arguments and options.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="show">Shows the answer; null for the words in it.</param>
    internal static Command Create(Session session, string name, string description, IReadOnlyList<Symbol> arguments, Func<ParseResult, Request> request, Action<JsonElement, Screen>? show = null)
    {
        var socket = Given.Socket();
        var command = new Command(name, description) { socket };
        foreach (var argument in arguments)
        {
            if (argument is Argument positional)
            {
                command.Add(positional);
            }
            else
            {
                command.Add((Option)argument);
            }
        }
        session.Do(command, (parse, screen) =>
        {
            var asked = request(parse);
            using var client = SocketClient.Open(SocketPath.Choose(parse.GetValue(socket), "runs"));
            var answer = client.Ask(asked);
            if (show is not null)
            {
                show(answer, screen);
            }
            else
            {
                screen.Say(answer.GetProperty("said").GetString()!);
            }
            if (screen.IsJson)
            {
                screen.Document(answer);
            }
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The answer as what the service sent.</summary>
    internal static T As<T>(JsonElement answer) => answer.Deserialize<T>(Answers.Options)!;
}
