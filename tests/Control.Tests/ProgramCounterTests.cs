using CoinRig.Protocols;

namespace CoinRig.Control.Tests;

[TestClass]
public sealed class ProgramCounterTests
{
    static RunStep Step(int number) => new(new Step(number, "rest", $"step {number}", number, [], false, []));

    static string Walk(params Instruction[] program)
    {
        var counter = new ProgramCounter(program);
        var walked = new List<string>();
        while (counter.MoveNext())
        {
            walked.Add($"{counter.Step!.Number}@{counter.Cycle}");
        }
        return string.Join(' ', walked);
    }

    /// <summary>Interrupted at any step, the walk goes on as if it had not been.</summary>
    [TestMethod]
    public void Restore_AnyPosition_WalksOn()
    {
        Instruction[] program = [Step(1), new BeginLoop(0, 2, false), Step(2), new BeginLoop(1, 3, true), Step(3), Sweeps(4), new EndLoop(1), new EndLoop(0), Sweeps(5), Step(6)];
        var whole = new ProgramCounter(program);
        while (whole.MoveNext())
        {
            var resumed = new ProgramCounter(program);
            resumed.Restore(whole.Position);
            Assert.AreEqual((whole.Step!.Number, whole.Cycle, whole.IsInCountedLoop), (resumed.Step!.Number, resumed.Cycle, resumed.IsInCountedLoop));
            Assert.AreEqual(Rest(program, whole.Position, first: true), Rest(program, whole.Position, first: false));
        }

        static string Rest(Instruction[] program, ProgramPosition position, bool first)
        {
            var counter = new ProgramCounter(program);
            if (first)
            {
                while (counter.MoveNext() && (counter.Position.Instruction != position.Instruction || !counter.Position.Passes.SequenceEqual(position.Passes)))
                {
                }
            }
            else
            {
                counter.Restore(position);
            }
            var walked = new List<string>();
            while (counter.MoveNext())
            {
                walked.Add($"{counter.Step!.Number}@{counter.Cycle}");
            }
            return string.Join(' ', walked);
        }
    }

    [TestMethod]
    public void Restore_NoStepThere_IsRefused() =>
        Assert.ThrowsExactly<PlanRefusedException>(() => new ProgramCounter([Step(1)]).Restore(new ProgramPosition(3, [])));

    [TestMethod]
    public void Walk_NoLoop_IsOneCycle() => Assert.AreEqual("1@1 2@1", Walk(Step(1), Step(2)));

    [TestMethod]
    public void Walk_MarkedLoop_CountsItsPasses() =>
        Assert.AreEqual("1@1 2@1 3@1 2@2 3@2 4@2", Walk(Step(1), new BeginLoop(0, 2, true), Step(2), Step(3), new EndLoop(0), Step(4)));

    [TestMethod]
    public void Walk_NoMark_OutermostLoopCounts() =>
        Assert.AreEqual("1@1 1@1 1@2 1@2", Walk(new BeginLoop(0, 2, false), new BeginLoop(1, 2, false), Step(1), new EndLoop(1), new EndLoop(0)));

    [TestMethod]
    public void Walk_InnerMarked_CountsEachInnerPass() =>
        Assert.AreEqual("1@1 1@2 2@2 1@3 1@4 2@4",
            Walk(new BeginLoop(0, 2, false), new BeginLoop(1, 2, true), Step(1), new EndLoop(1), Step(2), new EndLoop(0)));

    [TestMethod]
    public void Walk_TwoMarkedLoops_GoOnCounting() =>
        Assert.AreEqual("1@1 1@2 2@3 2@4", Walk(new BeginLoop(0, 2, true), Step(1), new EndLoop(0), new BeginLoop(1, 2, true), Step(2), new EndLoop(1)));

    /// <summary>Two cyclic voltammetries of two cycles: 1 and 2, then 3 and 4, so that no number stands for two rates.</summary>
    [TestMethod]
    public void Walk_StepsWithCyclesOfTheirOwn_ShareNone()
    {
        var counter = new ProgramCounter([Step(1), Sweeps(2), Sweeps(3), Step(4), Sweeps(5)]);
        var walked = new List<string>();
        while (counter.MoveNext())
        {
            walked.Add($"{counter.Step!.Number}@{counter.Cycle}");
            if (counter.Step.CountsOwnCycles)
            {
                counter.CountOwnCycles(1);
            }
        }
        Assert.AreEqual("1@1 2@1 3@3 4@4 5@5", string.Join(' ', walked));
    }

    [TestMethod]
    public void Walk_SweepsInACountedLoop_BelongToItsCycle() =>
        Assert.AreEqual("1@1 1@2 2@3", Walk(new BeginLoop(0, 2, true), Sweeps(1), new EndLoop(0), Sweeps(2)));

    static RunStep Sweeps(int number)
    {
        var sweep = new Segment(SegmentRole.Sweep, ControlMode.Voltage, new(3, 1e-3, 4), [], new(10, 1, 1), 1e-3);
        return new(new Step(number, "cyclic_voltammetry", $"step {number}", number, [sweep, sweep with { Pass = 1 }], false, []));
    }

    [TestMethod]
    public void Position_InLoop_NamesInstructionAndPasses()
    {
        var counter = new ProgramCounter([new BeginLoop(0, 3, true), Step(1), new EndLoop(0)]);
        counter.MoveNext();
        counter.MoveNext();
        Assert.AreEqual(1, counter.Position.Instruction);
        CollectionAssert.AreEqual(new[] { 1 }, counter.Position.Passes.ToArray());
    }
}
