using System.Text.Json;

namespace CoinRig.Gateway.Tests;

/// <summary>show, plot and export on a run file.</summary>
[TestClass]
public sealed class RunFileCommandTests
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
    public void Show_Run_TellsWhatItHolds()
    {
        var shown = Called.With("show", s_run);
        Assert.AreEqual(ExitCode.Done, shown.ExitCode, shown.Error);
        foreach (var expected in new[] { "done", "ncm523-lpo", "Half cycles", "Sweeps", "Titration", "D / cm2/s", "pulse-too-long", "open_circuit_voltage",
            "36000 scans began late by 0.049 ms (median; 99 %: 0.131, 99.9 %: 2.621, largest: 71.000 ms); 12 flagged late, 3 missed" })
        {
            StringAssert.Contains(shown.Output, expected);
        }
    }

    [TestMethod]
    public void Show_Json_IsTheDocumentOfRun()
    {
        var shown = Called.With("show", s_run, "--json");
        Assert.AreEqual(s_run, shown.Document.GetProperty("run").GetString());
        Assert.AreEqual("done", shown.Document.GetProperty("state").GetString());
        var d = shown.Document.GetProperty("results").EnumerateArray().First(r => r.GetProperty("name").GetString() == "diffusion_coefficient");
        foreach (var key in new[] { "value", "unit", "uncertainty", "flags", "cycle", "step", "time" })
        {
            Assert.IsTrue(d.TryGetProperty(key, out _), key);
        }
        Assert.AreEqual("pulse-too-long", d.GetProperty("flags")[0].GetString());
        var timing = shown.Document.GetProperty("timing");
        Assert.AreEqual(12, timing.GetProperty("late_scans").GetInt32());
        Assert.AreEqual(0.071, timing.GetProperty("largest_seconds").GetDouble());
        StringAssert.Contains(shown.Error, "Titration");
    }

    [TestMethod]
    [DataRow("other.run.db")]
    [DataRow("hold.yaml")]
    public void Export_OntoAFileThatCannotBeMadeAgain_IsRefused(string name)
    {
        var precious = s_folder.File(name);
        File.WriteAllText(precious, "a month's work");
        var refused = Called.With("export", s_run, "-o", precious);
        Assert.AreEqual(ExitCode.Failed, refused.ExitCode);
        StringAssert.Contains(refused.Error, "is not overwritten");
        Assert.AreEqual("a month's work", File.ReadAllText(precious));
    }

    [TestMethod]
    public void Plot_Png_IsAPicture()
    {
        var target = s_folder.File("a.png");
        Assert.AreEqual(ExitCode.Done, Called.With("plot", s_run, "-o", target).ExitCode);
        using var picture = SkiaSharp.SKBitmap.Decode(target);
        Assert.AreEqual(1600, picture.Width);
        Assert.AreEqual(1200, picture.Height);
        Assert.IsGreaterThan(50, picture.Pixels.Distinct().Count());
    }

    [TestMethod]
    public void Plot_Svg_SaysItsAxes()
    {
        if (SkiaSharp.SKFontManager.Default.FontFamilyCount == 0)
        {
            Assert.Inconclusive("No font is installed.");
        }
        var target = s_folder.File("a.svg");
        Assert.AreEqual(ExitCode.Done, Called.With("plot", s_run, "-o", target).ExitCode);
        var svg = File.ReadAllText(target);
        foreach (var text in new[] { "E / V vs. Li/Li", "I / mA", "t / h", "D / cm", "mAh g" })
        {
            Assert.IsTrue(svg.Contains(text, StringComparison.Ordinal), text);
        }
    }

    [TestMethod]
    public void Plot_WithoutFile_LiesBesideTheRun()
    {
        var plotted = Called.With("plot", s_run, "--json");
        Assert.AreEqual(s_run.Replace(".run.db", ".png", StringComparison.Ordinal), plotted.Document.GetProperty("file").GetString());
    }

    [TestMethod]
    public void Export_Csv_HasEverySample()
    {
        var target = s_folder.File("a.csv");
        var exported = Called.With("export", s_run, "--format", "csv", "-o", target, "--json");
        var samples = exported.Document.GetProperty("samples").GetInt64();
        Assert.AreEqual(samples + 1, File.ReadLines(target).LongCount());
        Assert.AreEqual(File.ReadAllText(target), Called.With("export", s_run, "-o", "-").Output);
    }

    [TestMethod]
    public void Export_OntoTheRun_IsRefused()
    {
        var before = File.ReadAllBytes(s_run);
        Called.With("export", s_run, "-o", s_run).AssertRefused(ExitCode.Failed, "never overwritten");
        CollectionAssert.AreEqual(before, File.ReadAllBytes(s_run));
    }

    [TestMethod]
    public void Export_IntoNoFolder_IsRefused() =>
        Called.With("export", s_run, "-o", s_folder.File("none/a.csv")).AssertRefused(ExitCode.Failed, "There is no folder");

    [TestMethod]
    public void Commands_OnNoRunFile_Refuse()
    {
        var text = s_folder.With("text.run.db", "this is no database, though it is called one");
        var empty = s_folder.With("empty.run.db", "");
        foreach (var command in new[] { "show", "plot", "export" })
        {
            Called.With(command, s_folder.File("none.run.db")).AssertRefused(ExitCode.Failed, "no run file");
            Called.With(command, s_folder.Path).AssertRefused(ExitCode.Failed, "folder");
            Called.With(command, text).AssertRefused(ExitCode.Failed, "run file");
            Called.With(command, empty).AssertRefused(ExitCode.Failed, "not a run file");
            var refused = Called.With(command, empty, "--json");
            Assert.AreEqual(JsonValueKind.String, refused.Document.GetProperty("error").ValueKind);
        }
    }
}
