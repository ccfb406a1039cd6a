using CoinRig.Electrochemistry.Tests.Data;

namespace CoinRig.Analysis.Tests;

/// <summary>Recorded files, told by what is in them.</summary>
[TestClass]
public sealed class FileAnalysisTests
{
    [TestMethod]
    [DataRow("synthetic-gitt-slab/gitt_slab_1s.csv", Technique.Gitt)]
    [DataRow("pulses-hppc-full-cell/hppc_discharge.csv", Technique.Gitt)]
    [DataRow("ici-nmc-full-cell/ici_charge.csv", Technique.Ici)]
    [DataRow("synthetic-cv-reversible/cv_reversible_slow_oxidation.csv", Technique.CyclicVoltammetry)]
    [DataRow("cv-platinum-eclab/Pt_poly_cv.mpt", Technique.CyclicVoltammetry)]
    [DataRow("eis-eclab-ex1/ex1.mpt", Technique.Eis)]
    [DataRow("eis-impedance-files/exampleDataGamry.DTA", Technique.Eis)]
    [DataRow("neware-cycling/neware_uio.csv", Technique.Pulse)]
    [DataRow("dqdv-nmc-graphite/cell1_rough.csv", Technique.Cycling)]
    public void Of_RecordedFile_TellsTheTechnique(string name, Technique expected)
    {
        var file = FileAnalysis.Of(SharedData.PathOf("", name), new());

        // A step of the current is a resistance whatever else it is; what is most particular comes first.
        Assert.IsNotEmpty(file.Techniques);
        Assert.AreEqual(expected, file.Techniques[0], string.Join(", ", file.Techniques));
        Assert.IsNotEmpty(file.Results);
    }

    /// <summary>The exact slab of the file: L 5e-6 m, D 1e-15 m2/s; its note says 0.2 % for the second pulse and later.</summary>
    [TestMethod]
    public void Of_SlabWithoutCell_GivesDOverLengthSquared()
    {
        var file = FileAnalysis.Of(SharedData.PathOf("synthetic-gitt-slab", "gitt_slab_1s.csv"), new());

        var slope = file.Results.Where(r => r.Name == "diffusion_over_length_squared_weppner_huggins_slope").Skip(1).ToList();
        Assert.HasCount(19, slope);
        foreach (var result in slope)
        {
            Assert.AreEqual("1/s", result.Unit);
            Assert.AreEqual(4e-5, result.Value.Value, 0.002 * 4e-5);
        }
    }

    /// <summary>Charge over discharge of the note's table, from the rows of another instrument's file (silicon against lithium: discharge first).</summary>
    [TestMethod]
    public void Of_NewareCycles_AreThoseOfItsNote()
    {
        var results = FileAnalysis.Of(SharedData.PathOf("neware-cycling", "neware_uio.csv"), new()).Results;

        double Capacity(string name, int place) => 1e3 * results.Where(r => r.Name == name).ElementAt(place).Value.Value;
        Assert.AreEqual(5.086, Capacity("discharge_capacity", 0), 2e-3);
        Assert.AreEqual(4.249, Capacity("charge_capacity", 0), 2e-3);
        Assert.AreEqual(4.368, Capacity("discharge_capacity", 1), 2e-3);
        Assert.AreEqual(4.247, Capacity("charge_capacity", 1), 2e-3);
    }

    [TestMethod]
    public void Of_WrongWordsForColumns_SaysWhatIsAllowed()
    {
        var e = Assert.ThrowsExactly<InstrumentFiles.InstrumentFileException>(() => FileAnalysis.Of(SharedData.PathOf("neware-cycling", "neware_uio.csv"), new() { Columns = "zeit=t" }));
        StringAssert.Contains(e.Message, "time");
    }
}
