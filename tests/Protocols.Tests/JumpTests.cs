namespace CoinRig.Protocols.Tests;

/// <summary>Labels, <c>goto</c>, loops that end early, waits and rates of a measured capacity as plans.</summary>
[TestClass]
public sealed class JumpTests
{
    const string Aged = """
        name: t
        steps:
          - repeat: 1000
            cycle: true
            until: capacity_retention < 80 % or cycle > 500
            steps:
              - step: constant_current
                label: charge
                current: C/5
                until: [4.2 V, {when: time > 10 h and voltage < 4 V, goto: after_loop}]
              - {constant_current: {label: down, current: discharge C/5, until: [2.8 V, {when: coulombic_efficiency < 98 %, goto: end}, {when: time > 20 h, goto: charge, times: 2}]}}
          - {step: rest, label: last, for: 1 h}
        """;

    [TestMethod]
    public void Jumps_LeadToTheirInstructions()
    {
        var plan = Shipped.Read(Aged);
        Assert.AreEqual("after_loop 4 0 0|end 5 0 0|charge 1 2 0", string.Join('|', plan.Jumps.Select(j => $"{j.Label} {j.Target} {j.Times} {j.Loop}")));
        var until = plan.Steps.First().Segments[0].Until;
        Assert.AreEqual((null, 0), (until[0].Jump, until[1].Jump));
        Assert.AreEqual("Result Cycle", string.Join(' ', plan.Instructions.OfType<EndLoop>().Single().Until.Select(u => u.Quantity)));
        Assert.IsTrue(plan.LooksAtResults);
    }

    [TestMethod]
    [DataRow("{step: constant_current, current: C/5, until: [4.2 V, {when: 1 h, goto: nowhere}]}", "no step or loop has the label 'nowhere'; 'end', 'after_loop', or 'label: NAME' in a step")]
    [DataRow("{step: constant_current, label: me, current: C/5, until: [4.2 V, {when: 1 h, goto: me}]}", "'goto: me' goes back and could do so for ever; 'times: N' beside it")]
    [DataRow("{step: constant_current, current: C/5, until: [4.2 V, {when: 1 h, goto: after_loop}]}", "'after_loop' in a step that is in no loop; a label, or 'end'")]
    [DataRow("{step: constant_current, label: end, current: C/5, until: 4.2 V}", "a label of letters, digits, '_' and '-', other than 'end' and 'after_loop'")]
    [DataRow("{step: constant_current, current: C/5, until: [4.2 V, {goto: end}]}", "no 'when'")]
    [DataRow("{step: constant_current, current: C/5, until: [4.2 V, {when: 1 h, gote: end}]}", "unknown key 'gote'; did you mean 'goto'?")]
    [DataRow("{step: constant_current, current: C/5, until: capacity_retention < 80 %}", "a step that only results end: they are looked at when it has ended")]
    [DataRow("{step: gitt, current: C/10, pulse: 10 min, rest: 1 h, until: diffusion_coefficient < 1e-12 cm2/s}", "a measured end too, such as 'voltage > 4.2 V'")]
    [DataRow("{repeat: 3, until: voltage > 4 V, steps: [Rest for 1 hour]}", "'voltage > 4 V' as the end of a loop; a result or the number of the cycle")]
    [DataRow("{repeat: 3, until: {when: cycle > 2, goto: end}, steps: [Rest for 1 hour]}", "'goto' as the end of a loop")]
    [DataRow("{step: constant_current, current: C/5, until: capacity_retention < 80 mV}", "'capacity_retention < 80 mV'")]
    [DataRow("{step: wait, for: person, mark: a, timeout: 1 h}", "'mark' in a wait for a person; 'message: ...'")]
    [DataRow("{step: wait, for: person}", "no 'timeout'")]
    [DataRow("{step: wait, for: godot, timeout: 1 h}", "'for' is one of: person, mark")]
    [DataRow("{step: constant_current, c_rate: measured, current: C/5, until: 4.2 V}", "'c_rate' is one of: nominal, last_discharge_capacity, last_charge_capacity")]
    public void Refused_WithWhatIsAllowed(string step, string message) =>
        StringAssert.Contains(string.Join('\n', Shipped.Mistakes($"name: t\nsteps:\n  - {step}\n")), message);

    [TestMethod]
    public void Jump_IntoALoop_OrToALabelTwice_IsRefused()
    {
        StringAssert.Contains(string.Join('\n', Shipped.Mistakes("""
            name: t
            steps:
              - {step: constant_current, current: C/5, until: [4.2 V, {when: 1 h, goto: inside}]}
              - repeat: 2
                steps: [{step: rest, label: inside, for: 1 h}, {step: rest, label: inside, for: 1 h}]
            """)), "test.yaml:3:77: 'inside' is inside a loop that this step is not in");
        StringAssert.Contains(string.Join('\n', Shipped.Mistakes("name: t\nsteps: [{step: rest, label: a, for: 1 h}, {step: rest, label: a, for: 1 h}]")), "the label 'a' a second time; each label once");
    }

    [TestMethod]
    public void Jumps_ThatWouldRunFarTooOften_AreRefused() =>
        StringAssert.Contains(string.Join('\n', Shipped.Mistakes("""
            name: t
            steps:
              - repeat: 100000
                steps:
                  - {step: rest, label: a, for: 1 h}
                  - {step: rest, until: [1 h, {when: temperature > 30 degC, goto: a, times: 1000}]}
            """)), "loops and jumps that run their steps up to 100100000 times; at most 10000000 passes in all");

    [TestMethod]
    public void Rate_OfAMeasuredCapacity_IsMarked_WithRoomAboveTheNominalOne()
    {
        var plan = Shipped.Read("name: t\nc_rate: last_discharge_capacity\nsteps:\n  - Charge at 1C until 4.2 V\n  - Hold at 4.2 V until C/20\n  - {step: constant_current, current: 0.1 mA, for: 1 h}\n  - {step: constant_current, c_rate: nominal, current: C/5, for: 1 h}");
        var segments = plan.Steps.Select(s => s.Segments[0]).ToArray();
        Assert.AreEqual("True False False False", string.Join(' ', segments.Select(s => s.FollowsCapacity)));
        Assert.AreEqual(1.25 * segments[0].Set.Start, segments[0].LargestExpectedAmperes, 1e-12);
        Assert.IsTrue(segments[1].Until[0].FollowsCapacity);
        Assert.AreEqual("discharge_capacity discharge_capacity discharge_capacity ", string.Join(' ', plan.Steps.Select(s => s.CapacityResult)));
    }

    [TestMethod]
    public void Wait_IsARestWithARelease()
    {
        var plan = Shipped.Steps("  - {step: wait, for: mark, mark: AFM image 12, timeout: 2 h, on_timeout: end, hold: zero_current}");
        var segment = plan.Steps.Single().Segments.Single();
        Assert.AreEqual((SegmentRole.Rest, ControlMode.Current, new WaitRule(WaitFor.Mark, "AFM image 12")), (segment.Role, segment.Mode, segment.Wait));
        Assert.AreEqual("Release SegmentTime", string.Join(' ', segment.Until.Select(u => u.Quantity)));
        Assert.AreEqual(1, plan.Jumps[segment.Until[1].Jump!.Value].Target);
        Assert.AreEqual(new EstimatedTime(7200, Certainty.AtMost), PlanEstimate.Of(plan).Duration);
    }
}
