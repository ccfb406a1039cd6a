using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CoinRig.Documents;

/// <summary>
/// Walks the parser's events before the tree is built, because building it recurses: a file nested without end, or one whose
/// aliases multiply or contain themselves, would end the process instead of giving a message.
/// </summary>
static class DocumentScan
{
    const int DeepestNesting = 40;
    const long MostValues = 100_000;

    internal static void Check(string text, string name)
    {
        var parser = new Parser(new StringReader(text));
        var sizes = new Dictionary<string, long>();
        var open = new Stack<(string Anchor, long Size)>();
        open.Push(("", 0));
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case Scalar scalar:
                    Remember(sizes, scalar.Anchor, 1);
                    Add(1, scalar);
                    break;
                case SequenceStart or MappingStart:
                    var start = (NodeEvent)parser.Current;
                    open.Push((start.Anchor.IsEmpty ? "" : start.Anchor.Value, 1));
                    Refuse(open.Count > DeepestNesting, start, $"more than {DeepestNesting} levels of nesting", "a file that a person can read: fewer levels");
                    break;
                case SequenceEnd or MappingEnd:
                    var (anchor, size) = open.Pop();
                    if (anchor.Length > 0)
                    {
                        sizes[anchor] = size;
                    }
                    Add(size, parser.Current);
                    break;
                case AnchorAlias alias:
                    Refuse(open.Any(o => o.Anchor == alias.Value.Value), alias, $"'*{alias.Value}' stands inside what it names",
                        "an alias of something that is complete before it");
                    Refuse(!sizes.ContainsKey(alias.Value.Value), alias, $"'*{alias.Value}' names nothing", $"'&{alias.Value}' at a value before it");
                    Add(sizes[alias.Value.Value], alias);
                    break;
            }
        }

        void Add(long size, ParsingEvent at)
        {
            var (anchor, sum) = open.Pop();
            open.Push((anchor, sum + size));
            Refuse(sum + size > MostValues, at, $"more than {MostValues} values", "a shorter file; to repeat steps use 'repeat: N'");
        }

        void Refuse(bool mistaken, ParsingEvent at, string found, string allowed)
        {
            if (mistaken)
            {
                throw new DocumentException([new(name, (int)at.Start.Line, (int)at.Start.Column, found, allowed)]);
            }
        }
    }

    static void Remember(Dictionary<string, long> sizes, AnchorName anchor, long size)
    {
        if (!anchor.IsEmpty)
        {
            sizes[anchor.Value] = size;
        }
    }
}
