namespace CoinRig.Gateway.Tests;

/// <summary>analyze on a run of ours.</summary>
[TestClass]
public sealed class AnalyzeCommandTests
{
    static TempFolder s_folder = null!;
    static string s_run = null!;

    [ClassInitialize]
    public static void MakeRun(TestContext _)
    {
        s_folder = new TempFolder();
        s_run = MadeUpRun.Make(s_folder.Path);
    }

    [ClassCleanup]
    public static void RemoveRun() => s_folder.Dispose();

    [TestMethod]
    public void Analyze_Run_ShowsItsResultsAndTheBudget()
    {
        var shown = Called.With("analyze", s_run, "--budget");
        Assert.AreEqual(ExitCode.Done, shown.ExitCode, shown.Error);
        foreach (var expected in new[] { "CoinRig run", "ncm523-lpo", "Half cycles", "Sweeps", "Titration", "Uncertainty budget", "geometry" })
        {
            StringAssert.Contains(shown.Output, expected);
        }
    }

    [TestMethod]
    public void Analyze_Json_HasTheBudgetInTheUnitOfTheResult()
    {
        var shown = Called.With("analyze", s_run, "--json");
        var file = shown.Document.GetProperty("files")[0];
        Assert.AreEqual(s_run, file.GetProperty("file").GetString());
        var d = file.GetProperty("results").EnumerateArray().First(r => r.GetProperty("name").GetString() == "diffusion_coefficient");
        var parts = d.GetProperty("budget").EnumerateObject().Sum(p => p.Value.GetDouble() * p.Value.GetDouble());
        Assert.AreEqual(d.GetProperty("uncertainty").GetDouble(), Math.Sqrt(parts), 0.001 * d.GetProperty("uncertainty").GetDouble());
    }

    [TestMethod]
    public void Analyze_Csv_HasOneRowAResult()
    {
        var lines = Called.With("analyze", s_run, "--csv").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.AreEqual("file,name,value,unit,standard_uncertainty,valid,flags,details,budget", lines[0].TrimEnd());
        Assert.IsTrue(lines.Skip(1).All(l => l.StartsWith(s_run, StringComparison.Ordinal)));
        Assert.IsTrue(lines.Any(l => l.Contains(",charge_capacity,", StringComparison.Ordinal)));
    }

    /// <summary>A cell of twice the mass has half the specific capacity: the cell that is given goes before the run's own.</summary>
    [TestMethod]
    public void Analyze_OtherCell_TakesItsMass()
    {
        var cell = s_folder.File("heavy.yaml");
        File.WriteAllText(cell, File.ReadAllText(Shipped.Cells.PathOf("ncm523-lpo")).Replace("active_mass: 3.393", "active_mass: 6.786", StringComparison.Ordinal));

        Assert.AreEqual(0.5, Specific(Called.With("analyze", s_run, "--cell", cell, "--json")) / Specific(Called.With("analyze", s_run, "--json")), 1e-9);
    }

    [TestMethod]
    public void Analyze_MonteCarlo_StandsBesideTheStatedUncertainty()
    {
        var shown = Called.With("analyze", s_run, "--monte-carlo", "50");
        StringAssert.Contains(shown.Output, "Monte Carlo check");
        var line = shown.Output.Split('\n').First(l => l.StartsWith("specific_charge_capacity", StringComparison.Ordinal) && l.TrimEnd().Split(' ')[^1].Contains('.', StringComparison.Ordinal));
        Assert.AreEqual(1, double.Parse(line.TrimEnd().Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture), 0.35);
    }

    [TestMethod]
    [DataRow("--technique", "voodoo", "cycling, gitt, ici, pitt, cv, pulse, eis are")]
    [DataRow("--monte-carlo", "3", "is not a whole number from 50")]
    public void Analyze_WrongOption_SaysWhatIsAllowed(string option, string value, string expected)
    {
        var refused = Called.With("analyze", s_run, option, value);
        Assert.AreEqual(ExitCode.WrongUsage, refused.ExitCode);
        StringAssert.Contains(refused.Error, expected);
    }

    static double Specific(Called called) => called.Document.GetProperty("files")[0].GetProperty("results").EnumerateArray()
        .First(r => r.GetProperty("name").GetString() == "specific_charge_capacity").GetProperty("value").GetDouble();
}
