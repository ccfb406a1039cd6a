using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>Reads the list of steps, with its loops, into the instructions of a plan.</summary>
sealed class ProgramReader(ProtocolContext context)
{
    const int DeepestNesting = 8;
    const int MostPasses = 100_000;
    const long MostExecutions = 10_000_000;

    readonly List<Instruction> _instructions = [];
    readonly List<(DocumentNode Node, int Count, bool HoldsMark)> _outermost = [];
    int _loops;
    int _steps;
    int _marks;

    /// <summary>Reads the steps of the whole file.</summary>
    internal IReadOnlyList<Instruction> Read(DocumentNode list)
    {
        ReadList(list, depth: 0, passes: 1, insideCycle: false);
        WarnOfLoopsLeftOut();
        return CycleMarks.Complete(_instructions);
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

    void ReadLoop(MappingReader map, int depth, long passes, bool insideCycle)
    {
        var count = map.WholeNumber("repeat", 1, 1, MostPasses);
        var counts = map.Truth("cycle", false);
        if (counts && insideCycle)
        {
            map.Optional("cycle")!.Report("a loop with 'cycle: true' inside another", "one loop of a nest counts the cycles");
        }
        var steps = map.Required("steps");
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
        var loop = _loops++;
        _instructions.Add(new BeginLoop(loop, count, counts));
        var marksBefore = _marks;
        _marks += counts ? 1 : 0;
        if (steps is not null)
        {
            ReadList(steps, depth + 1, passes * count, insideCycle || counts);
        }
        _instructions.Add(new EndLoop(loop));
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
