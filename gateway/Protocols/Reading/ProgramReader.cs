using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>Reads the list of steps, with its loops, into the instructions of a plan.</summary>
sealed class ProgramReader(ProtocolContext context)
{
    const int DeepestNesting = 8;
    const int MostPasses = 100_000;
    const long MostExecutions = 10_000_000;

    readonly JumpReader _jumps = new(context);
    readonly List<int> _open = [];
    readonly List<Instruction> _instructions = [];
    readonly List<(DocumentNode Node, int Count, bool HoldsMark)> _outermost = [];
    long _mostPasses = 1;
    int _loops;
    int _steps;
    int _marks;

    /// <summary>Reads the steps of the whole file.</summary>
    internal (IReadOnlyList<Instruction> Instructions, IReadOnlyList<Jump> Jumps) Read(DocumentNode list)
    {
        ReadList(list, depth: 0, passes: 1, insideCycle: false);
        WarnOfLoopsLeftOut();
        var jumps = _jumps.Resolve(_instructions);
        if (_mostPasses * (1 + jumps.Sum(j => (long)j.Times)) > MostExecutions)
        {
            list.Report($"loops and jumps that run their steps up to {_mostPasses * (1 + jumps.Sum(j => (long)j.Times))} times", $"at most {MostExecutions} passes in all");
        }
        return (CycleMarks.Complete(_instructions), jumps);
    }

    void ReadList(DocumentNode list, int depth, long passes, bool insideCycle)
    {
        if (list.Items.Count == 0)
        {
            list.Report(list.Description, "a list of at least one step: '- Rest for 30 minutes'");
        }
        context.Previous = null;
        foreach (var item in list.Items)
        {
            if (item.IsMapping && item.AsMapping("a step") is { } map && map.Has("repeat"))
            {
                ReadLoop(map, depth, passes, insideCycle);
                context.Previous = null;
            }
            else
            {
                ReadStep(item);
            }
        }
    }

    void ReadStep(DocumentNode item)
    {
        context.StepNumber = ++_steps;
        _jumps.AddStep(_steps, _instructions.Count, [.. _open]);
        if (item.IsMapping)
        {
            _jumps.AddLabel(LabelOf(item), _instructions.Count, [.. _open]);
        }
        if (StepDispatch.Compile(item, context) is { Segments.Count: > 0 } step)
        {
            NeighbourChecks.Report(item, context.Previous, step.Segments[0]);
            _instructions.Add(new RunStep(step));
            context.Previous = step is { Repeats: false, Until.Count: 0 } ? step.Segments[^1] : null;
        }
        else
        {
            context.Previous = null;
        }
    }

    /// <summary>The label stands beside 'step', or among the keys of 'NAME: {keys}'.</summary>
    static DocumentNode? LabelOf(DocumentNode item)
    {
        var map = item.AsMapping("a step")!;
        var keys = map.Keys.ToArray();
        var named = keys.Length == 1 && keys[0] != "step" ? map.AsWritten(keys[0]) : null;
        return named is { IsMapping: true } ? named.AsMapping("")!.AsWritten("label") : map.AsWritten("label");
    }

    void ReadLoop(MappingReader map, int depth, long passes, bool insideCycle)
    {
        map.Declare(ProgramKeys.Loop.Select(k => k.Name));
        var count = map.WholeNumber("repeat", 1, 1, MostPasses);
        var counts = map.Truth("cycle", false);
        if (counts && insideCycle)
        {
            map.Optional("cycle")!.Report("a loop with 'cycle: true' inside another", "one loop of a nest counts the cycles");
        }
        var steps = map.Required("steps");
        map.Optional("label");
        map.Optional("until");
        map.Finish();
        if (depth == DeepestNesting)
        {
            map.Node.Report($"more than {DeepestNesting} loops inside each other", $"at most {DeepestNesting}");
            return;
        }
        if (passes * count > MostExecutions)
        {
            map.Node.Report($"loops that run their steps {passes * count} times", $"at most {MostExecutions} passes in all");
            return;
        }
        _mostPasses = Math.Max(_mostPasses, passes * count);
        _jumps.AddLabel(map.Optional("label"), _instructions.Count, [.. _open]);
        var loop = _loops++;
        _open.Add(loop);
        _instructions.Add(new BeginLoop(loop, count, counts));
        var marksBefore = _marks;
        _marks += counts ? 1 : 0;
        if (steps is not null)
        {
            ReadList(steps, depth + 1, passes * count, insideCycle || counts);
        }
        _open.RemoveAt(_open.Count - 1);
        _instructions.Add(new EndLoop(loop) { Line = map.Node.Line, Until = map.Optional("until") is { } until ? ConditionReader.ReadOfLoop(context, until) : [] });
        if (depth == 0)
        {
            _outermost.Add((map.Node, count, _marks > marksBefore));
        }
    }

    /// <summary>Once one loop is marked, no other counts by itself, and all its passes get the number of the last cycle before it.</summary>
    void WarnOfLoopsLeftOut()
    {
        foreach (var (node, count, holdsMark) in _outermost)
        {
            if (_marks > 0 && !holdsMark && count > 1)
            {
                node.Warn("the passes of this loop are no cycles, because other loops are marked 'cycle: true': all of them get one cycle number",
                    "'cycle: true' here too, or on no loop (then the outermost count)");
            }
        }
    }
}
