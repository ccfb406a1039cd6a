using CsCheck;

namespace CoinRig.Twin.Tests;

/// <summary>A cell behind a source with a resistance: Ohm's law, the exact RC solution, and the same cell under the current or voltage that was found.</summary>
[TestClass]
public sealed class CellBehindSourceTests
{
    static readonly Gen<double> Resistances = Gen.Double[0, 3.7].Select(decades => Math.Pow(10, decades));

    static HalfCell Half(bool coated, bool doubleLayer = true, bool lithium = false) => new(
        coated ? HalfCellParameters.Coated : HalfCellParameters.Pristine, HalfCellGeometry.Reference,
        new() { StartComposition = 0.5, DoubleLayer = doubleLayer, LithiumElectrode = lithium, Ageing = false });

    [TestMethod]
    public void Resistor_TakesWhatOhmsLawSays()
    {
        Assert.AreEqual(0.5 / 10e3, new Twin.ResistorCell(3.5, 9.5e3).AdvanceSource(4, 500, 1), 1e-15);
    }

    [TestMethod]
    [DataRow(1.0)]
    [DataRow(500.0)]
    [DataRow(5000.0)]
    public void Dummy_AfterAStepOfTheSource_FollowsTheExactSolution(double sourceOhms)
    {
        // I = dU/T (1 + R1/Rs exp(-t T/(R1 Rs C1))) with Rs = R0 + source and T = Rs + R1.
        const double rise = 0.3, parallel = 50, farads = 2e-3;
        var inSeries = 10 + sourceOhms;
        var total = inSeries + parallel;
        var cell = new DummyCell(3.7, 10, parallel, farads);
        Assert.AreEqual(rise / inSeries, cell.AdvanceSource(3.7 + rise, sourceOhms, 0), 1e-15);
        var seconds = 0.0;
        foreach (var step in (double[])[1e-4, 3e-3, 20e-3, 0.1])
        {
            seconds += step;
            var expected = rise / total * (1 + parallel / inSeries * Math.Exp(-seconds * total / (parallel * inSeries * farads)));
            Assert.AreEqual(expected, cell.AdvanceSource(3.7 + rise, sourceOhms, step), 1e-12 * rise);
        }
    }

    [TestMethod]
    public void Dummy_DrivenWithTheCurrentThatWasFound_StandsAtTheSourceLessTheDrop() =>
        Gen.Select(Resistances, Gen.Double[3, 4.5], Gen.Double[1e-4, 1]).Sample((ohms, source, seconds) =>
        {
            var cell = new DummyCell(3.7, 10, 50, 2e-3);
            var amperes = cell.AdvanceSource(source, ohms, seconds);
            return Math.Abs(cell.TerminalVolts(amperes) + amperes * ohms - source) < 1e-12;
        });

    [TestMethod]
    public void HalfCell_AnySourceAndStep_MeetsTheLoadLine() =>
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Resistances, Gen.Double[2.5, 4.6], Gen.Double[1e-4, 100]).Sample((coated, doubleLayer, lithium, ohms, source, seconds) =>
        {
            var cell = Half(coated, doubleLayer, lithium);
            var amperes = cell.AdvanceSource(source, ohms, seconds);
            return Math.Abs(cell.TerminalVolts(amperes) + amperes * ohms - source) < 1e-6;
        }, iter: 200, threads: 1);

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void HalfCell_BehindNothing_IsUnderAPotentiostat(bool coated)
    {
        var (held, behind) = (Half(coated), Half(coated));
        foreach (var (volts, seconds) in ((double, double)[])[(3.9, 1e-3), (3.9, 10), (3.7, 0.1), (3.7, 300)])
        {
            var amperes = held.AdvanceVoltage(volts, seconds);
            Assert.AreEqual(amperes, behind.AdvanceSource(volts, 1e-6, seconds), 1e-5 * Math.Abs(amperes));
        }
    }

    [TestMethod]
    [DataRow(true, 500.0)]
    [DataRow(true, 5000.0)]
    [DataRow(false, 500.0)]
    [DataRow(false, 5000.0)]
    public void HalfCell_UnderTheCurrentsThatWereFound_RetracesItself(bool coated, double ohms)
    {
        var (behind, galvanostat) = (Half(coated), Half(coated));
        var source = behind.OpenCircuitVolts + 60e-6 * ohms;
        for (var i = 0; i < 600; i++)
        {
            var amperes = behind.AdvanceSource(source, ohms, 0.1);
            var volts = galvanostat.AdvanceCurrent(amperes, 0.1);
            // The double layer, with its time constant of up to 4 ms, has long followed when the first 0.1 s are over.
            Assert.AreEqual(source - amperes * ohms, volts, i < 5 ? 0.2e-3 : 20e-6, $"step {i}");
        }
        Assert.AreEqual(behind.MeanComposition, galvanostat.MeanComposition, 1e-6);
    }

    [TestMethod]
    [DataRow(1.0, 0.016)]
    [DataRow(5000.0, 1e-3)]
    public void HalfCell_CoarseSteps_EndWhereFineOnesDo(double ohms, double part)
    {
        // Sub-steps of an eighth of the time since the change miss 1.3 % of a diffusion current, as behind a potentiostat; a resistance hides that.
        var (coarse, fine) = (Half(true), Half(true));
        var source = coarse.OpenCircuitVolts + 60e-6 * (ohms + 100);
        var found = coarse.AdvanceSource(source, ohms, 20);
        var expected = 0.0;
        for (var i = 0; i < 20_000; i++)
        {
            expected = fine.AdvanceSource(source, ohms, 1e-3);
        }
        Assert.AreEqual(expected, found, part * expected);
        Assert.AreEqual(fine.MeanComposition, coarse.MeanComposition, 1e-2 * Math.Abs(0.5 - fine.MeanComposition));
    }

    [TestMethod]
    public void HalfCell_StiffFirstStep_DoesNotOvershoot()
    {
        // The double layer behind 1 ohm relaxes in less than a millisecond; one step of ten seconds is still between start and source.
        var cell = Half(true);
        var before = cell.OpenCircuitVolts;
        var amperes = cell.AdvanceSource(before + 0.1, 1, 10);
        Assert.IsInRange(before, before + 0.1, cell.TerminalVolts(amperes));
        Assert.IsGreaterThan(0, amperes);
    }

    [TestMethod]
    public void HalfCell_SurfaceAtItsRail_TakesWhatTheResistanceLetsThrough()
    {
        // Discharged, and drawn on by a source far below: the surface stands at 0 V.
        var cell = new HalfCell(HalfCellParameters.Coated, HalfCellGeometry.Reference);
        var amperes = cell.AdvanceSource(-5, 1, 600);
        Assert.AreEqual(-5 / (1 + cell.SeriesOhms), amperes, 1e-9);
    }

    [TestMethod]
    public void HalfCell_ResistanceThatCannotBe_IsRefused()
    {
        foreach (var ohms in (double[])[-1, double.NaN, double.PositiveInfinity])
        {
            StringAssert.Contains(Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Half(true).AdvanceSource(3.7, ohms, 1)).Message, "0 ohm or more");
        }
    }

    [TestMethod]
    public void HalfCell_Steps_AllocateNothing()
    {
        var cell = Half(true);
        Scan(cell, 100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Scan(cell, 1000);
        Assert.AreEqual(before, GC.GetAllocatedBytesForCurrentThread());

        static void Scan(HalfCell cell, int scans)
        {
            for (var i = 0; i < scans; i++)
            {
                cell.AdvanceSource(4.1, 5000, 0.06);
                cell.AdvanceSource(4.1 + (i & 1) * 76e-6, 5000, 0.04);
            }
        }
    }
}
