using CoinRig.Control;

namespace CoinRig.Gateway.Tests;

/// <summary>A scan, from the pins to the ring, allocates nothing, whatever the step does: so nothing that is collected holds one up.</summary>
[TestClass]
public sealed class ScanAllocationTests
{
    const int Scans = 600;

    [TestMethod]
    [DataRow("Charge at C/20 for 2 hours")]
    [DataRow("Rest for 2 hours")]
    [DataRow("{step: constant_voltage, voltage: 3.55 V, largest_current: 0.9 mA, until: [time > 2 h]}")]
    [DataRow("{step: linear_sweep, rate: 0.05 mV/s, start: open_circuit, end: 3.9 V, largest_current: 0.9 mA}")]
    [DataRow("{step: constant_power, power: 0.1 mW, until: [time > 2 h]}")]
    public void Scan_InSteadyState_AllocatesNothing(string step)
    {
        foreach (var board in (string[])["reference", "waveshare-series-shunt"])
        {
            using var bench = new TwinBench($"name: steady\nrecord: {{dt: 0.1 s}}\nsteps:\n  - {step}\n", board: board, capacity: 16384);
            // The bench's own list of what its pins did.
            bench.Twin.PinChanged = null;
            // Until code is compiled for good, ramps are over and the gain of the ADC has found its place.
            bench.RunFor(300);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Scans; i++)
            {
                bench.Clock.WaitUntil(bench.Run.NextDue);
                bench.Run.Scan();
            }
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.AreEqual(RunState.Running, bench.Run.Live.State, bench.Run.Message);
            Assert.AreEqual(0, allocated / (double)Scans, $"{board}, {step}: bytes a scan");
        }
    }
}
