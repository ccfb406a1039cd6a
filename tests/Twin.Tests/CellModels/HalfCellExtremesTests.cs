using CsCheck;

namespace CoinRig.Twin.Tests;

/// <summary>What no protocol does but a fault may.</summary>
[TestClass]
public sealed class HalfCellExtremesTests
{
    static HalfCell Cell(string set, bool doubleLayer, bool lithium = false) =>
        new(Procedures.Set(set), HalfCellGeometry.Reference, new() { DoubleLayer = doubleLayer, LithiumElectrode = lithium });

    [TestMethod]
    [DataRow("ncm523-lpo", true)]
    [DataRow("ncm523-lpo", false)]
    [DataRow("ncm523-pristine", true)]
    [DataRow("ncm523-pristine", false)]
    public void LimitingCurrent_LongDischarge_ReportsTheRail(string set, bool doubleLayer)
    {
        // The fresh cell is discharged; 30 mA more is what its surface cannot supply.
        var cell = Cell(set, doubleLayer);
        var volts = cell.AdvanceCurrent(-30e-3, 600);
        Assert.AreEqual(-30e-3 * cell.SeriesOhms, volts, 1e-9);
        Assert.IsLessThan(1.05, cell.MeanComposition);
        // It comes back when charged.
        Assert.IsGreaterThan(3, cell.AdvanceCurrent(0.1 * Procedures.OneCAmperes, 7200));
    }

    [TestMethod]
    [DataRow("ncm523-lpo")]
    [DataRow("ncm523-pristine")]
    public void Overcharge_ThirtyMilliamperes_StaysBelowTheUpperRail(string set)
    {
        var cell = Cell(set, true);
        var volts = cell.AdvanceCurrent(30e-3, 600);
        Assert.AreEqual(5.5 + 30e-3 * cell.SeriesOhms, volts, 1e-9);
        Assert.IsGreaterThan(-0.6, cell.MeanComposition);
    }

    [TestMethod]
    public void Short_ToZeroVolts_IsLimitedByTheFilmThenByDiffusion()
    {
        var cell = new HalfCell(HalfCellParameters.Coated, HalfCellGeometry.Reference, new() { StartComposition = 0.4 });
        var first = cell.AdvanceVoltage(0, 1e-6);
        Assert.AreEqual(-cell.EquilibriumVoltsAt(0.4) / cell.SeriesOhms, first, 0.01);
        var later = cell.AdvanceVoltage(0, 10);
        Assert.IsLessThan(0.5 * Math.Abs(first), Math.Abs(later));
        Assert.IsLessThan(0, later);
        var end = cell.AdvanceVoltage(0, 1e6);
        Assert.IsLessThan(1e-6, Math.Abs(end));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Reversed_MinusFiveVolts_FlowsThroughTheSeriesPath(bool lithium)
    {
        var cell = Cell("ncm523-lpo", true, lithium);
        var amperes = cell.AdvanceVoltage(-5, 60);
        Assert.AreEqual(-5, cell.TerminalVolts(amperes), 1e-6);
        Assert.IsLessThan(-0.1, amperes);
    }

    [TestMethod]
    public void NoResistanceAtAll_PotentiostatJump_StaysFinite()
    {
        var bare = HalfCellParameters.Coated with { FilmOhmSquareMeters = 0 };
        foreach (var doubleLayer in new[] { true, false })
        {
            var cell = new HalfCell(bare, HalfCellGeometry.Reference, new() { DoubleLayer = doubleLayer });
            Assert.IsTrue(double.IsFinite(cell.AdvanceVoltage(4.2, 0.05)));
            Assert.IsTrue(double.IsFinite(cell.AdvanceVoltage(2.0, 3600)));
            Assert.IsTrue(double.IsFinite(cell.AdvanceVoltage(-2.0, 1)));
        }
    }

    [TestMethod]
    public void AnyProgramme_OfWildCurrentsAndVoltages_StaysFiniteAndEnds() =>
        Gen.Select(Gen.Bool.Select(coated => coated ? "ncm523-lpo" : "ncm523-pristine"), Gen.Bool, Gen.Bool,
            Gen.Select(Gen.Bool, Gen.Double[-1, 1], Gen.Double[-7, 3.5]).Array[1, 10]).Sample((set, doubleLayer, lithium, programme) =>
        {
            var cell = Cell(set, doubleLayer, lithium);
            foreach (var (isCurrent, target, decade) in programme)
            {
                var seconds = Math.Pow(10, decade);
                var result = isCurrent ? cell.AdvanceCurrent(target * 30e-3, seconds) : cell.AdvanceVoltage(target * 6, seconds);
                if (!double.IsFinite(result) || !double.IsFinite(cell.OpenCircuitVolts) || cell.MeanComposition is < -0.7 or > 1.05
                    || cell.SurfaceVolts is < 0 or > 5.5 || !double.IsFinite(cell.SurfaceComposition))
                {
                    return false;
                }
            }
            return true;
        }, iter: 60, threads: 1);

    [TestMethod]
    public void NotANumber_OrEndlessTime_IsRefused()
    {
        var cell = Cell("ncm523-lpo", true);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => cell.AdvanceCurrent(double.NaN, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => cell.AdvanceVoltage(double.PositiveInfinity, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => cell.AdvanceCurrent(0, 1e9));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => cell.AdvanceCurrent(0, -1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => cell.TerminalVolts(double.NaN));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => cell.TemperatureCelsius = 500);
    }
}
