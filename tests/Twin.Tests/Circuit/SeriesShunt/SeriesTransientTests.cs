using CoinRig.Clock;

namespace CoinRig.Twin.Tests;

/// <summary>Transients behind the shunt against exact solutions, as the cell and as the ADC see them, and what a scan costs.</summary>
[TestClass]
public sealed class SeriesTransientTests
{
    const double Series = 10, Parallel = 500, Farads = 1e-4;
    const int WritesAScan = 10;
    const double Settling = (1205 * 256 + 64) / 7.68e6;

    static RawHost Connected(ICellModel cell)
    {
        var host = SeriesHost.Open(cell);
        host.PowerDown(SeriesHost.HighImpedance);
        host.Range(1);
        host.Relay(true);
        return host;
    }

    [TestMethod]
    public void Dummy_AfterAStepOfTheSource_FollowsTheExactSolution()
    {
        var host = Connected(new DummyCell(3.7, Series, Parallel, Farads));
        host.Wait(1);
        host.WriteDac(SeriesHost.Code(4));
        var written = host.Clock.Nanoseconds;
        var inSeries = SeriesHost.OutputOhms + host.ShuntOhms(1) + Series;
        var rise = host.Channel.CellAmperes * inSeries;
        Assert.AreEqual(host.SourceVolts(SeriesHost.Code(4)) - 3.7, rise, 1e-3);
        var total = inSeries + Parallel;
        foreach (var wait in (double[])[1e-3, 5e-3, 20e-3, 50e-3, 1])
        {
            host.Wait(wait);
            var seconds = (host.Clock.Nanoseconds - written) * 1e-9;
            var amperes = rise / total * (1 + Parallel / inSeries * Math.Exp(-seconds * total / (inSeries * Parallel * Farads)));
            // Steps lie on a grid of 10 us, and the write itself took 4 us.
            Assert.AreEqual(amperes, host.Channel.CellAmperes, 1e-3 * amperes);
            Assert.AreEqual(host.SourceVolts(SeriesHost.Code(4)) - amperes * (SeriesHost.OutputOhms + host.ShuntOhms(1)), host.Channel.CellVolts, 2e-3);
        }
    }

    [TestMethod]
    public void Reading_StraightAfterAStep_IsTheMeanOfItsWindow()
    {
        var host = Connected(new DummyCell(3.7, Series, Parallel, Farads));
        host.Wait(1);
        host.WriteDac(SeriesHost.Code(4));
        var written = host.Clock.Nanoseconds;
        var inSeries = SeriesHost.OutputOhms + host.ShuntOhms(1) + Series;
        var rise = host.Channel.CellAmperes * inSeries;
        var total = inSeries + Parallel;
        var tau = inSeries * Parallel * Farads / total;
        host.Start(SeriesHost.CurrentMux);
        host.WaitReady();
        var end = (host.Clock.Nanoseconds - written) * 1e-9;
        var mean = rise / total * (1 + Parallel / inSeries * tau / Settling * (Math.Exp(-(end - Settling) / tau) - Math.Exp(-end / tau)));
        var truth = host.Channel.Truth.Ranges[1];
        var reading = truth.Gain * host.Read() * 5.0 / 0x7FFFFF / SeriesHost.NominalOhms1 + truth.OffsetAmperes;
        // The anti-alias filter holds 0.1 ms of the jump back: 0.25 % of a window.
        Assert.AreEqual(mean, reading, 0.004 * rise / inSeries);
    }

    [TestMethod]
    public void HalfCell_UnderASteadySource_RelaxesTowardsIt_AndTheChargeIsItsOwn()
    {
        var cell = new HalfCell(HalfCellParameters.Coated, HalfCellGeometry.Reference, new() { StartComposition = 0.5 });
        var host = Connected(cell);
        var (before, surface) = (cell.MeanComposition, cell.SurfaceVolts);
        host.WriteDac(SeriesHost.Code(4));
        host.Wait(600);
        var amperes = host.Channel.CellAmperes;
        Assert.AreEqual(host.SourceVolts(SeriesHost.Code(4)) - amperes * (SeriesHost.OutputOhms + host.ShuntOhms(1)), host.Channel.CellVolts, 1e-3);
        var stored = cell.Capacity * (before - cell.MeanComposition) + cell.DoubleLayerFarads * (cell.SurfaceVolts - surface);
        Assert.AreEqual(stored, host.Channel.CellCoulombs, 2e-3 * stored);
    }

    [TestMethod]
    public void Rest_OfADummy_IsItsOwnTimeConstant_WithTheRelayOpenOrTheDacInHighImpedance()
    {
        foreach (var isOpen in (bool[])[true, false])
        {
            var cell = new DummyCell(3.7, Series, Parallel, 1e-3);
            var host = Connected(cell);
            host.WriteDac(SeriesHost.Code(4));
            host.Wait(2);
            host.PowerDown(SeriesHost.HighImpedance);
            if (isOpen)
            {
                host.Relay(false);
            }
            var (start, volts) = (host.Clock.Nanoseconds, host.Channel.CellVolts - 3.7);
            Assert.IsGreaterThan(0.1, volts);
            host.Wait(0.5);
            var seconds = (host.Clock.Nanoseconds - start) * 1e-9;
            Assert.AreEqual(volts * Math.Exp(-seconds / (Parallel * 1e-3)), host.Channel.CellVolts - 3.7, 1e-4 * volts);
        }
    }

    [TestMethod]
    public void Scan_InTheSteadyState_AsksTheCellForThreeSteps()
    {
        var cell = new ResistorCell(3.7, 1000);
        var host = Connected(cell);
        host.WriteDac(SeriesHost.Code(4));
        host.Wait(10);
        Scan(host, 50);
        var calls = cell.Calls;
        Scan(host, 200);
        // A step for each conversion and one for the write; a write of the DAC asks for the cell's voltage and for the first instant, too.
        Assert.IsLessThanOrEqualTo(5.01, (cell.Calls - calls) / 200.0);
    }

    [TestMethod]
    public void Scan_InTheSteadyState_AllocatesNoMoreThanItsGpioCallsDo()
    {
        var host = Connected(new HalfCell(HalfCellParameters.Coated, HalfCellGeometry.Reference, new() { StartComposition = 0.5 }));
        host.WriteDac(SeriesHost.Code(4));
        host.Wait(10);
        Scan(host, 50);
        var write = Allocated(() => host.Set(27, true));
        Assert.AreEqual(200 * WritesAScan * write, Allocated(() => Scan(host, 200)));

        static long Allocated(Action action)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [TestMethod]
    public void Run_OfTheSameSeed_GivesTheSameCodes_AndOfAnotherDoesNot()
    {
        double[] Run(long seed)
        {
            var host = SeriesHost.Open(new DummyCell(3.7, 10, 50, 2e-3), seed);
            host.WriteDac(SeriesHost.Code(4));
            host.Relay(true);
            return [.. Enumerable.Range(0, 20).SelectMany(_ => new[] { host.Convert(SeriesHost.VoltageMux), host.Convert(SeriesHost.CurrentMux) })];
        }
        CollectionAssert.AreEqual(Run(3), Run(3));
        CollectionAssert.AreNotEqual(Run(3), Run(4));
    }

    static void Scan(RawHost host, int scans)
    {
        for (var i = 0; i < scans; i++)
        {
            var due = host.Clock.Nanoseconds + 100_000_000;
            host.Convert(SeriesHost.VoltageMux);
            host.Convert(SeriesHost.CurrentMux);
            host.WriteDac((ushort)(SeriesHost.Code(4) + i % 2));
            host.Clock.WaitUntil(due);
        }
    }
}
