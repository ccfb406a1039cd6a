namespace CoinRig.Twin.Tests;

/// <summary>What a conversion shows of a signal that moves in its window, against the exact solution, and what it costs in calls to the cell.</summary>
[TestClass]
public sealed class WindowTests
{
    const byte VoltageMux = 0x01, CurrentMux = 0x23;
    const double Settling = (1205 * 256 + 64) / 7.68e6;

    [TestMethod]
    public void Reading_StraightAfterACurrentStep_IsTheMeanOfTheWindow()
    {
        const double series = 10, parallel = 500, tau = 0.05;
        var host = new RawHost(new DummyCell(3.7, series, parallel, tau / parallel));
        host.ConnectForCurrent();
        host.Wait(1);
        var before = host.Channel.CellAmperes;
        host.WriteDac(60000);
        var written = host.Clock.Nanoseconds;
        var amperes = host.Channel.CellAmperes;
        host.Start();
        host.WaitReady();
        var end = (host.Clock.Nanoseconds - written) * 1e-9;
        var start = end - Settling;
        var mean = 1 - tau / Settling * (Math.Exp(-start / tau) - Math.Exp(-end / tau));
        var volts = 3.7 + amperes * series + parallel * (before + (amperes - before) * mean);
        var truth = host.Channel.Truth;
        // The anti-alias filter of 0.1 ms holds the step back: 0.25 % of it in a window of 40 ms.
        var expected = 0.5 * (volts - truth.VoltageOffsetVolts) / truth.VoltageGain;
        Assert.AreEqual(expected, host.Read() * 5.0 / 0x7FFFFF, 0.005 * 0.5 * (amperes - before) * (series + parallel));
    }

    [TestMethod]
    public void Reading_LongAfterAStep_IsTheValueAtTheCentreOfTheWindow()
    {
        const double parallel = 500, tau = 10;
        var host = new RawHost(new DummyCell(3.7, 10, parallel, tau / parallel));
        host.ConnectForCurrent();
        host.WriteDac(60000);
        var written = host.Clock.Nanoseconds;
        var amperes = host.Channel.CellAmperes;
        host.Wait(5);
        host.Start();
        host.WaitReady();
        var centre = (host.Clock.Nanoseconds - written) * 1e-9 - Settling / 2;
        var volts = 3.7 + amperes * 10 + parallel * amperes * (1 - Math.Exp(-centre / tau));
        var truth = host.Channel.Truth;
        Assert.AreEqual(0.5 * (volts - truth.VoltageOffsetVolts) / truth.VoltageGain, host.Read() * 5.0 / 0x7FFFFF, 40e-6);
    }

    [TestMethod]
    [DataRow(false, 1.01)]
    [DataRow(true, 2.01)]
    public void Scan_InTheSteadyState_AsksTheCellNoMoreThanTwice(bool isPotentiostat, double most)
    {
        const int scans = 200;
        var cell = new ResistorCell(3.7, 1000);
        var host = new RawHost(cell);
        host.Set(19, true);
        host.Set(13, isPotentiostat);
        ushort code = isPotentiostat ? (ushort)49000 : (ushort)40000;
        host.WriteDac(code);
        host.Set(6, true);
        host.Set(5, true);
        host.Wait(10);
        // The short steps after the change are taken here.
        host.Convert(VoltageMux);
        host.Convert(CurrentMux);
        var calls = cell.Calls;
        for (var i = 0; i < scans; i++)
        {
            var due = host.Clock.Nanoseconds + 100_000_000;
            host.Convert(VoltageMux);
            host.Convert(CurrentMux);
            host.WriteDac(isPotentiostat ? (ushort)(code + i % 2) : code);
            host.Clock.WaitUntil(due);
        }
        Assert.IsLessThanOrEqualTo(most, (cell.Calls - calls) / (double)scans);
    }

    [TestMethod]
    public void Run_OfTheSameSeed_GivesTheSameCodes_AndOfAnotherDoesNot()
    {
        double[] Run(long seed)
        {
            var host = new RawHost(new DummyCell(3.7, 10, 50, 2e-3), seed);
            host.ConnectForCurrent();
            host.WriteDac(50000);
            return [.. Enumerable.Range(0, 20).SelectMany(_ => new[] { host.Convert(VoltageMux), host.Convert(CurrentMux) })];
        }
        CollectionAssert.AreEqual(Run(3), Run(3));
        CollectionAssert.AreNotEqual(Run(3), Run(4));
    }
}
