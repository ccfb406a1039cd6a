using CoinRig.Protocols;

namespace CoinRig.Control.Tests;

/// <summary>Jumps through a program: which steps come, in which cycles.</summary>
[TestClass]
public sealed class JumpTests
{
    [TestMethod]
    public void Jump_BackWithinAPass_IsMadeAsOftenAsItMay_InEachPass()
    {
        // loop twice: 1, 2 (back to 1, twice at most)
        var counter = Counter([new BeginLoop(0, 2, true), Step(1), Step(2), new EndLoop(0), Step(3)], [new("a", 1, 2, 0)]);
        Assert.AreEqual("1:1 2:1 1:1 2:1 1:1 2:1 1:2 2:2 1:2 2:2 1:2 2:2 3:2", Walk(counter, number => number == 2 ? 0 : null));
    }

    [TestMethod]
    public void Jump_AfterTheLoop_LeavesIt_AndTheCountGoesOn()
    {
        var counter = Counter([new BeginLoop(0, 9, true), Step(1), Step(2), new EndLoop(0), new BeginLoop(1, 2, true), Step(3), new EndLoop(1)], [new("after_loop", 4, 0, 0)]);
        Assert.AreEqual("1:1 3:2 3:3", Walk(counter, number => number == 1 ? 0 : null));
        Assert.IsTrue(counter.IsInCountedLoop || counter.Step is null);
    }

    [TestMethod]
    public void Jump_OutOfTwoLoops_LeavesBoth()
    {
        var program = new Instruction[] { Step(1), new BeginLoop(0, 2, true), new BeginLoop(1, 5, false), Step(2), new EndLoop(1), Step(3), new EndLoop(0), Step(4) };
        var counter = Counter(program, [new("out", 7, 0, 1)]);
        Assert.AreEqual("1:1 2:1 4:1", Walk(counter, number => number == 2 ? 0 : null));
        Assert.IsFalse(counter.IsInCountedLoop);
        Assert.AreEqual("1:1 2:1 3:1 2:2 3:2 4:2", Walk(Counter(program, [new("3", 5, 0, 1)]), number => number == 2 ? 0 : null));
    }

    [TestMethod]
    public void Jump_ToTheLoopItself_BeginsItAgain()
    {
        var counter = Counter([new BeginLoop(0, 2, true), Step(1), Step(2), new EndLoop(0)], [new("loop", 0, 1, -1)]);
        var jumped = false;
        Assert.AreEqual("1:1 2:1 1:2 1:3 2:3 1:4 2:4", Walk(counter, number =>
        {
            var jumps = number == 1 && counter.Cycle == 2 && !jumped;
            jumped |= jumps;
            return jumps ? 0 : null;
        }));
    }

    [TestMethod]
    public void Jump_ToTheEnd_EndsTheProgram() =>
        Assert.AreEqual("1:1", Walk(Counter([new BeginLoop(0, 5, true), Step(1), new EndLoop(0), Step(2)], [new("end", 4, 0, 0)]), _ => 0));

    [TestMethod]
    public void Loop_WhoseConditionHolds_EndsAfterThePass()
    {
        var passes = 0;
        var end = new EndLoop(0) { Until = [new(Measured.Result, false, 0.8, "capacity_retention < 80 %") { Result = "capacity_retention" }] };
        var counter = new ProgramCounter([new BeginLoop(0, 100, true), Step(1), end, Step(2)], [], _ => ++passes == 3);
        Assert.AreEqual("1:1 1:2 1:3 2:3", Walk(counter, _ => null));
    }

    [TestMethod]
    public void Position_TellsHowOftenEachJumpWasMade()
    {
        var counter = Counter([Step(1), Step(2)], [new("a", 0, 3, -1)]);
        counter.MoveNext();
        counter.MoveNext();
        counter.Jump(0);
        counter.MoveNext();
        Assert.AreEqual((0, 1), (counter.Position.Instruction, counter.Position.Jumps.Single()));
    }

    static ProgramCounter Counter(IReadOnlyList<Instruction> program, IReadOnlyList<Jump> jumps) => new(program, jumps, _ => false);

    static string Walk(ProgramCounter counter, Func<int, int?> jumpAfter)
    {
        var seen = new List<string>();
        while (counter.MoveNext() && seen.Count < 100)
        {
            seen.Add($"{counter.Step!.Number}:{counter.Cycle}");
            if (jumpAfter(counter.Step.Number) is { } jump)
            {
                counter.Jump(jump);
            }
        }
        return string.Join(' ', seen);
    }

    static RunStep Step(int number) => new(new Step(number, "rest", "", 1, [], false, []));
}
