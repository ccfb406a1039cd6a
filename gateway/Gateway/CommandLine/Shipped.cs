using CoinRig.Documents;

namespace CoinRig.Gateway;

/// <summary>Files of one kind that come with the program, in a folder beside it, and that may be called by name.</summary>
/// <param name="Kind">What one is: "cell".</param>
/// <param name="Plural">The command that lists them, and the folder: "cells".</param>
public sealed record Shipped(string Kind, string Plural)
{
    const string Extension = ".yaml";

    /// <summary>Cell files.</summary>
    public static Shipped Cells { get; } = new("cell", "cells");

    /// <summary>Board profiles.</summary>
    public static Shipped Boards { get; } = new("board", "boards");

    /// <summary>Protocols.</summary>
    public static Shipped Protocols { get; } = new("protocol", "protocols");

    /// <summary>Where they lie.</summary>
    public string Folder => Path.Combine(AppContext.BaseDirectory, Plural);

    /// <summary>Their names, in order.</summary>
    public IReadOnlyList<string> Names => !Directory.Exists(Folder) ? []
        : [.. Directory.GetFiles(Folder, "*" + Extension).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    /// <summary>The path of a file: the one given, or the shipped one of that name.</summary>
    /// <param name="fileOrName">What the person wrote.</param>
    /// <exception cref="RefusedException">There is neither.</exception>
    public string Find(string fileOrName)
    {
        if (File.Exists(fileOrName))
        {
            return fileOrName;
        }
        if (Directory.Exists(fileOrName))
        {
            throw new RefusedException($"'{fileOrName}' is a folder; give a {Kind} file in it, or the name of a {Kind} that is shipped ('coinrig {Plural}').");
        }
        if (Names.Contains(fileOrName))
        {
            return PathOf(fileOrName);
        }
        var nearest = Spelling.Nearest(Path.GetFileNameWithoutExtension(fileOrName), Names);
        throw new RefusedException($"There is no {Kind} '{fileOrName}': no file of that path, and none of that name is shipped."
            + (nearest is null ? $" 'coinrig {Plural}' lists what is: {string.Join(", ", Names)}." : $" Did you mean '{nearest}'?"));
    }

    /// <summary>The path of a shipped one.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name + Extension);
}
