namespace CoinRig.Protocols;

/// <summary>Where no loop of a protocol is marked <c>cycle: true</c>, a cycle is one pass of an outermost loop.</summary>
static class CycleMarks
{
    internal static IReadOnlyList<Instruction> Complete(IReadOnlyList<Instruction> instructions)
    {
        if (instructions.OfType<BeginLoop>().Any(l => l.CountsCycles))
        {
            return instructions;
        }
        var depth = 0;
        var marked = new List<Instruction>(instructions.Count);
        foreach (var instruction in instructions)
        {
            marked.Add(instruction is BeginLoop loop && depth == 0 ? loop with { CountsCycles = true } : instruction);
            depth += instruction switch { BeginLoop => 1, EndLoop => -1, _ => 0 };
        }
        return marked;
    }
}
