using System.Text;
using CoinRig.Tests;
using CsCheck;

namespace CoinRig.Protocols.Tests;

/// <summary>Loops become instructions that run each step as often as the file says.</summary>
[TestClass]
public sealed class LoopTests
{
    /// <summary>A loop of a generated file; without inner loops it holds one rest.</summary>
    sealed record Loop(int Count, Loop[] Inner)
    {
        internal int Executions => Count * (Inner.Length == 0 ? 1 : Inner.Sum(i => i.Executions));

        internal StringBuilder Write(StringBuilder yaml, int indent)
        {
            var pad = new string(' ', indent);
            yaml.Append($"{pad}- repeat: {Count}\n{pad}  steps:\n");
            if (Inner.Length == 0)
            {
                yaml.Append($"{pad}    - Rest for 1 second\n");
            }
            return Inner.Aggregate(yaml, (y, inner) => inner.Write(y, indent + 4));
        }
    }

    static Gen<Loop> Loops(int depth) => Gen.Select(Gen.Int[1, 3], depth == 0 ? Gen.Const(Array.Empty<Loop>()) : Loops(depth - 1).Array[0, 3], (count, inner) => new Loop(count, inner));

    [TestMethod]
    public void Repeat_Nested_RunsEachStepAsOftenAsWritten() => Loops(3).ForAll(loop =>
    {
        var plan = Shipped.Read(loop.Write(new("name: t\nsteps:\n"), 2).ToString());
        Assert.AreEqual(loop.Executions, Execute(plan));
        Assert.AreEqual(loop.Executions, PlanEstimate.Of(plan).Duration.Seconds, 1e-9);
    }, cases: 200);

    [TestMethod]
    public void Cycle_NoLoopMarked_IsTheOutermost()
    {
        var plan = Shipped.Read("name: t\nsteps:\n  - {repeat: 2, steps: [{repeat: 3, steps: [Rest for 1 hour]}]}\n  - {repeat: 4, steps: [Rest for 1 hour]}");
        CollectionAssert.AreEqual(new[] { (0, 2, true), (1, 3, false), (2, 4, true) }, plan.Instructions.OfType<BeginLoop>().Select(l => (l.Loop, l.Count, l.CountsCycles)).ToArray());
    }

    [TestMethod]
    public void Cycle_InnerLoopMarked_IsThatOneAlone()
    {
        var plan = Shipped.Read("name: t\nsteps:\n  - {repeat: 2, steps: [{repeat: 3, cycle: true, steps: [Rest for 1 hour]}]}");
        CollectionAssert.AreEqual(new[] { false, true }, plan.Instructions.OfType<BeginLoop>().Select(l => l.CountsCycles).ToArray());
    }

    /// <summary>Runs the program as the contract says and counts the steps.</summary>
    static int Execute(Plan plan)
    {
        var (executions, passes) = (0, new Dictionary<int, int>());
        for (var i = 0; i < plan.Instructions.Count; i++)
        {
            switch (plan.Instructions[i])
            {
                case RunStep:
                    executions++;
                    break;
                case BeginLoop begin:
                    passes[begin.Loop] = begin.Count;
                    break;
                case EndLoop end when --passes[end.Loop] > 0:
                    i = plan.Instructions.ToList().FindIndex(x => x is BeginLoop b && b.Loop == end.Loop);
                    break;
            }
        }
        return executions;
    }
}
