using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Gateway.Tests;

/// <summary>Marks of a run in everything that reads its file.</summary>
[TestClass]
public sealed class MarkedRunTests
{
    [TestMethod]
    public void Marks_AreInShowExportConversionAndPicture_WithTheirOwnTimes()
    {
        using var folder = new TempFolder();
        var run = MarkedRun(folder.Path);
        using (var reader = RunFileReader.Open(run))
        {
            CollectionAssert.AreEqual(new[] { 12_345_678_901, 40_000_000_001 }, reader.Marks().Select(m => m.Nanoseconds).ToArray());
        }
        var marks = Called.With("show", run, "--json").Document.GetProperty("marks");
        Assert.AreEqual("AFM image 12 starts", marks[0].GetProperty("text").GetString());
        Assert.AreEqual("gpio", marks[0].GetProperty("source").GetString());
        Assert.AreEqual(12.345678901, marks[0].GetProperty("time").GetDouble());
        StringAssert.Contains(Called.With("show", run).Output, "mark at 12.346 s: AFM image 12 starts (gpio)");

        Assert.AreEqual(ExitCode.Done, Called.With("export", run, "-o", folder.File("a.csv")).ExitCode);
        var lines = File.ReadAllLines(folder.File("a.csv"));
        StringAssert.EndsWith(lines[0], ",Marks");
        StringAssert.EndsWith(lines.Single(l => l.StartsWith("13,", StringComparison.Ordinal)), ",AFM image 12 starts @ 12.345678901 s");
        StringAssert.EndsWith(lines[^1], ",\"the end, at last @ 40.000000001 s\"");

        Assert.AreEqual(ExitCode.Done, Called.With("convert", run, "-o", folder.File("b.bdf.csv")).ExitCode);
        StringAssert.Contains(File.ReadAllText(folder.File("b.bdf.metadata.json")), "\"time_s\": 12.345678901");

        Assert.AreEqual(ExitCode.Done, Called.With("plot", run, "-o", folder.File("c.svg")).ExitCode);
        StringAssert.Contains(File.ReadAllText(folder.File("c.svg")), "AFM image 12 starts");
    }

    [TestMethod]
    public void RunWithoutMarks_ExportsAsBefore()
    {
        using var folder = new TempFolder();
        var run = MadeUpRun.Make(folder.Path);
        Called.With("export", run, "-o", folder.File("a.csv"));
        Assert.DoesNotContain("Marks", File.ReadLines(folder.File("a.csv")).First());
    }

    static string MarkedRun(string folder)
    {
        var maker = new RunMaker(folder, MadeUpRun.Header);
        maker.BeginStep("constant_current", "charge", 1);
        maker.Mark(new Mark(40_000_000_001, "the end, at last", MarkSource.Command));
        maker.Mark(new Mark(12_345_678_901, "AFM image 12 starts", MarkSource.Gpio));
        maker.Segment(Protocols.SegmentRole.ConstantCurrent, 0, 30, 1, t => (3.6 + 0.1 * t, 1e-4));
        return maker.Finish();
    }
}
