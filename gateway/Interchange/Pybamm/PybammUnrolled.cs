namespace CoinRig.Interchange;

/// <summary>The sentences of a protocol with its loops unrolled; a pass that counts as a cycle is one entry.</summary>
sealed class PybammUnrolled
{
    /// <summary>Longer lists make PyBaMM's experiments as unwieldy as unicycler's own exporter finds them, which refuses them.</summary>
    internal const int MostSteps = 10_000;

    readonly PortableProtocol _protocol;
    readonly Dictionary<PortableStep, string> _sentences = new(ReferenceEqualityComparer.Instance);
    int _steps;

    internal PybammUnrolled(PortableProtocol protocol)
    {
        _protocol = protocol;
        Add(protocol.Items, into: null);
        if (_steps > MostSteps)
        {
            protocol.Refusals.Add(new(protocol.File, protocol.Steps.First().Line, 1, $"more than {MostSteps} steps when its loops are unrolled", "fewer passes"));
        }
    }

    /// <summary>The entries of the list.</summary>
    internal List<(bool IsCycle, List<string> Steps)> Entries { get; } = [];

    void Add(IReadOnlyList<PortableItem> items, List<string>? into)
    {
        foreach (var item in items)
        {
            if (item is PortableLoop loop)
            {
                for (var pass = 0; pass < loop.Count && _steps <= MostSteps; pass++)
                {
                    AddPass(loop, into);
                }
                continue;
            }
            _steps++;
            var sentence = Sentence((PortableStep)item);
            if (into is null)
            {
                Entries.Add((false, [sentence]));
            }
            else
            {
                into.Add(sentence);
            }
        }
    }

    void AddPass(PortableLoop loop, List<string>? into)
    {
        if (into is not null || !loop.CountsCycles)
        {
            Add(loop.Items, into);
            return;
        }
        List<string> cycle = [];
        Add(loop.Items, cycle);
        Entries.Add((true, cycle));
    }

    string Sentence(PortableStep step)
    {
        if (!_sentences.TryGetValue(step, out var sentence))
        {
            _sentences[step] = sentence = PybammSentenceOf.Step(_protocol, step);
        }
        return sentence;
    }
}
