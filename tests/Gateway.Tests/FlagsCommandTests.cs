using CoinRig.Electrochemistry.Results;

namespace CoinRig.Gateway.Tests;

/// <summary>Every flag is explained, on the screen and on the page.</summary>
[TestClass]
public sealed class FlagsCommandTests
{
    [TestMethod]
    public void Flags_OnScreen_AreAllThatAResultCanHave()
    {
        var named = typeof(Flag).GetProperties().Where(p => p.PropertyType == typeof(Flag)).Select(p => (Flag)p.GetValue(null)!).ToList();
        CollectionAssert.AreEquivalent(named, Flag.All.ToList());
        var said = Called.With("flags");
        Assert.AreEqual(ExitCode.Done, said.ExitCode);
        foreach (var flag in named)
        {
            StringAssert.Contains(said.Output, $"  {flag.Name}{Environment.NewLine}    {flag.Meaning}{Environment.NewLine}    {flag.Advice}");
        }
        Assert.AreEqual(named.Count, Called.With("flags", "--json").Document.GetArrayLength());
    }

    [TestMethod]
    public void Flags_OnThePage_AreTheSame()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "flags.md"));
        foreach (var flag in Flag.All)
        {
            StringAssert.Contains(page, $"| `{flag.Name}` | {flag.Severity.ToString().ToLowerInvariant()} | {flag.Meaning} | {flag.Advice} |");
        }
    }
}
