using System.Text;
using System.Text.Json;

namespace CoinRig.InstrumentFiles.Tests;

/// <summary>What is written reads back to the same bits.</summary>
[TestClass]
public sealed class WriterTests
{
    [TestMethod]
    [DataRow(BdfLabels.Preferred, "Test Time / s,Voltage / V,Current / A,Step ID,Step Type,Step Count / 1")]
    [DataRow(BdfLabels.Machine, "test_time_second,voltage_volt,current_ampere,step_id,step_type,step_count")]
    public void BdfCsv_ReadBack_HasTheSameBits(BdfLabels labels, string heading)
    {
        var text = Encoding.UTF8.GetString(WrittenFiles.Bytes(s => CollectionAssert.AreEqual(new[] { "x" }, BdfCsvWriter.Write(WrittenFiles.Rows(), s, new() { Labels = labels }).ToArray())));
        Assert.AreEqual(heading, text.Split('\n')[0]);
        var (series, warnings) = Text.Series(text);
        Assert.IsEmpty(warnings);
        Same(series);
        CollectionAssert.AreEqual(new[] { 1.0, 1, 2, 2, 3, 3 }, series.Step);
        Assert.AreEqual("CC DChg, fast", series.StepType![4]);
    }

    [TestMethod]
    public void BdfCsv_Complete_HasChargesThatNeverFall()
    {
        var text = Encoding.UTF8.GetString(WrittenFiles.Bytes(static s => BdfCsvWriter.Write(WrittenFiles.Rows(), s, new() { Complete = true, ZeroCurrentAtRest = true })));
        var file = Text.Read(text, static f => (f.Columns, f.Batches().Select(static b => (b[Meaning.ChargingCharge][^1], b[Meaning.DischargingCharge][^1], b[Meaning.WallTime][0], b[Meaning.StepTime][3])).ToList(), f.Warnings));
        var (charging, discharging, wall, stepTime) = file.Item2.Single();
        Assert.AreEqual(1e-3 / 3, charging, 1e-18);
        Assert.AreEqual(2e-3, discharging, 1e-18);
        Assert.AreEqual((new DateTime(2026, 11, 23, 9, 0, 0) - DateTime.UnixEpoch).TotalSeconds, wall);
        Assert.AreEqual(1, stepTime);
        Assert.IsEmpty(file.Warnings);
    }

    [TestMethod]
    public void BdfCsv_ZeroAtRest_IsExactlyZeroThereAlone()
    {
        var (series, _) = Text.Series(Encoding.UTF8.GetString(WrittenFiles.Bytes(static s => BdfCsvWriter.Write(WrittenFiles.Rows(), s, new() { ZeroCurrentAtRest = true }))));
        CollectionAssert.AreEqual(new[] { 0, 0, 1e-3 / 3, 1e-3 / 3, -2e-3, -2e-3 }, series.Amperes);
    }

    [TestMethod]
    public void BdfCsv_Parts_OneMustBeChosen()
    {
        var file = SharedData.Open("synthetic-cv-reversible/cv_reversible_solution.csv");
        Assert.Contains("Choose a part", Assert.ThrowsExactly<InstrumentFileException>(() => WrittenFiles.Csv(file)).Message);
        var (series, _) = Text.Series(WrittenFiles.Csv(file, new() { Part = 3 }));
        CollectionAssert.AreEqual(file.ReadSeries()[3].Amperes, series.Amperes);
    }

    [TestMethod]
    [DataRow("neware-cycling/neware_uio.csv")]
    [DataRow("maccor-cycling/maccor_three.txt")]
    [DataRow("cv-platinum-eclab/Pt_poly_cv.mpt")]
    [DataRow("cycler-small-samples/sample_data_arbin.csv")]
    [DataRow("ici-nmc-full-cell/ici_charge.csv")]
    public void Recording_AsBdfAndAsMpt_HasTheSameBits(string name)
    {
        var (file, series) = SharedData.Series(name);
        foreach (var bytes in new[] { WrittenFiles.Bytes(s => BdfCsvWriter.Write(MeasuredRows.Of(file), s)), WrittenFiles.Bytes(s => MptWriter.Write(MeasuredRows.Of(file), s)) })
        {
            var (format, again) = Text.Read(bytes, static f => (f.Format, f.ReadSeries().Single()));
            Assert.IsTrue(format is "BDF CSV" or "EC-Lab text");
            CollectionAssert.AreEqual(series.Seconds, again.Seconds);
            CollectionAssert.AreEqual(series.Volts, again.Volts);
            CollectionAssert.AreEqual(series.Amperes, again.Amperes);
        }
    }

    [TestMethod]
    public void Mpt_Written_IsAnEcLabFile()
    {
        var bytes = WrittenFiles.Bytes(static s => MptWriter.Write(WrittenFiles.Rows(), s));
        var lines = Encoding.Latin1.GetString(bytes).Split("\r\n");
        Assert.AreEqual("EC-Lab ASCII FILE", lines[0]);
        var names = int.Parse(lines[1]["Nb header lines :".Length..], System.Globalization.CultureInfo.InvariantCulture) - 1;
        Assert.AreEqual("mode\tox/red\terror\tcontrol changes\tNs changes\tcounter inc.\tNs\ttime/s\tEwe/V\tI/mA\t(Q-Qo)/mA.h\tQ charge/mA.h\tQ discharge/mA.h\tcycle number\t", lines[names]);
        Assert.MatchesRegex(@"^\d\t\d\t0\t0\t1\t0\t0\t0\.0{16}E\+000\t3\.1\d*E\+000\t", lines[names + 1]);
        Assert.AreEqual(14, lines[names + 1].Split('\t').Length, "no trailing tab in rows");
        Assert.Contains("Acquisition started on : 11/23/2026 09:00:00.000", lines);
        var (facts, series) = Text.Read(bytes, static f => (f.Facts, f.ReadSeries().Single()));
        Assert.AreEqual(1.131e-4, facts.AreaSquareMetres!.Value, 1e-12);
        Assert.AreEqual(3.393e-6, facts.MassKilograms!.Value, 1e-15);
        Same(series);
    }

    [TestMethod]
    public void EisCsv_ReadBack_FallsInFrequency()
    {
        var spectrum = SharedData.Open("eis-impedance-files/exampleData.csv").ReadSpectra().Single().Spectrum;
        using StringWriter text = new();
        EisCsvWriter.Write(spectrum, text);
        var again = Text.Read(text.ToString(), static f => f.ReadSpectra().Single().Spectrum);
        CollectionAssert.AreEqual(spectrum.Hertz.Reverse().ToArray(), again.Hertz.ToArray());
        CollectionAssert.AreEqual(spectrum.Ohms.Reverse().ToArray(), again.Ohms.ToArray());
    }

    [TestMethod]
    public void Sidecar_Keys_AreThoseOfTheFormat()
    {
        Assert.AreEqual("x.bdf.metadata.json", BdfSidecar.PathOf("x.bdf.csv"));
        using var json = JsonDocument.Parse(WrittenFiles.Bytes(static s => BdfSidecar.Write(WrittenFiles.Rows().Facts, "x.csv", s)));
        CollectionAssert.IsSubsetOf(json.RootElement.EnumerateObject().Select(static p => p.Name).ToArray(), new[] { "battinfo_test", "battinfo_cell", "bdf", "raw", "extras" });
        CollectionAssert.IsSubsetOf(json.RootElement.GetProperty("battinfo_test").GetProperty("test").EnumerateObject().Select(static p => p.Name).ToArray(),
            new[] { "name", "description", "instrument_name", "protocol_name" });
        Assert.AreEqual(3.393e-6, json.RootElement.GetProperty("extras").GetProperty("active_mass_kg").GetDouble());
    }

    static void Same(Series series)
    {
        var batch = WrittenFiles.Rows().Batches.Single();
        CollectionAssert.AreEqual(batch.Seconds.ToArray(), series.Seconds);
        CollectionAssert.AreEqual(batch.Volts.ToArray(), series.Volts);
        CollectionAssert.AreEqual(batch.Amperes.ToArray(), series.Amperes);
    }
}
