namespace CoinRig.Gateway.Tests;

/// <summary>compare on runs of ours.</summary>
[TestClass]
public sealed class CompareCommandTests
{
    [TestMethod]
    public void Compare_RunWithItself_ShowsNoDifference()
    {
        using var folder = new TempFolder();
        var run = MadeUpRun.Make(folder.Path);
        var shown = Called.With("compare", run, "--with", run, "--names", "coated", "pristine");
        Assert.AreEqual(ExitCode.Done, shown.ExitCode, shown.Error);
        StringAssert.Contains(shown.Output, "coated (1) against pristine (1)");
        StringAssert.Contains(shown.Output, "0 +- ");
        StringAssert.Contains(shown.Output, "(not shown)");
        Assert.IsFalse(shown.Output.Contains(" cut the ", StringComparison.Ordinal) || shown.Output.Contains(" raised the ", StringComparison.Ordinal));
    }

    /// <summary>Half the mass is twice the capacity per gram, far outside of what mass and calibration leave open.</summary>
    [TestMethod]
    public void Compare_CellOfHalfTheMass_SaysSoInASentence()
    {
        using var folder = new TempFolder();
        var run = MadeUpRun.Make(folder.Path);
        var light = folder.File("light.yaml");
        File.WriteAllText(light, File.ReadAllText(Shipped.Cells.PathOf("ncm523-lpo")).Replace("active_mass: 3.393", "active_mass: 1.6965", StringComparison.Ordinal));
        var shown = Called.With("compare", run, "--with", run, "--cell", light, "--with-cell", "ncm523-lpo", "--names", "light", "heavy");
        StringAssert.Contains(shown.Output, "light raised the specific charge capacity by ");
    }

    [TestMethod]
    public void Compare_WithoutAGroup_SaysWhatIsMissing() => StringAssert.Contains(Called.With("compare", "a.mpt").Error, "--with");
}
