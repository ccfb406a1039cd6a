using System.Globalization;
using CoinRig.Control;

namespace CoinRig.Runs.Tests;

[TestClass]
public sealed class CsvExportTests
{
    [TestMethod]
    public void Write_TwoSamples_AreTheseLines()
    {
        using var folder = new TempFolder();
        var rest = RunBuilder.Rest;
        var pulse = RunBuilder.Gitt;
        var path = Recording.Record(folder,
        [
            RunBuilder.Marker(new StepStarted(1_000_000, 1, rest, 1, new ProgramPosition(0, []))),
            RunBuilder.Marker(new SegmentStarted(1_000_000, 1, 0, rest.Segments[0], 1, double.NaN, "100 uA", 3, 0)),
            RunBuilder.Sample(new Sample { Sequence = 1, VoltageNanoseconds = 1_040_000_000, Volts = 3.0000001, Amperes = 1e-9, StepCount = 1, Cycle = 1, DegreesCelsius = double.NaN }),
            RunBuilder.Marker(new StepStarted(2_000_000_001, 2, pulse, 1, new ProgramPosition(1, [0]))),
            RunBuilder.Marker(new SegmentStarted(2_000_000_001, 2, 0, pulse.Segments[0], 1, -6e-5, "100 uA", 3, 0)),
            RunBuilder.Sample(new Sample { Sequence = 2, VoltageNanoseconds = 2_040_000_000, Volts = 0.1 + 0.2, Amperes = -6e-5, NetCoulombs = 3.6, NetJoules = -36, StepCount = 2, Cycle = 1, DegreesCelsius = 25.0625 }),
        ]);
        Assert.AreEqual("""
            Test Time / s,Voltage / V,Current / A,Unix Time / s,Cycle Count / 1,Step Count / 1,Step ID,Step Type,Step Time / s,Step Record Index / 1,Record Index / 1,Net Capacity / Ah,Net Energy / Wh,Surface Temperature / degC
            1.04,3.0000001,1E-09,1767225601.04,1,1,1,REST,1.039,1,1,0,0,
            2.04,0.30000000000000004,-6E-05,1767225602.04,1,2,2,CC_DCH,0.039999999,1,2,0.001,-0.01,25.0625

            """, Csv(path));
        StringAssert.Contains(Csv(path, new CsvOptions { ZeroCurrentAtRest = true }), "1.04,3.0000001,0,");
    }

    [TestMethod]
    public void Write_SameRunTwice_IsTheSameToTheByte()
    {
        using var folder = new TempFolder();
        Assert.AreEqual(Csv(Recording.Record(folder, RunBuilder.Entries(900))), Csv(Recording.Record(folder, RunBuilder.Entries(900), new CommitRule(50, long.MaxValue, true))));
    }

    [TestMethod]
    public void Write_AllNumbers_ReadBackToTheSameBits()
    {
        using var folder = new TempFolder();
        var path = Recording.Record(folder, RunBuilder.Entries());
        using var run = RunFileReader.Open(path);
        var lines = Csv(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')).ToList();
        Assert.HasCount(200, lines);
        foreach (var (fields, sample) in lines.Zip(run.Samples()))
        {
            Assert.AreEqual(sample.Volts, double.Parse(fields[1], CultureInfo.InvariantCulture));
            Assert.AreEqual(sample.Amperes, double.Parse(fields[2], CultureInfo.InvariantCulture));
            Assert.AreEqual(sample.VoltageNanoseconds, (long)(decimal.Parse(fields[0], CultureInfo.InvariantCulture) * 1_000_000_000));
            Assert.AreEqual(sample.NetCoulombs / 3600, double.Parse(fields[11], CultureInfo.InvariantCulture));
        }
    }

    [TestMethod]
    public void Write_SegmentsAsSteps_CountsPulsesAndRests()
    {
        using var folder = new TempFolder();
        var path = Recording.Record(folder, RunBuilder.Entries());
        var lines = Csv(path, new CsvOptions { SegmentsAsSteps = true }).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')).ToList();
        CollectionAssert.AreEqual(new[] { "1 1 REST", "2 2 CC_CHG", "3 2 REST", "4 2 CC_CHG", "5 2 REST" },
            lines.Select(f => $"{f[5]} {f[6]} {f[7]}").Distinct().ToArray());
        Assert.HasCount(5, lines.Where(f => f[9] == "1"));
    }

    [TestMethod]
    public void Write_RampToAVoltage_IsNoRestAndBelongsToWhatFollows()
    {
        using var folder = new TempFolder();
        var rest = RunBuilder.Rest;
        var hold = RunBuilder.Hold;
        var path = Recording.Record(folder,
        [
            RunBuilder.Marker(new StepStarted(0, 1, rest, 1, new ProgramPosition(0, []))),
            RunBuilder.Marker(new SegmentStarted(0, 1, 0, rest.Segments[0], 1, double.NaN, "", 3, 0)),
            RunBuilder.Sample(Row(1, 1, 1e-9, 1, SampleFlags.OpenCircuit)),
            RunBuilder.Marker(new StepStarted(2_000_000_000, 2, hold, 1, new ProgramPosition(1, []))),
            RunBuilder.Sample(Row(2, 3, 5e-4, 2, SampleFlags.Approach)),
            RunBuilder.Sample(Row(3, 4, 6e-4, 2, SampleFlags.Approach)),
            RunBuilder.Marker(new SegmentStarted(4_500_000_000, 2, 0, hold.Segments[0], 1, 4.2, "1 mA", 4.2, 6e-4)),
            RunBuilder.Sample(Row(4, 5, 4e-4, 2, SampleFlags.AfterStep)),
        ]);
        foreach (var segmentsAsSteps in new[] { false, true })
        {
            var lines = Csv(path, new CsvOptions { ZeroCurrentAtRest = true, SegmentsAsSteps = segmentsAsSteps }).Split('\n')[1..^1].Select(l => l.Split(',')).ToList();
            CollectionAssert.AreEqual(new[] { "0", "0.0005", "0.0006", "0.0004" }, lines.Select(f => f[2]).ToArray());
            CollectionAssert.AreEqual(new[] { "1", "2", "2", "2" }, lines.Select(f => f[5]).ToArray());
            CollectionAssert.AreEqual(new[] { "REST", "RAMP", "RAMP", "CV_CHG" }, lines.Select(f => f[7]).ToArray());
            CollectionAssert.AreEqual(segmentsAsSteps ? new[] { "1", "0", "1", "2" } : new[] { "1", "1", "2", "3" }, lines.Select(f => f[8]).ToArray());
            CollectionAssert.AreEqual(new[] { "1", "1", "2", "3" }, lines.Select(f => f[9]).ToArray());
        }
    }

    static Sample Row(long sequence, long seconds, double amperes, int step, SampleFlags flags) => new()
    {
        Sequence = sequence, VoltageNanoseconds = seconds * 1_000_000_000, Volts = 3, Amperes = amperes, StepCount = step, Cycle = 1, Flags = flags, DegreesCelsius = double.NaN,
    };

    static string Csv(string path, CsvOptions? options = null)
    {
        using var run = RunFileReader.Open(path);
        using var text = new StringWriter();
        CsvExport.Write(run, text, options);
        return text.ToString();
    }
}
