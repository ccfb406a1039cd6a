using System.Globalization;
using CoinRig.Documents;

namespace CoinRig.Interchange;

/// <summary>
/// Turns the flat list of unicycler, in which a loop jumps back to a tag or to the number of a step, into loops inside each other. Loops
/// that intersect are refused.
/// </summary>
sealed class UnicyclerLoops
{
    readonly List<ImportedItem?> _items = [];
    readonly Dictionary<string, int> _tags = [];
    readonly Dictionary<int, (int Start, int Count, DocumentNode Node)> _loops = [];

    /// <summary>The number of the entry that comes next, from 1, as unicycler counts: tags and loops too.</summary>
    int Next => _items.Count + 1;

    /// <summary>An entry that could not be read still counts.</summary>
    internal void Skip() => _items.Add(null);

    internal void Add(ImportedStep step) => _items.Add(step);

    internal void AddTag(MappingReader step)
    {
        var name = step.RequiredText("tag");
        if (name.Length > 0 && !_tags.TryAdd(name, Next))
        {
            step.Optional("tag")!.Report($"a second tag '{name}'", "each tag once");
        }
        Skip();
    }

    internal void AddLoop(MappingReader step)
    {
        var count = (int)Math.Clamp(Whole(step, "cycle_count", null), 0, int.MaxValue);
        if (count == 0)
        {
            step.Optional("cycle_count")?.Report(step.Optional("cycle_count")!.Description, "a whole number of passes above zero, the first one included");
        }
        if (Target(step) is { } start)
        {
            _loops[Next] = (start, count, step.Node);
        }
        Skip();
    }

    int? Target(MappingReader step)
    {
        var node = step.Optional("loop_to");
        if (node?.Text is { } tag && _tags.TryGetValue(tag, out var start))
        {
            if (start == Next - 1)
            {
                node.Report($"a loop to the tag '{tag}' directly before it", "at least one step between them");
                return null;
            }
            return start;
        }
        if (node?.Text is { } name && !double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            node.Report($"a loop to '{name}'", "the number of a step, or a tag that stands before the loop");
            return null;
        }
        var number = Whole(step, "loop_to", 1);
        if (number >= 1 && number <= Next - 2)
        {
            return (int)number;
        }
        (node ?? step.Node).Report($"loop {Next} to step {number:0.###}", $"a step from 1 to {Math.Max(1, Next - 2)}, two before the loop or more; one step alone is repeated by a tag before it");
        return null;
    }

    /// <summary>A whole number; 0 where it is none.</summary>
    static double Whole(MappingReader step, string key, double? otherwise)
    {
        var number = otherwise is { } given ? UnicyclerValue.Number(step, key) ?? given : UnicyclerValue.Required(step, key);
        return number == Math.Floor(number) ? number : 0;
    }

    /// <summary>The steps inside their loops.</summary>
    internal IReadOnlyList<ImportedItem> Nested()
    {
        var open = new Stack<(int End, List<ImportedItem> Items)>();
        open.Push((0, []));
        for (var number = 1; number <= _items.Count; number++)
        {
            foreach (var end in _loops.Where(l => l.Value.Start == number).Select(l => l.Key).OrderDescending())
            {
                open.Push((end, []));
            }
            if (_items[number - 1] is { } item)
            {
                open.Peek().Items.Add(item);
            }
            if (!_loops.TryGetValue(number, out var loop))
            {
                continue;
            }
            if (open.Peek().End != number)
            {
                loop.Node.Report($"a loop from step {loop.Start} to {number} that intersects the one that ends with step {open.Peek().End}", "loops beside or inside each other");
                return [];
            }
            var body = open.Pop().Items;
            open.Peek().Items.Add(new ImportedLoop(new(loop.Node.Line, loop.Node.Column), loop.Count, false, body));
        }
        return open.Pop().Items;
    }
}
