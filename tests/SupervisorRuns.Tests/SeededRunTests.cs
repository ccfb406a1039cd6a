using CoinRig.Clock;
using CoinRig.Supervision;

namespace CoinRig.SupervisorRuns.Tests;

/// <summary>A small part of what tools/supervisor-runs does, and the gateway's client against the firmware itself.</summary>
[TestClass]
public sealed class SeededRunTests
{
    [TestMethod]
    public void Faults_EachUnderFiftySeeds_OpenInTimeWithTheirCause()
    {
        var runs = Enumerable.Range(1, 50 * Enum.GetValues<Fault>().Length).Select(SeededRun.Of).ToArray();
        Assert.IsEmpty(runs.Where(r => r.Wrong.Count > 0).Select(r => $"seed {r.Seed} ({r.Fault}): {string.Join("; ", r.Wrong)}"));
        Assert.IsGreaterThan(300_000_000, runs.Max(r => r.AfterBeat), "No silence was ever waited for");
    }

    [TestMethod]
    public void HealthyHours_LongEnoughForBothCountersToWrap_StayClosed()
    {
        var healthy = HealthyHours.Run(2.5, 77);
        Assert.AreEqual(HealthyHours.Closed, healthy.End);
        Assert.IsGreaterThan(0, healthy.Spoiled, "No byte was ever spoiled");
    }

    [TestMethod]
    public void HealthyHours_OnAVeryBadLine_AreTrippedAndFound() =>
        Assert.AreEqual("heartbeat-silent", HealthyHours.Run(2.5, 77, badPart: 0.02).End);

    [TestMethod]
    public void Hour_WithADoorThatOpens_DoesNotStayClosed()
    {
        var bench = Started(out var gateway);
        bench.DoorIsClosed = false;
        gateway.Scan();
        Assert.IsFalse(bench.HasSupply);
    }

    [TestMethod]
    public void Client_Status_IsWhatTheFirmwareReads()
    {
        var bench = Started(out _);
        var client = new SupervisorClient(bench.Line, bench.Clock);
        var status = client.ReadStatus();
        Assert.AreEqual(SupervisorState.Closed, status.State);
        Assert.AreEqual(3700, status.Cell1, 20);
        Assert.AreEqual(5000, status.Supply, 40);
        Assert.AreEqual(260, status.Board, 10);
        Assert.AreEqual(1 | 2 | 4 | 16 | 32, (int)status.Flags);
    }

    [TestMethod]
    public void Client_Trip_IsReadFromTheBlackBox()
    {
        var bench = Started(out var gateway);
        bench.CellMillivolts = 4500;
        gateway.Scan();
        var client = new SupervisorClient(bench.Line, bench.Clock);
        client.Begin(4711, 100);
        Assert.AreEqual(SupervisorState.Tripped, client.State);
        var trip = client.ReadTrip(0)!.Value;
        Assert.AreEqual(TripCause.CellAbove, trip.Cause);
        Assert.AreEqual(1, trip.Channel);
        Assert.AreEqual(Bench.Highest, trip.Limit);
        Assert.AreEqual(4500, trip.Value, 20);
        Assert.IsNull(client.ReadTrip(1));
        Assert.AreEqual(RequestResult.CauseIsThere, client.Ask(LinkMessage.Reset, (byte)TripCause.CellAbove));
        bench.CellMillivolts = 3900;
        bench.Clock.Wait(100 * RigClockExtensions.Millisecond);
        Assert.AreEqual(RequestResult.OtherCause, client.Ask(LinkMessage.Reset, (byte)TripCause.DoorOpen));
        Assert.AreEqual(RequestResult.Done, client.Ask(LinkMessage.Reset, (byte)TripCause.CellAbove));
        Assert.AreEqual(SupervisorState.Unarmed, client.State);
    }

    [TestMethod]
    public void Client_CutLine_SaysWhatToDo()
    {
        var bench = Started(out _);
        bench.Up.IsCut = true;
        var refusal = Assert.ThrowsExactly<SupervisorException>(() => new SupervisorClient(bench.Line, bench.Clock).ReadStatus());
        Assert.Contains("does not answer", refusal.Message);
    }

    [TestMethod]
    public void Client_WideLimits_AreRefused()
    {
        var bench = new Bench(3);
        bench.Clock.WaitUntil(RigClockExtensions.Second);
        var client = new SupervisorClient(bench.Line, bench.Clock);
        client.Begin(1, 100);
        Assert.Contains("refuses the limits", Assert.ThrowsExactly<SupervisorException>(() => client.SetLimits(new(0, 5000, 0, 4300, 4700, 450))).Message);
    }

    [TestMethod]
    public void Client_SlowHeartbeats_AreRefused()
    {
        var bench = new Bench(3);
        bench.Clock.WaitUntil(RigClockExtensions.Second);
        var client = new SupervisorClient(bench.Line, bench.Clock);
        Assert.Contains("130 ms", Assert.ThrowsExactly<SupervisorException>(() => client.Begin(1, 131)).Message);
    }

    [TestMethod]
    public void Client_Heartbeat_AllocatesNothing()
    {
        var bench = Started(out _);
        var client = new SupervisorClient(new NowhereLine(), bench.Clock);
        client.Beat(new(true, 3700, false, 0));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            client.Beat(new(true, 3700, false, 0));
        }
        Assert.AreEqual(before, GC.GetAllocatedBytesForCurrentThread());
    }

    static Bench Started(out GatewayStub gateway)
    {
        var bench = new Bench(5);
        bench.Clock.WaitUntil(RigClockExtensions.Second);
        gateway = new GatewayStub(bench, 99);
        Assert.IsTrue(gateway.TryClose());
        gateway.Scan();
        Assert.IsTrue(bench.HasSupply);
        return bench;
    }

    sealed class NowhereLine : ISerialLine
    {
        public int Read(Span<byte> to) => 0;

        public void Write(ReadOnlySpan<byte> bytes)
        {
        }
    }
}
