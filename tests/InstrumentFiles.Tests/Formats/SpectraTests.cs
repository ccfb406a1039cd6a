using System.Numerics;

namespace CoinRig.InstrumentFiles.Tests;

/// <summary>Impedance spectra of instruments other than EC-Lab, against the notes beside the recordings.</summary>
[TestClass]
public sealed class SpectraTests
{
    [TestMethod]
    public void Nameless_ThreeColumns_AreASpectrum()
    {
        var file = SharedData.Open("eis-impedance-files/exampleData.csv");
        Assert.AreEqual("EIS CSV", file.Format);
        Assert.IsFalse(file.HasSeries);
        var spectrum = file.ReadSpectra().Single().Spectrum;
        Assert.AreEqual(66, spectrum.Count);
        Assert.AreEqual(0.0031623, spectrum.Hertz[0], 1e-16);
        Assert.AreEqual(10_000, spectrum.Hertz[^1]);
        Assert.AreEqual(3.162299999999999833e-03, spectrum.Hertz[0]);
        Close(new(0.0494999, -0.0204387), spectrum.Ohms[0], 1e-5);
        Close(new(0.0157714827, 0.0101574746), spectrum.Ohms[^1], 1e-8);
        Assert.AreEqual(9, spectrum.Ohms.Count(static z => z.Imaginary > 0));
        Assert.IsEmpty(file.Warnings);
    }

    [TestMethod]
    public void Zarc_Names_AreRecognised()
    {
        var file = SharedData.Open("eis-zarc-synthetic/1ZARC.csv");
        Assert.AreEqual("EIS CSV with names", file.Format);
        var spectrum = file.ReadSpectra().Single().Spectrum;
        Assert.AreEqual(81, spectrum.Count);
        Assert.AreEqual(0.01, spectrum.Hertz[0]);
        Assert.AreEqual(1e6, spectrum.Hertz[^1]);
        Assert.AreEqual(new(59.20397431908595, 0.5913301898954791), spectrum.Ohms[0]);
        // Rms of data less the exact arc, per component, over both parts.
        var off = spectrum.Hertz.Zip(spectrum.Ohms, static (f, z) => z - (10 + 50 / (1 + Complex.Pow(new(0, 2 * Math.PI * f * 0.1), 0.8)))).Sum(static d => d.Magnitude * d.Magnitude);
        Assert.AreEqual(4.06, Math.Sqrt(off / (2 * 81)), 0.01);
    }

    [TestMethod]
    [DataRow("exampleDataGamry.DTA", false)]
    [DataRow("exampleDataGamryABORT.DTA", true)]
    public void Gamry_ZCurve_EndsWithItsTable(string name, bool isAborted)
    {
        var file = SharedData.Open($"eis-impedance-files/{name}");
        Assert.AreEqual("Gamry DTA", file.Format);
        Assert.AreEqual(1e-4, file.Facts.AreaSquareMetres);
        CollectionAssert.IsSubsetOf(new[] { "OCVCURVE", "ZCURVE" }, file.Tables.ToArray());
        var spectrum = file.ReadSpectra().Single().Spectrum;
        Assert.AreEqual(72, spectrum.Count);
        Assert.AreEqual(200_015.6, spectrum.Hertz[0]);
        Assert.AreEqual(0.0158898, spectrum.Hertz[^1]);
        Assert.AreEqual(new(825.8584, -1367.239), spectrum.Ohms[0]);
        Assert.AreEqual(new(17007.49, -6635.557), spectrum.Ohms[^1]);
        Assert.IsTrue(spectrum.Ohms.All(static z => z.Imaginary < 0));
        Assert.AreEqual(isAborted, file.Warnings.Any(static w => w.Code == "aborted"));
    }

    [TestMethod]
    public void Gamry_OtherTables_AreReadByName()
    {
        var (file, rest) = SharedData.Series("eis-impedance-files/exampleDataGamry.DTA", new() { Table = "OCVCURVE" });
        Assert.AreEqual(387, rest.Length);
        Assert.IsTrue(rest.Amperes.All(static i => i == 0));
        Assert.Contains("absent-sensor", file.Warnings.Select(static w => w.Code), "-327.67 degC is no temperature");
        var waves = SharedData.Open("eis-impedance-files/exampleDataGamryABORT.DTA", new() { Table = "FRACURVE" });
        Assert.AreEqual(128, waves.ReadSeries().Sum(static s => s.Length));
        Assert.Contains("OCVCURVE, ZCURVE", Assert.ThrowsExactly<InstrumentFileException>(() => SharedData.Open("eis-impedance-files/exampleDataGamry.DTA", new() { Table = "CURVE7" })).Message);
    }

    [TestMethod]
    public void GamrySmall_FiveCurves_AreOneSeriesWithFiveCycles()
    {
        var (file, series) = SharedData.Series("gamry-dta-small/cv_data.dta");
        Assert.AreEqual(1.23456e-3, file.Facts.ScanRateVoltsPerSecond!.Value, 1e-12);
        Assert.AreEqual(50, series.Length);
        CollectionAssert.AreEqual(new[] { 1.0, 2, 3, 4, 5 }, series.Cycle!.Distinct().ToArray());
        CollectionAssert.AreEqual(new[] { 0.1, 1.0, 0.5 }, new[] { series.Seconds[0], series.Seconds[9], series.Volts[9] });
        CollectionAssert.AreEqual(new[] { 601.1, 0.889001, 2.62272e-7 }, new[] { series.Seconds[^1], series.Volts[^1], series.Amperes[^1] });
        Assert.Contains("current-sign", file.Warnings.Select(static w => w.Code));
    }

    [TestMethod]
    public void GamrySmall_HeaderOnly_SaysThatThereAreNoData() =>
        Assert.Contains("no data in it", Assert.ThrowsExactly<InstrumentFileException>(() => SharedData.Open("gamry-dta-small/cv_data_incompleteheader.dta")).Message);

    [TestMethod]
    public void GamrySmall_RowsWithBlanks_AreRows()
    {
        var spectrum = SharedData.Open("gamry-dta-small/eispot_data.dta").ReadSpectra().Single().Spectrum;
        Assert.AreEqual(10, spectrum.Count);
        Assert.AreEqual(new(224.6075, -3.767681), spectrum.Ohms[0]);
        Assert.AreEqual(10_000, spectrum.Hertz[0]);
        Assert.AreEqual(224.6391, spectrum.Ohms[0].Magnitude, 1e-4);
        Assert.AreEqual(5, SharedData.Open("gamry-dta-small/eispot_data_curveaborted.dta").ReadSpectra().Single().Spectrum.Count);
    }

    [TestMethod]
    public void GamrySmall_RestBeforeACurve_IsATableOfItsOwn()
    {
        var (_, rest) = SharedData.Series("gamry-dta-small/ocvcurve_data.dta", new() { Table = "OCVCURVE" });
        CollectionAssert.AreEqual(new[] { 0.258333, 10.3333, 0.283437 }, new[] { rest.Seconds[0], rest.Seconds[^1], rest.Volts[^1] });
        Assert.AreEqual(40, rest.Length);
    }

    [TestMethod]
    public void Maccor_Spectrum_HasTheNotesNumbers()
    {
        var file = SharedData.Open("maccor-eis-and-paused/maccor_test_file_4267-66-6519.EDA0001.041");
        var spectrum = file.ReadSpectra().Single().Spectrum;
        Assert.AreEqual(60, spectrum.Count);
        Assert.AreEqual(999_999, spectrum.Hertz[0]);
        Assert.AreEqual(1.25892, spectrum.Hertz[^1]);
        Assert.AreEqual(new(0.773446, -0.849201), spectrum.Ohms[0]);
        Assert.AreEqual(new(22.095573, -0.307756), spectrum.Ohms[^1]);
        Assert.AreEqual(22.097717, spectrum.Ohms[^1].Magnitude, 1e-6);
        Assert.IsEmpty(file.Warnings);
    }

    [TestMethod]
    public void ZPlot_BothForms_AreRead()
    {
        const string Modern = "ZPLOT2 ASCII\r\n  Date: 11-23-2026\r\n  Time: 09:00:00\r\n  Data Points: 3\r\n  Freq(Hz)\tAmpl\tBias\tTime(Sec)\tZ'(a)\tZ''(b)\tGD\tErr\tRange\r\nEnd Comments\r\n"
            + "1.0E+03\t0.01\t0\t1\t10.5\t-1.25\t0\t0\t3\r\n1.0E+02\t0.01\t0\t2\t11.5\t-2.25\t0\t0\t3\r\n1.0E+01\t0.01\t0\t3\t12.5\t-3.25\t0\t0\t3\r\n";
        const string Old = "\"ZPlotW Data File: Version 3.2c\"\n\"Data Points:\", 4\n  Freq(Hz), Ampl, Bias, Time(Sec), Z'(a), Z''(b), GD, Err, Range\n1000, 0.01, 0, 1, 10.5, -1.25, 0, 0, 3\n100, 0.01, 0, 2, 11.5, -2.25, 0, 0, 3\n10, 0.01, 0, 3, 12.5, -3.25, 0, 0, 3\n";
        foreach (var text in new[] { Modern, Old })
        {
            var (format, spectrum) = Text.Read(text, static f => (f.Format, f.ReadSpectra().Single().Spectrum));
            Assert.AreEqual("ZPlot", format);
            CollectionAssert.AreEqual(new[] { 1000.0, 100, 10 }, spectrum.Hertz.ToArray());
            CollectionAssert.AreEqual(new Complex[] { new(10.5, -1.25), new(11.5, -2.25), new(12.5, -3.25) }, spectrum.Ohms.ToArray());
        }
        Assert.AreEqual("row-count", Text.Read(Modern.Replace("Points: 3", "Points: 4", StringComparison.Ordinal), static f => f.Warnings.Single().Code));
    }

    [TestMethod]
    public void ImaginaryPart_MostlyPositive_IsQuestioned()
    {
        var rows = string.Concat(Enumerable.Range(0, 20).Select(static i => $"{Math.Pow(10, 4 - 0.2 * i):R},10,{1 + i}\n"));
        var warnings = Text.Read(rows, static f => (f.ReadSpectra(), f.Warnings).Warnings);
        Assert.AreEqual("imaginary-sign", warnings.Single().Code);
    }

    [TestMethod]
    [DataRow("-1000,10,1", "frequency is negative")]
    [DataRow("1000,0,0", "the impedance is 0")]
    [DataRow("1000,NaN,1", "the impedance is missing")]
    [DataRow("1000,10,", "the impedance is missing")]
    public void PointThatCannotBe_IsLeftOutWithItsLine(string row, string says)
    {
        var rows = string.Concat(Enumerable.Range(0, 8).Select(static i => $"{Math.Pow(10, 4 - 0.2 * i):R},10,{1 + i}\n"));
        var (spectra, warnings) = Text.Read($"freq/Hz,Re(Z)/Ohm,-Im(Z)/Ohm\n{rows}{row}\n1,20,3\n", static f => (f.ReadSpectra(), f.Warnings));
        Assert.AreEqual(9, spectra.Single().Spectrum.Count);
        CollectionAssert.AreEqual(new[] { 10L }, warnings.Single().Lines.ToArray());
        Assert.Contains(says, warnings.Single().Message);
    }

    [TestMethod]
    public void FrequenciesWithoutOrder_AreOneSpectrum()
    {
        var random = new Random(3);
        var hertz = Enumerable.Range(0, 40).Select(static i => Math.Pow(10, 5 - 0.15 * i)).OrderBy(_ => random.Next()).ToArray();
        var (spectra, warnings) = Text.Read("freq/Hz,Re(Z)/Ohm,-Im(Z)/Ohm\n" + string.Concat(hertz.Select(static f => $"{f:R},{f:R},1\n")), static f => (f.ReadSpectra(), f.Warnings));
        var spectrum = spectra.Single().Spectrum;
        CollectionAssert.AreEqual(hertz.OrderDescending().ToArray(), spectrum.Hertz.ToArray());
        Assert.IsTrue(spectrum.Hertz.Zip(spectrum.Ohms).All(static p => p.First == p.Second.Real), "impedances went with their frequencies");
        Assert.AreEqual("unordered-frequencies", warnings.Single().Code);
    }

    [TestMethod]
    public void SweepsThatFollowEachOther_StaySpectraOfTheirOwn()
    {
        var sweep = string.Concat(Enumerable.Range(0, 7).Select(static i => $"{Math.Pow(10, 5 - i):R},10,1\n"));
        var (spectra, warnings) = Text.Read($"freq/Hz,Re(Z)/Ohm,-Im(Z)/Ohm\n{sweep}{sweep}{sweep}", static f => (f.ReadSpectra(), f.Warnings));
        Assert.HasCount(3, spectra);
        Assert.IsEmpty(warnings);
    }

    [TestMethod]
    public void Nameless_TimesInsteadOfFrequencies_AskForPositions()
    {
        var rows = string.Concat(Enumerable.Range(0, 20).Select(static i => $"{i},3.5,0.001\n"));
        Assert.Contains("--columns time=#1", Text.Refusal(rows).Message);
        var (series, _) = Text.Series(rows, new() { Columns = ColumnRequest.Read("time=#1,voltage=#2,current=#3") });
        Assert.AreEqual(20, series.Length);
    }

    static void Close(Complex expected, Complex actual, double tolerance) => Assert.AreEqual(0, (expected - actual).Magnitude, tolerance);
}
