using System.Globalization;

namespace CoinRig.Gateway.Tests;

/// <summary>What somebody is told of the doubt of results from another instrument's file.</summary>
[TestClass]
public sealed class ForeignDoubtTests
{
    static TempFolder s_folder = null!;
    static string s_table = null!;
    static string s_spectrum = null!;
    static string s_cell = null!;

    [ClassInitialize]
    public static void MakeFiles(TestContext _)
    {
        s_folder = new TempFolder();
        s_table = s_folder.File("table.csv");
        File.WriteAllText(s_table, "time/s,voltage/V,current/A\n" + string.Concat(Enumerable.Range(0, 1200)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},{3.5 + 1e-4 * i + 1e-6 * (i * 7919 % 13):F7},{(i < 100 ? 0 : 1.0003e-3)}\n"))));
        s_spectrum = s_folder.File("short.csv");
        // One semicircle of which only the beginning was measured: how large it is nobody can say.
        File.WriteAllText(s_spectrum, "freq/Hz,Re(Z)/Ohm,-Im(Z)/Ohm\n" + string.Concat(Enumerable.Range(0, 25).Select(i =>
        {
            var x = Math.Pow(10, 2 - 0.1 * i) * 2 * Math.PI * 10;
            return string.Create(CultureInfo.InvariantCulture, $"{Math.Pow(10, 2 - 0.1 * i)},{10 + 1e5 / (1 + x * x * 1e4) + 0.02 * (i * 7919 % 13 - 6)},{1e5 * x * 100 / (1 + x * x * 1e4) + 0.02 * (i * 104729 % 11 - 5)}\n");
        })));
        s_cell = s_folder.File("mine.yaml");
        File.WriteAllText(s_cell, "name: mine\nactive_mass: 12 mg\nparticle: {radius: 5 um}\n");
    }

    [ClassCleanup]
    public static void RemoveFiles() => s_folder.Dispose();

    [TestMethod]
    public void Analyze_WithoutAccuracy_SaysWhatIsTakenAsExact()
    {
        var shown = Called.With("analyze", s_table, "--cell", s_cell, "--budget");
        Assert.AreEqual(ExitCode.Done, shown.ExitCode, shown.All);
        StringAssert.Contains(shown.Output, "No doubt is stated of voltage gain, voltage offset, current gain, current offset, mass: taken as exact");
        StringAssert.Contains(shown.Output, "--accuracy");
        StringAssert.Contains(shown.Output, "'+-' behind a value of the cell file");
        Assert.DoesNotContain("gain", shown.Output.Split("Uncertainty budget")[1].Split("part of u:")[0], "what costs nothing is no line of the budget");
        var exact = Called.With("analyze", s_table, "--json").Document.GetProperty("files")[0].GetProperty("taken_as_exact").EnumerateArray().Select(e => e.GetString()).ToArray();
        CollectionAssert.AreEqual(new[] { "voltage_gain", "voltage_offset", "current_gain", "current_offset" }, exact);
    }

    /// <summary>A capacity is as good as the current: 0.3 % of gain, and 2 uA beside 1 mA for the same time, add in squares.</summary>
    [TestMethod]
    public void Analyze_WithAccuracy_CapacityHasIt()
    {
        var shown = Called.With("analyze", s_table, "--accuracy", "voltage=1mV+0.02%,current=0.3%+2uA", "--json");
        var capacity = shown.Document.GetProperty("files")[0].GetProperty("results").EnumerateArray().First(r => r.GetProperty("name").GetString() == "charge_capacity");
        Assert.AreEqual(Math.Sqrt(0.003 * 0.003 + 0.002 * 0.002), capacity.GetProperty("uncertainty").GetDouble() / capacity.GetProperty("value").GetDouble(), 1e-4);
        Assert.AreEqual(0, shown.Document.GetProperty("files")[0].GetProperty("taken_as_exact").GetArrayLength());
    }

    [TestMethod]
    [DataRow("voltage=0.001")]
    [DataRow("current=1 mV")]
    [DataRow("power=1%")]
    [DataRow("0.1%")]
    [DataRow("current=-1%")]
    [DataRow("")]
    public void Accuracy_NotWrittenSo_IsRefusedWithAnExample(string text) =>
        Called.With("analyze", s_table, "--accuracy", text).AssertRefused(ExitCode.WrongUsage, StatedAccuracy.Example);

    [TestMethod]
    public void Accuracy_Terms_AreOffsetAndGain()
    {
        Assert.IsTrue(StatedAccuracy.TryRead("voltage=1 mV + 200 ppm, current=0.1%", out var stated));
        Assert.AreEqual(1e-3, stated.VoltageOffsetVolts, 1e-15);
        Assert.AreEqual(2e-4, stated.VoltageGainRelative, 1e-15);
        Assert.AreEqual(1e-3, stated.CurrentGainRelative, 1e-15);
        Assert.AreEqual(0, stated.CurrentOffsetAmperes);
    }

    /// <summary>What is made of a parameter that nobody knows is not known either.</summary>
    [TestMethod]
    public void Analyze_ArcThatWasNotMeasured_ItsSumIsInvalidToo()
    {
        var results = Called.With("analyze", s_spectrum, "--circuit", "R0-p(R1,C1)", "--json").Document.GetProperty("files")[0].GetProperty("results").EnumerateArray().ToList();
        foreach (var result in results.Where(r => r.GetProperty("name").GetString() is "polarization_resistance" or "arc_time_constant" or "effective_capacitance"))
        {
            var isDoubtful = result.GetProperty("uncertainty").GetDouble() > 0.5 * Math.Abs(result.GetProperty("value").GetDouble());
            Assert.IsTrue(!isDoubtful || !result.GetProperty("valid").GetBoolean(), result.ToString());
        }
        Assert.IsTrue(results.Any(r => r.GetProperty("name").GetString() == "polarization_resistance" && !r.GetProperty("valid").GetBoolean()), "the arc was not measured");
    }
}
