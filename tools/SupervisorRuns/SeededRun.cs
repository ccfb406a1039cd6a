using CoinRig.Clock;
using CoinRig.Firmware;
using SupervisorState = CoinRig.Firmware.SupervisorState;
using TripCause = CoinRig.Firmware.TripCause;

namespace CoinRig.SupervisorRuns;

/// <summary>One run under one seed: what went wrong in it, how long the coils had supply afterwards, and what must not be.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Fault">What went wrong.</param>
/// <param name="Cause">Why the supervisor was tripped at the end.</param>
/// <param name="AfterBeat">Longest time with supply after the last good heartbeat, ns.</param>
/// <param name="AfterCrossing">After a reading beyond a limit, ns; below 0 for none.</param>
/// <param name="Wrong">What must not be.</param>
sealed record SeededRun(int Seed, Fault Fault, TripCause Cause, long AfterBeat, long AfterCrossing, IReadOnlyList<string> Wrong)
{
    /// <summary>A reed relay lets go within this once its coil has no supply, ns.</summary>
    const long ReleaseNanoseconds = 5 * RigClockExtensions.Millisecond;

    const long AfterBeatAllowed = 500 * RigClockExtensions.Millisecond - ReleaseNanoseconds;
    const long AfterCrossingAllowed = 100 * RigClockExtensions.Millisecond - ReleaseNanoseconds;
    const long PulseAllowed = 100 * RigClockExtensions.Millisecond;

    internal static SeededRun Of(int seed)
    {
        var random = new Random(seed);
        var faults = Enum.GetValues<Fault>();
        var fault = faults[seed % faults.Length];
        var bench = new Bench(seed);
        bench.Up.DelayNanoseconds = random.Next(0, 10_000_000);
        bench.Down.DelayNanoseconds = random.Next(0, 10_000_000);
        bench.Up.BadPart = bench.Down.BadPart = random.Next(3) == 0 ? 1e-4 : 0;
        var wrong = new List<string>();
        bench.Clock.WaitUntil(RigClockExtensions.Second);
        var gateway = new GatewayStub(bench, (ushort)random.Next(1, 65536));
        for (var attempt = 0; attempt < 5 && !gateway.TryClose(); attempt++)
        {
            bench.Firmware.Supervisor!.PressButton(0);
            gateway = new GatewayStub(bench, (ushort)random.Next(1, 65536));
        }
        bench.ForgetSupply();
        var start = bench.Clock.Nanoseconds;
        var end = start + 6 * RigClockExtensions.Second;
        var plan = new FaultPlan(bench, fault, random);
        bench.EventDue = start + random.NextInt64(RigClockExtensions.Second, 2 * RigClockExtensions.Second);
        bench.Event = () => plan.Strike(gateway);
        if (bench.Firmware.Supervisor!.State != SupervisorState.Closed)
        {
            wrong.Add("a healthy start was refused");
        }
        plan.Carry(gateway, end);
        var cause = bench.Firmware.Supervisor?.Cause ?? TripCause.None;
        Judge(bench, plan, fault, cause, wrong);
        return new(seed, fault, cause, bench.LongestAfterBeat, bench.CrossedAt == long.MaxValue ? -1 : Math.Max(0, bench.LongestAfterCrossing), wrong);
    }

    static void Judge(Bench bench, FaultPlan plan, Fault fault, TripCause cause, List<string> wrong)
    {
        var isHung = fault == Fault.FirmwareHangs;
        Check(bench.LongestAfterBeat <= AfterBeatAllowed + (isHung ? PulseAllowed : 0), $"supply {bench.LongestAfterBeat / 1e6:0.0} ms after the last good heartbeat");
        Check(bench.LongestAfterCrossing <= AfterCrossingAllowed, $"supply {bench.LongestAfterCrossing / 1e6:0.0} ms after a reading beyond a limit");
        Check(bench.LongestAfterHang <= PulseAllowed, $"supply {bench.LongestAfterHang / 1e6:0.0} ms after the firmware hung");
        Check(plan.Expected.Contains(cause), $"cause {cause}, expected one of {string.Join(", ", plan.Expected)}");
        Check(!plan.MustOpen || !bench.HasSupply, "the coils still have supply at the end");
        Check(!bench.HasReturned, "the coils got their supply again unasked");
        Check(fault != Fault.None || bench.HasSupply, "opened without a fault");

        void Check(bool isRight, string otherwise)
        {
            if (!isRight)
            {
                wrong.Add(otherwise);
            }
        }
    }
}
