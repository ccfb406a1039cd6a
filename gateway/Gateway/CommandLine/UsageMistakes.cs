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

    static string Unknown(string word, Command command)
    {
        var isRoot = command is RootCommand;
        var name = isRoot ? "coinrig" : $"coinrig {command.Name}";
        if (word.StartsWith('-'))
        {
            return Meant($"'{word}' is not an option of '{name}'.", word, command.Options.SelectMany(o => o.Aliases.Append(o.Name)));
        }
        return isRoot ? Meant($"'{word}' is not a command.", word, command.Subcommands.Select(c => c.Name)) : $"'{word}' is one word too many for '{name}'.";
    }

    static string Meant(string message, string word, IEnumerable<string> known) =>
        Spelling.Nearest(word, known) is { } nearest ? $"{message} Did you mean '{nearest}'?" : message;
}
