using System.CommandLine;
using CoinRig.Documents;

namespace CoinRig.Gateway;

/// <summary>What is wrong with a command line, in as few lines as it takes.</summary>
static class UsageMistakes
{
    /// <summary>One line a mistake. After a word that nobody knows, what is missing or left over follows from it and is not told.</summary>
    public static IReadOnlyList<string> Of(ParseResult parse)
    {
        if (parse.UnmatchedTokens is [var word, ..])
        {
            return [Unknown(word, parse.CommandResult.Command)];
        }
        return [.. parse.Errors.Select(e => e.Message).Distinct()];
    }

    /// <summary>A command as it is typed.</summary>
    internal static string NameOf(Command command) => command is RootCommand ? "coinrig"
        : $"{(command.Parents.OfType<Command>().FirstOrDefault() is { } above ? NameOf(above) : "coinrig")} {command.Name}";

    static string Unknown(string word, Command command)
    {
        var isRoot = command is RootCommand;
        var name = NameOf(command);
        if (word.StartsWith('-'))
        {
            return Meant($"'{word}' is not an option of '{name}'.", word, command.Options.SelectMany(o => o.Aliases.Append(o.Name)));
        }
        return command.Subcommands.Count > 0 ? Meant($"'{word}' is not a command{(isRoot ? "" : $" of '{name}'")}.", word, command.Subcommands.Select(c => c.Name)) : $"'{word}' is one word too many for '{name}'.";
    }

    static string Meant(string message, string word, IEnumerable<string> known) =>
        Spelling.Nearest(word, known) is { } nearest ? $"{message} Did you mean '{nearest}'?" : message;
}
