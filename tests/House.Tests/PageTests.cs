using System.Text.RegularExpressions;

namespace CoinRig.House.Tests;

/// <summary>What the pages say is there and true.</summary>
[TestClass]
public sealed partial class PageTests
{
    const string Example = "tests/Protocols.Tests/Staircase.cs";

    [TestMethod]
    public void Links_OfPages_LeadSomewhere() => Sources.AssertNone(
        from page in Sources.Files.Where(f => f.EndsWith(".md", StringComparison.Ordinal))
        from Match link in Link.Matches(Read(page))
        let target = link.Groups[1].Value
        where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#')
        let path = Path.Combine(Sources.Root, Path.GetDirectoryName(page)!, target.Split('#')[0])
        where !File.Exists(path) && !Directory.Exists(path)
        select $"{page}: {target}", "Links that lead nowhere");

    /// <summary>The worked example of a new technique is one that a test compiles and runs.</summary>
    [TestMethod]
    public void Contributing_WorkedExample_IsTheTestedOne()
    {
        var code = Read(Example);
        var body = code[code.IndexOf("/// <summary>", StringComparison.Ordinal)..].Trim();
        Assert.IsTrue(Read("CONTRIBUTING.md").Contains(body, StringComparison.Ordinal), $"CONTRIBUTING.md does not show {Example} as it is");
    }

    /// <summary>Every script that a page names exists and can be run.</summary>
    [TestMethod]
    public void Scripts_OfPages_Exist() => Sources.AssertNone(
        from page in new[] { "README.md", "CONTRIBUTING.md" }
        from Match script in Script.Matches(Read(page))
        where !Sources.Files.Contains(script.Value)
        select $"{page}: {script.Value}", "Scripts that are not there");

    static string Read(string file) => File.ReadAllText(Path.Combine(Sources.Root, file)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    static partial Regex Link { get; }

    [GeneratedRegex(@"\btools/[a-z]+(-[a-z]+)*\b")]
    static partial Regex Script { get; }
}
