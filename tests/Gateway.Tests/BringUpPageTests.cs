using System.Text.RegularExpressions;

namespace CoinRig.Gateway.Tests;

/// <summary>Every command of the bring-up page is run, and prints what the page says.</summary>
[TestClass]
public sealed partial class BringUpPageTests
{
    const string Program = "$ tools/coinrig ";

    [TestMethod]
    public void Commands_OfThePage_PrintWhatItSays()
    {
        using var folder = new TempFolder();
        var blocks = Blocks.Matches(File.ReadAllText(Page())).Select(m => m.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        Assert.IsGreaterThanOrEqualTo(5, blocks.Length);
        foreach (var block in blocks)
        {
            var said = new HashSet<string>();
            foreach (var line in block)
            {
                if (line.StartsWith(Program, StringComparison.Ordinal))
                {
                    var called = Called.With(new RigCommands(), [.. line[Program.Length..].Split(' ').Select(word => InFolder(word, folder))]);
                    Assert.AreEqual(ExitCode.Done, called.ExitCode, $"{line}: {called.All}");
                    said = [.. called.Output.Split('\n').Select(Plain)];
                }
                else
                {
                    Assert.Contains(Plain(line), said, $"'{line}' is on the page; the program says:\n{string.Join('\n', said)}");
                }
            }
        }
    }

    /// <summary>Every fault that the page names is one that doctor or selftest can tell.</summary>
    [TestMethod]
    public void Faults_OfThePages_AreKnown()
    {
        var known = Cures.Codes.ToHashSet();
        foreach (var page in new[] { Page(), Path.Combine(Path.GetDirectoryName(Page())!, "..", "boards", "profiles", "README.md") })
        {
            foreach (var row in File.ReadAllLines(page).Where(l => l.StartsWith('|')))
            {
                foreach (Match code in Code.Matches(row.Split('|')[^2]))
                {
                    Assert.Contains(code.Groups[1].Value, known, row);
                }
            }
        }
    }

    static string InFolder(string word, TempFolder folder) => word == "runs" ? folder.Path : word.StartsWith("runs/", StringComparison.Ordinal) ? folder.File(word["runs/".Length..]) : word;

    static string Plain(string line) => Spaces.Replace(line, " ").Trim();

    static string Page()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CoinRig.slnx")))
        {
            folder = folder.Parent!;
        }
        return Path.Combine(folder.FullName, "docs", "bring-up.md");
    }

    [GeneratedRegex(@"```console\n(.*?)```", RegexOptions.Singleline)]
    static partial Regex Blocks { get; }

    [GeneratedRegex("`([a-z0-9]+(?:-[a-z0-9]+)+)`")]
    static partial Regex Code { get; }

    [GeneratedRegex(@"\s+")]
    static partial Regex Spaces { get; }
}
