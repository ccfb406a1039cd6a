using System.Text.RegularExpressions;

namespace CoinRig.House.Tests;

/// <summary>The files of the house as they lie in the working tree, without what a build or a run leaves behind.</summary>
static class Sources
{
    static readonly HashSet<string> Left = ["bin", "obj", "runs", "TestResults", ".git", ".vs", ".vscode", ".idea"];

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Paths of all files, relative to <see cref="Root"/>, with '/'.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk("")];

    /// <summary>Those that hold C#.</summary>
    public static IEnumerable<string> Code => Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>The lines of a file with their numbers.</summary>
    public static IEnumerable<(int Number, string Text)> Lines(string file) => File.ReadLines(Path.Combine(Root, file)).Select((text, i) => (i + 1, text));

    /// <summary>The lines of C# that are not comments.</summary>
    public static IEnumerable<(int Number, string Text)> Statements(string file) =>
        Lines(file).Where(l => !l.Text.TrimStart().StartsWith("//", StringComparison.Ordinal));

    /// <summary>"file:line: text" of each line that a pattern finds.</summary>
    public static IEnumerable<string> Hits(string file, IEnumerable<(int Number, string Text)> lines, Regex pattern) =>
        lines.Where(l => pattern.IsMatch(l.Text)).Select(l => $"{file}:{l.Number}: {l.Text.Trim()}");

    /// <summary>Fails with the list of findings, one a line.</summary>
    public static void AssertNone(IEnumerable<string> findings, string rule)
    {
        var all = findings.ToList();
        Assert.IsEmpty(all, $"{rule}:\n{string.Join('\n', all)}\n");
    }

    static IEnumerable<string> Walk(string folder) =>
        Directory.GetFiles(Path.Combine(Root, folder)).Select(f => Path.GetFileName(f)).Where(f => !Left.Contains(f)).Select(f => Join(folder, f)).Order(StringComparer.Ordinal)
            .Concat(Directory.GetDirectories(Path.Combine(Root, folder)).Select(d => Path.GetFileName(d)).Where(d => !Left.Contains(d))
                .Order(StringComparer.Ordinal).SelectMany(d => Walk(Join(folder, d))));

    static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CoinRig.slnx")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException("These tests read the sources: run them from a build inside the project's folder.");
    }
}
