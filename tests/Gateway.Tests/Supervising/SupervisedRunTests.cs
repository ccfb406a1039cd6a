using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.Runs;
using CoinRig.Supervision;

namespace CoinRig.Gateway.Tests;

/// <summary>Real runs on the twin with the firmware's own code beside them, in virtual time.</summary>
[TestClass]
public sealed class SupervisedRunTests
{
    const string Protocol = """
        name: watched
        record: {dt: 1 s}
        steps:
          - Rest for 10 seconds
          - Charge at C/5 for 2 minutes
          - Hold at 3.65 V for 30 seconds
          - step: cyclic_voltammetry
            rate: 5 mV/s
            start: open_circuit
            between: 3.5 V .. 3.7 V
            cycles: 1
          - Rest for 10 seconds
        """;

    [TestMethod]
    public void HealthyRun_IsDone_AndSaysWhoWatched()
    {
        using var folder = new TempFolder();
        using var bench = new SupervisedBench(Protocol, folder.Path);
        var outcome = bench.Carry(bench.Open());
        Assert.AreEqual(RunState.Done, outcome.State, outcome.Message);
        var events = SupervisedBench.EventsOf(outcome.Path);
        StringAssert.Contains(events.Single(e => e.Code == "supervised").Message, "within 1.900 to 4.600 V");
        Assert.IsFalse(events.Any(e => e.Severity == EventSeverity.Alarm));
        bench.Clock.Wait(RigClockExtensions.Second);
        Assert.AreEqual("unarmed", Firmware.Names.Of(bench.Supervisor.Firmware.Supervisor!.State));
        Assert.IsFalse(bench.Twin.HasCoilSupply);
    }

    /// <summary>What is left out while nothing can happen changes no run, and a seed gives the same one each time.</summary>
    [TestMethod]
    public void Samples_AreTheSame_WhetherEveryLoopIsCarriedOutOrNot()
    {
        using var folder = new TempFolder();
        List<Sample[]> all = [];
        foreach (var (neverRests, name) in ((bool, string)[])[(false, "a"), (false, "b"), (true, "c")])
        {
            using var bench = new SupervisedBench(Protocol, Path.Combine(folder.Path, name), neverRests: neverRests);
            using var run = RunFileReader.Open(bench.Carry(bench.Open()).Path);
            all.Add([.. run.Samples()]);
            Assert.IsTrue(run.LastSequence > 150);
        }
        CollectionAssert.AreEqual(all[0], all[1]);
        CollectionAssert.AreEqual(all[0], all[2]);
    }

    [TestMethod]
    [DataRow(40)]
    [DataRow(41.37)]
    [DataRow(139)]
    public void HungGateway_RelayOpensWithinHalfASecond_AndTheRunThatGoesOnHasTheCause(double seconds)
    {
        using var folder = new TempFolder();
        using var bench = new SupervisedBench(Protocol, folder.Path);
        var first = bench.Open();
        var hung = bench.Step(first);
        hung.For(seconds);
        Assert.IsTrue(bench.IsContactClosed);

        // It measures no more. Its line stays high.
        var last = bench.Clock.Nanoseconds;
        while (bench.IsContactClosed)
        {
            bench.Clock.Wait(RigClockExtensions.Millisecond);
        }
        Assert.IsInRange(250, 500, (bench.Clock.Nanoseconds - last) / RigClockExtensions.Millisecond);
        var left = bench.Copy(hung);
        SupervisedBench.Kill(first);
        bench.Clock.Wait(20 * RigClockExtensions.Second);

        // Nothing begins before a person has reset the trip.
        var rig = bench.Open();
        var request = Resumption.RequestOf(new ResumeOptions(left, null, null, null, null, null, 0, new(true, null, RigName.Default)), null);
        var refused = Assert.ThrowsExactly<RefusedException>(() => bench.Carry(rig, request));
        StringAssert.Contains(refused.Message, "heartbeat-silent");
        StringAssert.Contains(refused.Message, "coinrig supervisor reset");
        Assert.AreEqual(RequestResult.Done, rig.Supervisor!.Client.Ask(LinkMessage.Reset, (byte)TripCause.HeartbeatSilent));

        var outcome = bench.Carry(rig, request);
        Assert.AreEqual(RunState.Done, outcome.State, outcome.Message);
        var told = SupervisedBench.EventsOf(left).Single(e => e.Code == SupervisedChannel.TrippedCode);
        StringAssert.Contains(told.Message, "After the last sample: The supervisor opened the relays: heartbeat-silent");
        StringAssert.Contains(told.Message, "limit 400 ms");
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void SupervisorLost_RunEnds_RelayLineOff(bool bothWays)
    {
        using var folder = new TempFolder();
        using var bench = new SupervisedBench(Protocol, folder.Path);
        var run = bench.Step(bench.Open());
        run.For(40);
        bench.Supervisor.Down.IsCut = true;
        bench.Supervisor.Up.IsCut = bothWays;
        var lost = bench.Clock.Nanoseconds;
        run.For(30);
        Assert.IsTrue(run.Run.HasEnded);
        Assert.IsInRange(500, 1500, (bench.Clock.Nanoseconds - lost) / RigClockExtensions.Millisecond);
        Assert.AreEqual(RunState.Failed, run.Run.Live.State);
        Assert.IsFalse(bench.IsContactClosed);
        var alarm = SupervisedBench.EventsOf(run.Recorder.Path).Single(e => e.Severity == EventSeverity.Alarm);
        Assert.AreEqual("supervisor-lost", alarm.Code);
        StringAssert.Contains(alarm.Message, "answer");
    }

    [TestMethod]
    public void TripByItsOwnReading_EndsTheRun_WithWhatItRead()
    {
        using var folder = new TempFolder();
        using var bench = new SupervisedBench(Protocol, folder.Path);
        var run = bench.Step(bench.Open());
        run.For(40);
        Assert.IsTrue(bench.IsContactClosed);
        bench.Supervisor.SupplyMillivolts = 4321;
        run.For(1);
        Assert.AreEqual(RunState.Failed, run.Run.Live.State);
        Assert.IsFalse(bench.IsContactClosed);
        Assert.IsFalse(bench.Twin.HasCoilSupply);
        run.Dispose();
        var alarm = SupervisedBench.EventsOf(run.Recorder.Path).Single(e => e.Severity == EventSeverity.Alarm);
        Assert.AreEqual("supervisor-tripped", alarm.Code);
        StringAssert.Contains(alarm.Message, "supply-low (the supply was below its limit), 4.321 V, limit 4.600 V");
        StringAssert.Contains(alarm.Message, "cell 1 3.");
        StringAssert.Contains(alarm.Message, "coinrig supervisor reset");
    }

    /// <summary>The relay opens between two scans; what the gateway sees of it first is not what ended the run.</summary>
    [TestMethod]
    public void DoorOpened_WhileAVoltageIsHeld_IsNotTakenForALostContact()
    {
        using var folder = new TempFolder();
        using var bench = new SupervisedBench(Protocol, folder.Path);
        var run = bench.Step(bench.Open());
        run.For(145);
        Assert.IsTrue(bench.IsContactClosed);
        bench.Supervisor.DoorIsClosed = false;
        run.For(2);
        Assert.AreEqual(RunState.Failed, run.Run.Live.State);
        StringAssert.Contains(run.Run.Message, "door-open");
    }

    [TestMethod]
    public void LimitsReadBackWrong_RelayNeverCloses()
    {
        using var folder = new TempFolder();
        using var bench = new SupervisedBench(Protocol, folder.Path, wrap: line => new LyingLine(line));
        var outcome = bench.Carry(bench.Open());
        Assert.AreEqual(RunState.Failed, outcome.State);
        Assert.AreEqual(1, outcome.ExitCode);
        StringAssert.Contains(outcome.Message, "holds other limits");
        Assert.AreEqual("supervisor-refused", SupervisedBench.EventsOf(outcome.Path).Single(e => e.Severity == EventSeverity.Alarm).Code);
        Assert.AreEqual(0, bench.Twin.Channels[0].CellCoulombs);
    }

    /// <summary>The supervisor reads a cell that is beyond what the run allows: it does not arm.</summary>
    [TestMethod]
    public void OpenDoor_BeforeTheRun_IsToldWithWhatToDo()
    {
        using var folder = new TempFolder();
        using var bench = new SupervisedBench(Protocol, folder.Path);
        bench.Supervisor.DoorIsClosed = false;
        var outcome = bench.Carry(bench.Open());
        Assert.AreEqual(RunState.Failed, outcome.State);
        StringAssert.Contains(outcome.Message, "door-open");
        StringAssert.Contains(outcome.Message, "Close the door");
        Assert.AreEqual(0, bench.Twin.Channels[0].CellCoulombs);
    }

    [TestMethod]
    public void NoSupervisorAnswers_NothingBegins()
    {
        using var folder = new TempFolder();
        using var bench = new SupervisedBench(Protocol, folder.Path);
        bench.Supervisor.Firmware.IsHung = true;
        var refused = Assert.ThrowsExactly<RefusedException>(() => bench.Carry(bench.Open()));
        StringAssert.Contains(refused.Message, "does not answer");
        Assert.IsEmpty(Directory.GetFiles(folder.Path, "*.db"));
    }
}
