using CoinRig.Analysis;

namespace CoinRig.Gateway.Tests;

/// <summary>convert on a run of ours.</summary>
[TestClass]
public sealed class ConvertCommandTests
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

    /// <summary>What other programs read has the same capacities as the run itself.</summary>
    [TestMethod]
    [DataRow("a.bdf.csv", "BDF CSV")]
    [DataRow("a.bdf.parquet", "BDF Parquet")]
    [DataRow("a.mpt", "EC-Lab text")]
    public void Convert_Run_KeepsItsCapacities(string name, string format)
    {
        var target = s_folder.File(name);
        var converted = Called.With("convert", s_run, "-o", target);
        Assert.AreEqual(ExitCode.Done, converted.ExitCode, converted.Error);
        StringAssert.Contains(converted.Output, target);

        var file = FileAnalysis.Of(target, new() { Technique = Technique.Cycling });

        Assert.AreEqual(format, file.Format);
        var expected = FileAnalysis.Of(s_run, new()).Results.First(r => r.Name == "charge_capacity").Value.Value;
        Assert.AreEqual(expected, file.Results.First(r => r.Name == "charge_capacity").Value.Value, 2e-3 * expected);
    }

    [TestMethod]
    public void Convert_Bdf_HasItsMetadataBeside()
    {
        Called.With("convert", s_run, "-o", s_folder.File("b.bdf.csv"));
        var metadata = File.ReadAllText(s_folder.File("b.bdf.metadata.json"));
        StringAssert.Contains(metadata, "\"protocol_name\": \"Demo\"");
        StringAssert.Contains(metadata, "2026-01-01T00:00:00.000");
        StringAssert.Contains(metadata, Path.GetFileName(s_run));
    }

    [TestMethod]
    [DataRow("a.xlsx", "no format has this ending")]
    [DataRow("a.eis.csv", "no impedances")]
    public void Convert_WhatCannotBeWritten_SaysWhatCan(string name, string expected)
    {
        var refused = Called.With("convert", s_run, "-o", s_folder.File(name));
        Assert.AreEqual(ExitCode.Failed, refused.ExitCode);
        StringAssert.Contains(refused.Error, expected);
    }

    /// <summary>A measurement exists once.</summary>
    [TestMethod]
    public void Convert_OntoItself_LeavesTheMeasurementAlone()
    {
        var raw = s_folder.File("raw.csv");
        File.WriteAllText(raw, "time/s,voltage/V,current/mA\n0,3.5,1\n1,3.6,1\n");
        var before = File.ReadAllText(raw);
        foreach (var more in new string[][] { [], ["--overwrite"] })
        {
            Called.With(["convert", raw, "-o", raw, .. more]).AssertRefused(ExitCode.Failed, "the file that is read");
        }
        Assert.AreEqual(before, File.ReadAllText(raw));
    }

    [TestMethod]
    [DataRow("other.csv")]
    [DataRow("other.metadata.json")]
    public void Convert_OntoAnotherFile_AsksFirst(string exists)
    {
        File.WriteAllText(s_folder.File(exists), "somebody's data");
        Called.With("convert", s_run, "-o", s_folder.File("other.csv")).AssertRefused(ExitCode.Failed, "--overwrite");
        Assert.AreEqual("somebody's data", File.ReadAllText(s_folder.File(exists)));
        Assert.AreEqual(ExitCode.Done, Called.With("convert", s_run, "-o", s_folder.File("other.csv"), "--overwrite").ExitCode);
        Assert.AreNotEqual("somebody's data", File.ReadAllText(s_folder.File(exists)));
        File.Delete(s_folder.File("other.csv"));
        File.Delete(s_folder.File("other.metadata.json"));
    }

    [TestMethod]
    public void Convert_OtherWordForLabels_SaysWhatIsAllowed() =>
        StringAssert.Contains(Called.With("convert", s_run, "-o", "a.csv", "--labels", "german").Error, "neither 'preferred' nor 'machine'");
}
