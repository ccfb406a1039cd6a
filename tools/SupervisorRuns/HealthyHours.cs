using CoinRig.Clock;
using CoinRig.Firmware;

namespace CoinRig.SupervisorRuns;

/// <summary>Hours without a fault: nothing may trip.</summary>
static class HealthyHours
{
    /// <returns>How it ended: "closed" where nothing tripped.</returns>
    internal static string Run(double hours, int seed)
    {
        var bench = new Bench(seed);
        bench.Clock.WaitUntil(RigClockExtensions.Second);
        var gateway = new GatewayStub(bench, (ushort)seed);
        gateway.TryClose();
        gateway.Scan();
        var scans = (long)(hours * 36_000);
        for (var i = 0L; i < scans && bench.HasSupply; i++)
        {
            // The cell goes between its limits in half an hour, as in cycling.
            bench.CellMillivolts = 2500 + (int)Math.Abs(i % 36_000 - 18_000) / 11;
            gateway.Scan();
        }
        return bench.HasSupply && bench.Clock.Nanoseconds >= scans * GatewayStub.ScanNanoseconds ? "closed" : Names.Of(bench.Firmware.Supervisor!.Cause);
    }
}
