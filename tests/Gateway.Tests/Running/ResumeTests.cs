using System.Globalization;
using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Gateway.Tests;

/// <summary><c>coinrig resume</c> on what a killed process left.</summary>
[TestClass]
public sealed class ResumeTests
{
    const string Program = """
        name: Everything in turn
        record: {dt: 0.1 s}
        steps:
          - Rest for 30 seconds
          - repeat: 2
            cycle: true
            steps:
              - Charge at C/5 for 60 seconds
              - Hold at 3.6 V for 30 seconds
              - Discharge at C/5 for 30 seconds
          - step: gitt
            current: C/10
            pulse: 20 s
            rest: 20 s
            until: time > 80 s
          - step: cyclic_voltammetry
            rate: 2 mV/s
            start: open_circuit
            between: 3.45 V .. 3.65 V
            cycles: 1
          - Rest for 10 seconds
        """;

    readonly TempFolder _folder = new();

    [TestCleanup]
    public void RemoveFolder() => _folder.Dispose();

    static (int Code, string Output, string Error) Call(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        return (CommandLineApp.Run(arguments, new Session(output, error, false, new RigCommands())), output.ToString(), error.ToString());
    }

    internal static RunFileReader Resumed(string path, params string[] more)
    {
        var (code, output, error) = Call(["resume", path, "--no-mqtt", .. more]);
        Assert.AreEqual(ExitCode.Done, code, output + error);
        return RunFileReader.Open(path);
    }

    [TestMethod]
    public void Variables_ThatWereSet_AreInTheRunFile_AndAreComparedWhenItGoesOn()
    {
        var protocol = _folder.With("set.yaml", "name: Set\nlet: {top: 4.2 V, rest: 5 s}\nsteps:\n  - Rest for $rest\n  - Charge at C/5 for 10 seconds or until $top\n");
        var (code, output, error) = Call(["run", protocol, "--cell", "ncm523-lpo", "--no-mqtt", "--out", _folder.Path, "--set", "rest=20 s", "--json"]);
        Assert.AreEqual(ExitCode.Done, code, output + error);
        using var run = RunFileReader.Open(Directory.GetFiles(_folder.Path, "*.run.db").Single());
        Assert.AreEqual("Rest for 20 s", run.Steps()[0].Text);
        StringAssert.Contains(run.Header.ProtocolText, "# set for this run: rest = 20 s (in the file: 5 s)");

        var path = KilledRun.After(Directory.CreateDirectory(Path.Combine(_folder.Path, "cut")).FullName, run.Header.ProtocolText, 10);
        var refused = Call(["resume", path, "--no-mqtt", "--set", "rest=5 s"]);
        Assert.AreEqual(ExitCode.Failed, refused.Code);
        StringAssert.Contains(refused.Error, "was begun with rest = 20 s, not 5 s. A run never goes on with another value");
        using var resumed = Resumed(path, "--set", "rest=20 s");
        Assert.AreEqual(RunState.Done, resumed.Header.State);
    }

    /// <summary>A rest, a charge, a ramp, a hold, a discharge, a pulse, a relaxation, a sweep, the very first seconds.</summary>
    [TestMethod]
    [DataRow(1.0)]
    [DataRow(20.3)]
    [DataRow(62.7)]
    [DataRow(94.1)]
    [DataRow(110.0)]
    [DataRow(134.5)]
    [DataRow(292.0)]
    [DataRow(309.0)]
    [DataRow(410.2)]
    public void Continue_WhereverItWasKilled_RunsOnAsIfNothingHadBeen(double seconds)
    {
        var path = KilledRun.After(_folder.Path, Program, seconds);
        using var whole = RunFileReader.Open(KilledRun.After(Directory.CreateDirectory(Path.Combine(_folder.Path, "whole")).FullName, Program, 1e6, CommitRule.FullSpeed));
        using var run = Resumed(path, "--gap", "10 min");

        Assert.AreEqual(RunState.Done, run.Header.State);
        CollectionAssert.AreEqual(whole.Steps().Select(s => (s.StepCount, s.Text, s.Cycle)).ToList(), run.Steps().Select(s => (s.StepCount, s.Text, s.Cycle)).ToList());
        CollectionAssert.AreEqual(whole.Segments().Select(s => (s.Started.StepCount, s.Started.SegmentCount, s.Ended!.Reason)).ToList(),
            run.Segments().Select(s => (s.Started.StepCount, s.Started.SegmentCount, s.Ended!.Reason)).ToList());
        AssertWhole(run);
        var gap = run.Header.Resumptions.Single();
        Assert.AreEqual(600, gap.GapSeconds, 10);
        Assert.IsTrue(whole.Steps().Zip(run.Steps()).All(p => Math.Abs(p.First.EndedSeconds - p.First.StartedSeconds - (p.Second.EndedSeconds - p.Second.StartedSeconds)) < 12),
            "a step's time counts the gap");
        Assert.AreEqual(run.Samples().First(s => s.Flags.HasFlag(SampleFlags.AfterGap)).Sequence, run.Samples().First(s => s.VoltageNanoseconds > gap.Nanoseconds).Sequence);
    }

    /// <summary>Nothing that was recorded is lost, not even the last scan, and the record says who left it.</summary>
    [TestMethod]
    [DataRow(20.3)]
    [DataRow(62.7)]
    [DataRow(90.1)]
    [DataRow(92.0)]
    [DataRow(110.0)]
    [DataRow(309.0)]
    [DataRow(410.2)]
    public void Continue_OfARunThatWasLeft_SaysSoAndGoesOn(double seconds)
    {
        var path = KilledRun.Suspended(_folder.Path, Program, seconds);
        var (code, shown, _) = Call("show", path);
        Assert.AreEqual(ExitCode.Done, code);
        StringAssert.Contains(shown, "its program was stopped");
        long last;
        using (var left = RunFileReader.Open(path))
        {
            Assert.AreEqual(RunState.Running, left.Header.State);
            last = left.LastSequence;
            Assert.AreEqual(seconds, left.Samples().Last().VoltageNanoseconds * 1e-9, 15);
        }
        using var run = Resumed(path, "--gap", "1 min");
        Assert.AreEqual(RunState.Done, run.Header.State);
        AssertWhole(run);
        Assert.AreEqual(last + 1, run.Samples().First(s => s.Flags.HasFlag(SampleFlags.AfterGap)).Sequence);
        var told = run.Markers().OfType<RigEvent>().Select(e => (e.Code, e.Message)).ToList();
        StringAssert.Contains(told.Single(e => e.Code == "suspended").Message, "The test leaves it.");
        StringAssert.Contains(told.Single(e => e.Code == "resumed").Message, "The program was stopped. Nothing was recorded");
    }

    [TestMethod]
    public void Continue_ChargeAndTime_AreCarriedOver()
    {
        var path = KilledRun.After(_folder.Path, Program, 62.7);
        using var run = Resumed(path, "--gap", "1 h");
        var charge = run.Segments().First(s => s.Started.StepCount == 2);
        Assert.AreEqual(charge.Started.SetValue * 60, charge.Ended!.Integrals.ChargeCoulombs, 0.005 * charge.Started.SetValue * 60);
        Assert.AreEqual(60, (charge.Ended.ConditionNanoseconds - charge.Started.Nanoseconds) * 1e-9, 0.2);
    }

    [TestMethod]
    public void Continue_ExportsUnixTimeWithTheGapAndStepTimeWithout()
    {
        var path = KilledRun.After(_folder.Path, Program, 62.7);
        using (Resumed(path, "--gap", "1 h"))
        {
        }
        Assert.AreEqual(ExitCode.Done, Call("export", path, "--format", "csv", "-o", path + ".csv").Code);
        var lines = File.ReadAllLines(path + ".csv");
        var names = lines[0].Split(',').ToList();
        double[] Column(string name) => [.. lines.Skip(1).Select(l => double.Parse(l.Split(',')[names.FindIndex(n => n.StartsWith(name, StringComparison.OrdinalIgnoreCase))], CultureInfo.InvariantCulture))];
        var (unix, step) = (Column("Unix Time"), Column("Step Time"));
        Assert.IsTrue(unix.Zip(unix.Skip(1)).Max(p => p.Second - p.First) > 3600, "UTC leaves the gap out");
        Assert.IsTrue(step.Zip(step.Skip(1)).Max(p => p.Second - p.First) < 1, "the time of a step counts the gap");
    }

    [TestMethod]
    public void KilledAgainAndAgain_NothingIsLostOrDoubled()
    {
        var path = KilledRun.After(_folder.Path, Program, 62.7);
        for (var i = 0; i < 3; i++)
        {
            using var run = Resumed(path);
            AssertWhole(run);
            Assert.AreEqual(RunState.Done, run.Header.State);
            var other = Directory.CreateDirectory(Path.Combine(_folder.Path, $"{i}")).FullName;
            path = KilledRun.After(other, Program, 70 + 40 * i, CommitRule.FullSpeed with { Samples = 37 });
        }
    }

    [TestMethod]
    public void Repeat_EndsTheStepAndBeginsItAgain()
    {
        var path = KilledRun.After(_folder.Path, "after_power_loss: repeat\n" + Program, 62.7);
        using var run = Resumed(path);
        var steps = run.Steps();
        Assert.AreEqual((steps[1].Text, EndReason.Stopped, ResumePoint.Cause), (steps[2].Text, steps[1].Reason!.Value, steps[1].EndText));
        Assert.AreEqual(60, steps[2].EndedSeconds - steps[2].StartedSeconds, 0.5);
        Assert.AreEqual(steps[1].Cycle, steps[2].Cycle);
        AssertWhole(run);
    }

    [TestMethod]
    public void Rest_RecordsAnHourAndEnds()
    {
        var path = KilledRun.After(_folder.Path, Program, 62.7);
        var (code, output, error) = Call("resume", path, "--no-mqtt", "--as", "rest");
        Assert.AreEqual(ExitCode.Failed, code, output + error);
        using var run = RunFileReader.Open(path);
        Assert.AreEqual(3600, run.Steps()[^1].EndedSeconds - run.Steps()[^1].StartedSeconds, 1);
        StringAssert.Contains(run.Header.StateMessage, "after_power_loss: rest");
        AssertWhole(run);
    }

    [TestMethod]
    public void Wait_ConnectsNothingUntilAPersonSaysWhat()
    {
        var path = KilledRun.After(_folder.Path, Program.Replace("- Charge at C/5 for 60 seconds", "- {step: constant_current, current: C/5, for: 60 s, after_power_loss: wait}", StringComparison.Ordinal), 62.7);
        var before = Bytes(path);
        var (code, _, error) = Call("resume", path, "--no-mqtt");
        Assert.AreEqual(ExitCode.Failed, code);
        StringAssert.Contains(error, "--as continue");
        CollectionAssert.AreEqual(before, Bytes(path));
        using var run = Resumed(path, "--as", "continue");
        Assert.AreEqual(RunState.Done, run.Header.State);
    }

    [TestMethod]
    public void VoltageHasMoved_NothingIsConnectedAndTheFileStaysAsItWas()
    {
        var path = KilledRun.After(_folder.Path, Program, 20.3);
        var before = Bytes(path);
        var (code, _, error) = Call("resume", path, "--no-mqtt", "--voltage-within", "0 V");
        Assert.AreEqual(ExitCode.Failed, code);
        StringAssert.Contains(error, "resume_if_voltage_within");
        CollectionAssert.AreEqual(before, Bytes(path));
        Assert.IsTrue(InterruptedRun.IsOne(path));
    }

    [TestMethod]
    public void OtherCellOrBoard_IsRefused()
    {
        var path = KilledRun.After(_folder.Path, Program, 62.7);
        StringAssert.Contains(Call("resume", path, "--no-mqtt", "--cell", "ncm523-pristine").Error, "is not the cell");
        StringAssert.Contains(Call("resume", path, "--no-mqtt", "--board", "waveshare-hardware-loop").Error, "is not the board");
        using var run = Resumed(path, "--cell", "ncm523-lpo", "--board", "reference");
        Assert.AreEqual(RunState.Done, run.Header.State);
    }

    [TestMethod]
    public void RunThatHasEnded_IsRefused()
    {
        var path = KilledRun.After(_folder.Path, Program, 62.7);
        using (Resumed(path))
        {
        }
        var (code, _, error) = Call("resume", path, "--no-mqtt");
        Assert.AreEqual(ExitCode.Failed, code);
        StringAssert.Contains(error, "has ended");
        Assert.DoesNotContain("coinrig doctor", error);
    }

    [TestMethod]
    public void DamagedFile_IsRefused()
    {
        var path = KilledRun.After(_folder.Path, Program, 62.7);
        RunFile.Tidy(path);
        var bytes = File.ReadAllBytes(path);
        var at = bytes.AsSpan().IndexOf("step-started"u8);
        bytes.AsSpan(at + 2000, 2000).Fill(0x5a);
        File.WriteAllBytes(path, bytes);
        var (code, _, error) = Call("resume", path, "--no-mqtt");
        Assert.AreEqual(ExitCode.Failed, code);
        StringAssert.Contains(error, "damaged");
    }

    [TestMethod]
    public void FileThatCannotBeRead_IsRefusedWithWhatOpensTheRelay()
    {
        var path = KilledRun.After(_folder.Path, Program, 62.7);
        RunFile.Tidy(path);
        File.WriteAllText(path, "no database");
        var (code, _, error) = Call("resume", path, "--no-mqtt");
        Assert.AreEqual(ExitCode.Failed, code);
        StringAssert.Contains(error, "coinrig doctor --board");
    }

    [TestMethod]
    public void Show_TellsThatItWasInterruptedAndWhatToDo()
    {
        var path = KilledRun.After(_folder.Path, Program, 62.7);
        StringAssert.Contains(Call("show", path).Output, $"coinrig resume {path}");
        using (Resumed(path, "--gap", "2 h"))
        {
        }
        StringAssert.Contains(Call("show", path).Output, "went on at 2026-01-01 02:01");
    }

    static byte[] Bytes(string path) => [.. File.ReadAllBytes(path), .. File.ReadAllBytes(path + "-wal")];

    /// <summary>Sequence numbers without holes, times that rise, and the charge of the segments is the charge of the run.</summary>
    internal static void AssertWhole(RunFileReader run)
    {
        long sequence = 0;
        long time = -1;
        Sample last = default;
        foreach (var sample in run.Samples())
        {
            Assert.AreEqual(++sequence, sample.Sequence);
            Assert.IsTrue(sample.VoltageNanoseconds > time, $"the time goes back at sample {sequence}");
            time = sample.VoltageNanoseconds;
            last = sample;
        }
        var ended = run.Segments().Select(s => s.Ended!).ToList();
        var throughput = ended.Sum(e => e.Integrals.ChargeCoulombs + e.Integrals.DischargeCoulombs);
        Assert.AreEqual(ended.Sum(e => e.Integrals.ChargeCoulombs - e.Integrals.DischargeCoulombs), last.NetCoulombs, 1e-12 * throughput);
    }
}
