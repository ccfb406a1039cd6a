using System.Runtime.CompilerServices;

namespace CoinRig.Firmware.Tests;

/// <summary>A file of the firmware's wing, by its place in the house.</summary>
static class Page
{
    internal static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    internal static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>The lines of a block of code that is marked with a word.</summary>
    internal static string[] Block(string path, string word)
    {
        var text = Read(path);
        var start = text.IndexOf($"```{word}\n", StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, start, $"{path} has no block '{word}'");
        start += word.Length + 4;
        return text[start..text.IndexOf("\n```", start, StringComparison.Ordinal)].Split('\n');
    }

    static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
