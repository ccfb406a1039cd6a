using CoinRig.Clock;
using CoinRig.Firmware;

namespace CoinRig.SupervisorRuns;

/// <summary>
/// Hours without a fault: nothing may trip. Scans come late as on an ordinary Linux, bytes wait in a USB adapter and one in a million is spoiled, the two crystals
/// differ, the ESP32's ADC is noisy, and the cell is cycled. Both counters of the heartbeat wrap: its number after 1.8 h, the gateway's milliseconds somewhere in each run.
/// </summary>
static class HealthyHours
{
    /// <summary>How it ends where nothing trips.</summary>
    internal const string Closed = "closed";

    const int HoursAtATime = 10, ScansPerHour = 36_000, ScansPerCycle = 36_000;
    const double UsualBadPart = 1e-6;
    const long Millisecond = RigClockExtensions.Millisecond, WrapMilliseconds = 1L << 32;
    const long LongestLateness = 60 * Millisecond, UsualLateness = Millisecond / 5, LongestAdapterDelay = 16 * Millisecond, LongestLineDelay = 5 * Millisecond;

    /// <summary>So many hours, in runs of at most 10, each of another seed.</summary>
    internal static HealthyRun[] Run(int hours) => [.. Enumerable.Range(1, (hours + HoursAtATime - 1) / HoursAtATime).AsParallel().AsOrdered()
        .Select(seed => Run(Math.Min(HoursAtATime, hours - (seed - 1) * HoursAtATime), seed))];

    /// <summary>One run.</summary>
    internal static HealthyRun Run(double hours, int seed, double badPart = UsualBadPart)
    {
        var bench = new Bench(seed);
        var random = new Random(seed);
        var scans = (long)(hours * ScansPerHour);
        var wrapsAfter = random.NextInt64(scans * GatewayStub.ScanNanoseconds);
        var clock = new GatewayClock(bench.Clock, WrapMilliseconds * Millisecond - wrapsAfter, random.Next(-200, 201));
        bench.Clock.WaitUntil(RigClockExtensions.Second);
        var gateway = new GatewayStub(bench, (ushort)random.Next(1, 65536), clock);
        gateway.TryClose();
        gateway.Scan();
        (bench.Up.BadPart, bench.Down.BadPart) = (badPart, badPart);
        var (up, down) = (random.NextInt64(LongestLineDelay), random.NextInt64(LongestLineDelay));
        var start = bench.Clock.Nanoseconds;
        var done = 0L;
        for (; done < scans && bench.HasSupply; done++)
        {
            bench.CellMillivolts = 2500 + (int)Math.Abs(done % ScansPerCycle - ScansPerCycle / 2) / 11;
            (bench.Up.DelayNanoseconds, bench.Down.DelayNanoseconds) = (up + random.NextInt64(LongestAdapterDelay), down + random.NextInt64(LongestAdapterDelay));
            var late = random.NextInt64(random.Next(100) == 0 ? LongestLateness : UsualLateness);
            bench.Clock.WaitUntil(start + (done + 1) * GatewayStub.ScanNanoseconds + late);
            gateway.Beat();
        }
        return new(seed, done / (double)ScansPerHour, bench.HasSupply ? Closed : Names.Of(bench.Firmware.Supervisor!.Cause), bench.Up.Spoiled + bench.Down.Spoiled);
    }
}
