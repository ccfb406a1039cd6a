using System.Text.RegularExpressions;
using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>
/// Finds out where jumps lead once the whole program is read. A jump may leave loops, but enter none; one that goes back says how often, so that
/// every program ends.
/// </summary>
sealed partial class JumpReader(ProtocolContext context)
{
    /// <summary>Where the program ends.</summary>
    internal const string End = "end";

    /// <summary>What comes after the innermost loop.</summary>
    internal const string AfterLoop = "after_loop";

    readonly Dictionary<string, Place> _labels = [];
    readonly Dictionary<int, Place> _steps = [];

    /// <summary>What a label looks like.</summary>
    internal const string LabelPattern = "^[A-Za-z][A-Za-z0-9_-]*$";

    [GeneratedRegex(LabelPattern)]
    internal static partial Regex LabelShape { get; }

    /// <summary>A step begins, perhaps with a label.</summary>
    internal void AddStep(int number, int instruction, IReadOnlyList<int> loops) => _steps[number] = new(instruction, loops);

    /// <summary>A step or loop has a label.</summary>
    internal void AddLabel(DocumentNode? node, int instruction, IReadOnlyList<int> loops)
    {
        if (node is null)
        {
            return;
        }
        var label = node.Text ?? "";
        if (node.IsNull || !LabelShape.IsMatch(label) || label is End or AfterLoop)
        {
            node.Report(node.Description, $"a label of letters, digits, '_' and '-', other than '{End}' and '{AfterLoop}'");
        }
        else if (!_labels.TryAdd(label, new(instruction, loops)))
        {
            node.Report($"the label '{label}' a second time", "each label once");
        }
    }

    /// <summary>The jumps by their numbers; what is wrong is reported.</summary>
    internal IReadOnlyList<Jump> Resolve(IReadOnlyList<Instruction> instructions) => [.. context.Jumps.Select(j => Resolve(j, instructions))];

    Jump Resolve(WrittenJump jump, IReadOnlyList<Instruction> instructions)
    {
        var from = _steps.TryGetValue(jump.StepNumber, out var known) ? known : new Place(0, []);
        var loop = from.Loops.Count > 0 ? from.Loops[^1] : -1;
        if (jump.Label == End)
        {
            return new(End, instructions.Count, jump.Times, loop);
        }
        if (jump.Label == AfterLoop)
        {
            if (loop < 0)
            {
                jump.Node.Report($"'{AfterLoop}' in a step that is in no loop", $"a label, or '{End}'");
            }
            return new(AfterLoop, 1 + instructions.Index().FirstOrDefault(i => i.Item is EndLoop e && e.Loop == loop).Index, jump.Times, loop);
        }
        if (!_labels.TryGetValue(jump.Label, out var to))
        {
            var near = Spelling.Nearest(jump.Label, _labels.Keys);
            jump.Node.Report($"no step or loop has the label '{jump.Label}'",
                near is not null ? $"did you mean '{near}'?" : $"'{End}', '{AfterLoop}'{(_labels.Count > 0 ? $", or one of: {string.Join(", ", _labels.Keys)}" : ", or 'label: NAME' in a step")}");
            return new(jump.Label, 0, jump.Times, loop);
        }
        if (to.Loops.Count > from.Loops.Count || !to.Loops.SequenceEqual(from.Loops.Take(to.Loops.Count)))
        {
            jump.Node.Report($"'{jump.Label}' is inside a loop that this step is not in", "the label of the loop itself, or of a step outside of it");
        }
        else if (to.Instruction <= from.Instruction && jump.Times == 0)
        {
            jump.Node.Report($"'goto: {jump.Label}' goes back and could do so for ever", "'times: N' beside it: how often at most; after that the next step follows");
        }
        return new(jump.Label, to.Instruction, jump.Times, loop);
    }

    readonly record struct Place(int Instruction, IReadOnlyList<int> Loops);
}
