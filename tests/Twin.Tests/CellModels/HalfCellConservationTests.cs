using CsCheck;

namespace CoinRig.Twin.Tests;

[TestClass]
public sealed class HalfCellConservationTests
{
    static readonly Gen<(double Amperes, double Seconds)[]> Programmes =
        Gen.Select(Gen.Double[-1e-3, 1e-3], Gen.Double[1e-3, 300]).Array[1, 12];

    static readonly Gen<HalfCellParameters> Sets = Gen.Bool.Select(coated => coated ? HalfCellParameters.Coated : HalfCellParameters.Pristine);

    [TestMethod]
    public void Charge_AnyProgrammeOfCurrents_IsInTheHostOrInTheDoubleLayer() =>
        Gen.Select(Sets, Programmes, Gen.Bool).Sample((set, programme, doubleLayer) =>
        {
            var cell = new HalfCell(set, HalfCellGeometry.Reference, new() { StartComposition = 0.6, DoubleLayer = doubleLayer, Ageing = false });
            var (composition, surface, charge) = (cell.MeanComposition, cell.SurfaceVolts, 0.0);
            foreach (var (amperes, seconds) in programme)
            {
                cell.AdvanceCurrent(amperes, seconds);
                charge += amperes * seconds;
                if (cell.SurfaceVolts is <= 0 or >= 5.5)
                {
                    // At a rail the side reaction takes its share.
                    return true;
                }
            }
            var stored = cell.Capacity * (composition - cell.MeanComposition) + cell.DoubleLayerFarads * (cell.SurfaceVolts - surface);
            return Math.Abs(stored - charge) < 1e-10;
        }, iter: 60, threads: 1);

    [TestMethod]
    public void Potentiostat_CurrentItFound_HoldsItsVoltage() =>
        Gen.Select(Sets, Gen.Double[2.5, 4.4], Gen.Double[0.01, 1000], Gen.Bool, Gen.Bool).Sample((set, volts, seconds, doubleLayer, lithium) =>
        {
            var cell = new HalfCell(set, HalfCellGeometry.Reference, new() { StartComposition = 0.5, DoubleLayer = doubleLayer, LithiumElectrode = lithium });
            var amperes = cell.AdvanceVoltage(volts, seconds);
            return Math.Abs(cell.TerminalVolts(amperes) - volts) < 1e-6;
        }, iter: 60, threads: 1);

    [TestMethod]
    public void CurrentAndVoltage_OneAfterTheOther_RetraceEachOther() =>
        Gen.Select(Sets, Gen.Double[-4e-4, 4e-4], Gen.Bool).Sample((set, amperes, doubleLayer) =>
        {
            // The voltages that a galvanostat saw, held by a potentiostat on a twin of the cell, draw the same current.
            var options = new HalfCellOptions { StartComposition = 0.5, DoubleLayer = doubleLayer };
            var (galvanostat, potentiostat) = (new HalfCell(set, HalfCellGeometry.Reference, options), new HalfCell(set, HalfCellGeometry.Reference, options));
            var found = 0.0;
            for (var i = 0; i < 600; i++)
            {
                found = potentiostat.AdvanceVoltage(galvanostat.AdvanceCurrent(amperes, 0.1), 0.1);
            }
            return Math.Abs(found - amperes) < 1e-3 * Math.Abs(amperes) + 1e-8
                && Math.Abs(galvanostat.MeanComposition - potentiostat.MeanComposition) < 1e-5;
        }, iter: 30, threads: 1);

    [TestMethod]
    public void TerminalVolts_AnyCurrent_LeavesTheStateAsItIs()
    {
        var (asked, left) = (new HalfCell(HalfCellParameters.Coated, HalfCellGeometry.Reference), new HalfCell(HalfCellParameters.Coated, HalfCellGeometry.Reference));
        foreach (var amperes in new[] { 1e-4, -3e-2, 3e-2, 0, 1e-3 })
        {
            asked.TerminalVolts(amperes);
            _ = asked.OpenCircuitVolts;
            asked.AdvanceVoltage(3.9, 0);
            Assert.AreEqual(left.AdvanceCurrent(1e-4, 1), asked.AdvanceCurrent(1e-4, 1));
        }
    }

    [TestMethod]
    public void Rest_Equilibrated_StaysExactlyWhereItIs()
    {
        var cell = new HalfCell(HalfCellParameters.Coated, HalfCellGeometry.Reference);
        var volts = cell.OpenCircuitVolts;
        cell.AdvanceCurrent(0, 1e6);
        Assert.AreEqual(volts, cell.OpenCircuitVolts);
        Assert.AreEqual(0.975, cell.MeanComposition, 1e-15);
    }

    [TestMethod]
    public void Rest_AfterAPulse_EndsAtTheOpenCircuitVoltageOfTheMean()
    {
        var cell = new HalfCell(HalfCellParameters.Coated, HalfCellGeometry.Reference, new() { StartComposition = 0.5 });
        cell.AdvanceCurrent(Procedures.OneCAmperes, 300);
        cell.AdvanceCurrent(0, 1e5);
        Assert.AreEqual(cell.EquilibriumVoltsAt(cell.MeanComposition), cell.OpenCircuitVolts, 1e-8);
    }

    [TestMethod]
    public void Steps_OfTwoAlternatingLengths_AllocateNothing()
    {
        var cell = new HalfCell(HalfCellParameters.Coated, HalfCellGeometry.Reference);
        Scan(cell, 100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Scan(cell, 1000);
        Assert.AreEqual(before, GC.GetAllocatedBytesForCurrentThread());

        static void Scan(HalfCell cell, int scans)
        {
            for (var i = 0; i < scans; i++)
            {
                cell.AdvanceCurrent(1e-4, 0.06);
                cell.AdvanceVoltage(cell.TerminalVolts(1e-4), 0.04);
            }
        }
    }
}
