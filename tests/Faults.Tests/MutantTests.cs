namespace CoinRig.Faults.Tests;

/// <summary>The mistakes that may be planted fit the sources as they are.</summary>
[TestClass]
public sealed class MutantTests
{
    [TestMethod]
    public void EachText_IsInTheSourcesOnce()
    {
        var mutants = Mutant.All(ProjectFolder.Root);
        Assert.IsGreaterThanOrEqualTo(10, mutants.Count);
        foreach (var mutant in mutants)
        {
            Assert.IsFalse(string.IsNullOrEmpty(mutant.Promise), mutant.Name);
            Assert.IsNotEmpty(mutant.Edits, mutant.Name);
            foreach (var (file, found, put) in mutant.Edits)
            {
                Assert.HasCount(2, File.ReadAllText(Path.Combine(ProjectFolder.Root, file)).Split(found), $"{mutant.Name}: {file}");
                Assert.AreNotEqual(found, put, mutant.Name);
            }
        }
    }
}
