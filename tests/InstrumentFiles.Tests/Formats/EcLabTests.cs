namespace CoinRig.InstrumentFiles.Tests;

/// <summary>EC-Lab and BT-Lab text, against the notes beside the recordings.</summary>
[TestClass]
public sealed class EcLabTests
{
    [TestMethod]
    public void Platinum_DecimalComma_HasTheNotesNumbers()
    {
        var (file, series) = SharedData.Series("cv-platinum-eclab/Pt_poly_cv.mpt");
        Assert.AreEqual("EC-Lab text", file.Format);
        Assert.AreEqual("Cyclic Voltammetry Advanced", file.Facts.Technique);
        Assert.AreEqual(new DateTime(2020, 7, 29, 10, 31, 1), file.Facts.Started);
        Assert.AreEqual(0.1, file.Facts.ScanRateVoltsPerSecond);
        Assert.IsNull(file.Facts.AreaSquareMetres, "EC-Lab's 0.001 cm2 stands for an area that nobody gave");
        Assert.AreEqual(4473, series.Length);
        Assert.AreEqual(2.581600122, series.Seconds[0], 1e-8);
        Assert.AreEqual(152.200796343, series.Seconds[^1], 1e-8);
        Assert.AreEqual(-0.050102, series.Volts.Min(), 1e-6);
        Assert.AreEqual(1.699927, series.Volts.Max(), 1e-6);
        Assert.AreEqual(-0.2222793e-3, series.Amperes.Min(), 1e-9);
        Assert.AreEqual(0.1738396e-3, series.Amperes.Max(), 1e-9);
        Assert.AreEqual(2.25041e-4, series.Coulombs![^1] - series.Coulombs[0], 1e-9);
        Assert.AreEqual(2.23041e-4, Charge.Trapezoid(series), 1e-8);
        CollectionAssert.AreEqual(new[] { 973, 1033, 1046, 1046, 375 }, series.Cycle!.GroupBy(static c => c).OrderBy(static g => g.Key).Select(static g => g.Count()).ToArray());
        Assert.AreEqual("last-line-cut", file.Warnings.Single().Code, "the recording ends without a line end");
    }

    [TestMethod]
    public void PlatinumCut_SparseRows_HasTheNotesCharges()
    {
        var (_, series) = SharedData.Series("cv-platinum-eclab/Pt_poly_cv_CUT.mpt");
        Assert.AreEqual(223, series.Length);
        Assert.AreEqual(2.100e-4, Charge.Trapezoid(series), 1e-7);
        Assert.AreEqual(2.197e-4, series.Coulombs![^1] - series.Coulombs[0], 1e-7);
    }

    [TestMethod]
    public void BtLab_Programme_HasTheNotesNumbers()
    {
        var (file, series) = SharedData.Series("btlab-cccv/Sample_data_biologic_CA1.txt");
        Assert.AreEqual("BT-Lab text", file.Format);
        Assert.AreEqual(4.5 * 3600, file.Facts.CapacityCoulombs!.Value, 1e-9);
        Assert.AreEqual(1397, series.Length);
        Assert.AreEqual(100, series.Step!.Count(static s => s == 0));
        Assert.AreEqual(1297, series.Step!.Count(static s => s == 1));
        Assert.AreEqual(3.518055, series.Volts[0], 1e-6);
        Assert.AreEqual(10.022, series.Seconds[100], 1e-3);
        Assert.AreEqual(139.524007, series.Seconds[^1], 1e-6);
        Assert.AreEqual(-32.371351, series.Coulombs![^1] / 3.6, 1e-6);
        Assert.AreEqual(-32.386, Charge.Trapezoid(series) / 3.6, 1e-3);
        Assert.AreEqual(-899.866e-3, series.Amperes[100..].Order().ElementAt(648), 1e-6);
        Assert.AreEqual(21.965, series.DegreesCelsius!.Min(), 1e-3);
        Assert.AreEqual(23.226, series.DegreesCelsius!.Max(), 1e-3);
    }

    [TestMethod]
    public void BtLab_DatesAsTime_CountFromTheFirst()
    {
        var (_, series) = SharedData.Series("cycler-small-samples/Sample_data_biologic_timestamped.txt");
        double[] expected = [0, 6.464, 7.464, 8.464, 9.464, 10.464, 11.464, 12.464];
        Assert.AreEqual(8, series.Length);
        foreach (var (seconds, is1) in expected.Zip(series.Seconds))
        {
            Assert.AreEqual(seconds, is1, 1e-7);
        }
        Assert.AreEqual(4.154593, series.Volts[^1], 1e-9);
        Assert.AreEqual(0.4499184, series.Amperes[^1], 1e-12);
        Assert.AreEqual(0.750164, series.Coulombs![^1] / 3.6, 1e-6);
    }

    [TestMethod]
    public void NoHeader_NamesInLineOne_IsRead()
    {
        var (file, series) = SharedData.Series("cycler-small-samples/Sample_data_biologic_no_header.mpt");
        Assert.AreEqual("EC-Lab text", file.Format);
        Assert.HasCount(32, file.Columns);
        Assert.AreEqual(13, series.Length);
        Assert.AreEqual(281672.380117, series.Seconds[0], 1e-6);
        Assert.AreEqual(2.981402, series.Volts[^1], 1e-6);
        Assert.IsTrue(series.Amperes.All(static i => i == 0));
    }

    [TestMethod]
    public void Impedance_TwoCycles_AreTwoSpectra()
    {
        var file = SharedData.Open("eis-eclab-ex1/ex1.mpt");
        Assert.IsNull(file.Facts.Started, "the date was blanked by its author");
        var spectra = file.ReadSpectra();
        Assert.HasCount(2, spectra);
        CollectionAssert.AreEqual(new[] { 1.0, 2.0 }, spectra.Select(static s => s.Cycle).ToArray());
        Assert.IsTrue(spectra.All(static s => s.Spectrum.Count == 59));
        Assert.AreEqual(200_019.48, spectra[1].Spectrum.Hertz[0], 1e-6);
        Assert.AreEqual(0.010005763, spectra[1].Spectrum.Hertz[^1], 1e-15);
        Assert.AreEqual(new(428.90558, -372.31183), spectra[0].Spectrum.Ohms[0]);
        Assert.AreEqual(new(66802.32, -33712.059), spectra[1].Spectrum.Ohms[^1]);
        Assert.IsTrue(spectra.All(static s => s.Spectrum.Ohms.All(static z => z.Imaginary < 0)));
    }

    [TestMethod]
    public void Impedance_MinusIm_TurnsItsSign()
    {
        var spectrum = SharedData.Open("eis-impedance-files/exampleDataBioLogic.mpt").ReadSpectra().Single().Spectrum;
        Assert.AreEqual(43, spectrum.Count);
        Assert.AreEqual(1000.3201, spectrum.Hertz[0]);
        Assert.AreEqual(0.01689554, spectrum.Hertz[^1], 1e-12);
        Assert.AreEqual(new(65.470886, -0.38998979), spectrum.Ohms[0]);
        Assert.AreEqual(new(110.97003, -2.3458567), spectrum.Ohms[^1]);
        Assert.AreEqual(57.868, spectrum.Ohms.Min(static z => z.Magnitude), 1e-3);
    }

    [TestMethod]
    public void Impedance_NameOfFrequencyDeleted_IsRefusedWithItsLine()
    {
        var refusal = Assert.ThrowsExactly<InstrumentFileException>(() => SharedData.Open("eis-impedance-files/exampleDataBioLogic_MissingFreq.mpt"));
        Assert.AreEqual(62, refusal.Line);
        Assert.Contains("18 fields under 17 names", refusal.Message);
    }

    [TestMethod]
    public void Header_WrongCount_IsRefused()
    {
        var refusal = Text.Refusal("EC-Lab ASCII FILE\nNb header lines : 4\n\ntime/s\tEwe/V\n0\t1\n1\t2\n");
        Assert.Contains("names of the columns", refusal.Message);
        Assert.Contains("'Nb header lines : N' is expected", Text.Refusal("EC-Lab ASCII FILE\nNb header\n\ntime/s\tEwe/V\tI/mA\n0\t1\t2\n").Message);
    }

    [TestMethod]
    public void OpenCircuit_WithoutCurrent_IsZero()
    {
        var (series, _) = Text.Series("EC-Lab ASCII FILE\r\nNb header lines : 6\r\n\r\nOpen Circuit Voltage\r\n\r\nmode\terror\ttime/s\tEwe/V\tcontrol/V/mA\tNs\r\n3\t0\t0.0\t3.1\t0\t0\r\n3\t0\t1.0\t3.2\t0\t0\r\n");
        CollectionAssert.AreEqual(new[] { 0.0, 0.0 }, series.Amperes);
        CollectionAssert.AreEqual(new[] { 3.1, 3.2 }, series.Volts);
    }
}
