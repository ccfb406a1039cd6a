using CoinRig.Control;
using CoinRig.Protocols;

namespace CoinRig.Gateway.Tests;

/// <summary>Programs that look at results, jump, wait, and take a measured capacity for 1C, on the whole twin.</summary>
[TestClass]
public sealed class DecisionRunTests
{
    const string Head = "name: t\nlimits: {voltage: 2.5 V .. 4.35 V}\nrecord: {dt: 60 s}\n";

    [TestMethod]
    public void Loop_UntilAResult_EndsWithTheFirstCycleThatShowsIt()
    {
        using var bench = new TwinBench(Head + """
            steps:
              - repeat: 50
                cycle: true
                until: discharge_capacity > 0.1 mAh and cycle > 2
                steps:
                  - Charge at 1C until 4.1 V
                  - Discharge at 1C until 3 V
              - Rest for 1 minute
            """ + "\n");
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        Assert.AreEqual(3, bench.Markers.OfType<StepStarted>().Where(s => s.Step.Technique == "constant_current").Max(s => s.Cycle));
        Assert.AreEqual("rest", bench.Markers.OfType<StepStarted>().Last().Step.Technique);
    }

    [TestMethod]
    public void Step_WhoseConditionJumps_GoesThere_AndNoOftenerThanItMay()
    {
        using var bench = new TwinBench(Head + """
            steps:
              - {step: constant_current, label: top_up, current: C/2, for: 1 min}
              - {step: rest, until: [10 min, {when: time > 30 s, goto: top_up, times: 2}]}
              - {step: constant_current, current: C/2, until: [4.2 V, {when: voltage > 2.6 V, goto: end}]}
              - Rest for 1 hour
            """ + "\n");
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        Assert.AreEqual("1 2 1 2 1 2 3", string.Join(' ', bench.Markers.OfType<StepStarted>().Select(s => s.Step.Number)));
        Assert.AreEqual("0 0 1 1 2 2 2", string.Join(' ', bench.Markers.OfType<StepStarted>().Select(s => s.Position.Jumps[0])));
        bench.AssertIdle();
    }

    /// <summary>A titration that ends when D of a pulse, already in the file, is below what is asked for.</summary>
    [TestMethod]
    public void Titration_UntilADiffusionCoefficient_EndsAtThePulseThatIsKnownToShowIt()
    {
        const string Titration = "steps:\n  - Charge at C/2 for 20 minutes\n  - Rest for 4 hours\n  - step: gitt\n    current: C/10\n    pulse: 5 min\n    rest: 2 h\n    until: [voltage > 4.2 V, time > 20 h, diffusion_coefficient > 1e-20 m2/s]\n";
        using var bench = new TwinBench(Head + Titration);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        var found = bench.Results.Where(r => r.Name == "diffusion_coefficient").ToArray();
        var pulses = bench.Markers.OfType<SegmentStarted>().Count(s => s.Segment.Role == SegmentRole.Pulse);
        Assert.IsTrue(found.Any(r => r.Details["valid"] is 1.0), string.Join(' ', found.SelectMany(r => r.Flags)));
        Assert.IsTrue(pulses is > 1 and < 9, $"{pulses} pulses");
    }

    [TestMethod]
    public void Rate_OfTheMeasuredCapacity_FollowsIt()
    {
        using var bench = new TwinBench(Head + """
            c_rate: last_discharge_capacity
            steps:
              - Charge at C/5 until 4.2 V
              - Discharge at C/5 until 2.8 V
              - Charge at C/5 until 4.2 V
              - Hold at 4.2 V until C/20
            """ + "\n");
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        var starts = bench.Markers.OfType<SegmentStarted>().ToArray();
        Assert.AreEqual(bench.Cell.OneCAmperes / 5, starts[0].SetValue, 1e-12, "nothing is measured yet");
        var part = bench.Markers.OfType<StepStarted>().Last().Position.CapacityPart;
        var ampereHours = bench.Results.Single(r => r.Name == "discharge_capacity").Value;
        Assert.AreEqual(ampereHours / bench.Cell.OneCAmperes, part, 1e-12);
        Assert.AreNotEqual(1, part, 1e-3);
        Assert.AreEqual(part * bench.Cell.OneCAmperes / 20, bench.Markers.OfType<SegmentEnded>().Last().LastAmperes, 2e-7);
    }

    [TestMethod]
    public void Wait_EndsWhenAPersonSaysSo_AndElseByItsTimeout()
    {
        var gate = new Gate();
        using var bench = new TwinBench(Head + "steps:\n  - {step: wait, for: person, message: engage the tip, timeout: 2 h}\n  - {step: wait, for: mark, mark: done, timeout: 5 min}\n", waits: gate);
        bench.RunFor(600);
        Assert.AreEqual(new WaitRequest(new(WaitFor.Person, "engage the tip"), 1), gate.Request);
        gate.IsOver = true;
        bench.RunFor(1);
        Assert.AreEqual(2, gate.Request!.StepNumber);
        Assert.AreEqual(RunState.Done, bench.RunToEnd(), bench.Run.Message);
        Assert.AreEqual("released by a person|time of the segment", string.Join('|', bench.Markers.OfType<SegmentEnded>().Select(s => s.Text)));
        Assert.AreEqual(600 + 300, bench.Clock.Nanoseconds * 1e-9, 3);
        Assert.IsFalse(gate.IsWaiting);
        CollectionAssert.Contains(bench.EventCodes.ToList(), "waiting");
    }

    [TestMethod]
    public void Wait_WhoseRunIsStopped_IsNoLongerWaitedFor()
    {
        var gate = new Gate();
        using var bench = new TwinBench(Head + "steps:\n  - {step: wait, for: person, timeout: 2 h}\n", waits: gate);
        bench.RunFor(60);
        Assert.IsTrue(gate.IsWaiting);
        bench.Run.RequestStop("Ctrl-C");
        bench.RunToEnd();
        Assert.IsFalse(gate.IsWaiting);
    }

    sealed class Gate : IExternalWait
    {
        internal WaitRequest? Request { get; private set; }

        internal bool IsWaiting { get; private set; }

        public bool IsOver { get; set; }

        public void Begin(WaitRequest request) => (Request, IsWaiting, IsOver) = (request, true, false);

        public void End() => IsWaiting = false;
    }
}
