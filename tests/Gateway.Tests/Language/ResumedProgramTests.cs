using CoinRig.Control;
using CoinRig.Protocols;
using CoinRig.Runs;

namespace CoinRig.Gateway.Tests;

/// <summary>Programs with all that the language has, killed at many moments and resumed: they end as if nothing had been.</summary>
[TestClass]
public sealed class ResumedProgramTests
{
    /// <summary>Power, resistance, stages, pulses, ICI, PITT, a wait, variables, jumps that count.</summary>
    const string Everything = """
        name: Everything
        let: {rate: C/2, each: 20 s, low: 3.5 V, times: 2}
        record: {dt: 0.1 s}
        steps:
          - Charge at {2 * rate} for {3 * each}
          - {step: constant_power, power: 1 mW, for: $each}
          - {step: constant_resistance, resistance: 10 kohm, for: $each}
          - step: pulses
            train: [{current: discharge $rate, for: 5 s}, {rest: 3 s, hold: zero_current}, {current: $rate, for: 5 s}]
            times: $times
          - {step: ici, current: $rate, every: $each / 2, interrupt: 2 s, until: time > 2 * $each}
          - {step: constant_current, label: top_up, current: $rate, for: 8 s}
          - {step: rest, until: [1 min, {when: time > 4 s, goto: top_up, times: $times}]}
          - {step: wait, for: person, message: look, timeout: 10 s}
          - {step: pitt, start: $low + 60 mV, end: $low + 80 mV, increment: 10 mV, for: 15 s}
          - step: multi_step_charge
            stages: [{current: C/2, for: 10 s}, {current: C/5, for: 10 s}]
          - repeat: $times
            cycle: true
            steps:
              - {step: constant_current, current: discharge $rate, until: [charge > 2 uAh, {when: time > 10 s, goto: after_loop}]}
          - Rest for 5 seconds
        """;

    /// <summary>A loop that ends by a result, with C-rates of a measured capacity.</summary>
    const string ByResults = """
        name: By results
        c_rate: last_discharge_capacity
        record: {dt: 1 s}
        steps:
          - Charge at 2C for 60 seconds
          - repeat: 20
            cycle: true
            until: discharge_capacity > 0.1 uAh and cycle >= 3
            steps:
              - {step: constant_current, current: 2C, until: 3.75 V}
              - {step: constant_current, current: discharge 2C, until: 3.6 V}
          - Rest for 5 seconds
        """;

    readonly TempFolder _folder = new();

    [TestCleanup]
    public void RemoveFolder() => _folder.Dispose();

    [TestMethod]
    public void Everything_KilledAtAnyMoment_EndsAsIfNothingHadBeen() => AssertEndsAlike(Everything, 13);

    [TestMethod]
    public void ByResults_KilledAtAnyMoment_EndsAsIfNothingHadBeen() => AssertEndsAlike(ByResults, 6);

    void AssertEndsAlike(string program, int kills)
    {
        using var whole = RunFileReader.Open(KilledRun.After(Directory.CreateDirectory(_folder.File("whole")).FullName, program, 1e6));
        var steps = whole.Steps();
        var seconds = steps[^1].EndedSeconds;
        for (var kill = 1; kill <= kills; kill++)
        {
            var moment = seconds * kill / (kills + 1.0);
            var path = KilledRun.After(Directory.CreateDirectory(_folder.File($"{kill}")).FullName, program, moment);
            using var run = ResumeTests.Resumed(path);
            ResumeTests.AssertWhole(run);
            Assert.AreEqual(RunState.Done, run.Header.State);
            Assert.AreEqual(Told(whole), Told(run), $"killed at {moment:0.0} s");
            foreach (var (expected, actual) in Charges(whole).Zip(Charges(run)))
            {
                // While nothing is connected the cell relaxes: a hold then takes other charge, and a charge to a voltage comes there a little later.
                Assert.AreEqual(expected.Coulombs, actual.Coulombs, (expected.IsHeld ? 0.5 : 0.04) * Math.Abs(expected.Coulombs) + expected.Amperes * 0.5, $"segment {expected.Segment}, killed at {moment:0.0} s");
            }
        }
    }

    /// <summary>The steps in their order with their cycles, how often each jump was made, what ended every segment, and of what capacity the rates were.</summary>
    static string Told(RunFileReader run) => string.Join('\n', run.Markers().Select(m => m switch
    {
        StepStarted s => $"{s.Step.Number} {s.Step.Text} cycle {s.Cycle} jumps {string.Join(',', s.Position.Jumps)} capacity {s.Position.CapacityPart:0.0000}",
        SegmentEnded e => $"  {e.Reason}",
        _ => "",
    }).Where(l => l.Length > 0));

    static IEnumerable<(int Segment, double Coulombs, double Amperes, bool IsHeld)> Charges(RunFileReader run) => run.Segments().Select((s, i) =>
        (i, s.Ended!.Integrals.ChargeCoulombs - s.Ended.Integrals.DischargeCoulombs, Math.Abs(s.Ended.LastAmperes) + 2e-6, s.Started.Segment.Mode == ControlMode.Voltage));
}
