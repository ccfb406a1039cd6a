using CoinRig.Documents;

namespace CoinRig.Interchange;

/// <summary>
/// Reads step lists of PyBaMM (pybamm-team/PyBaMM 7c9f5bd): a JSON list of texts, the list as it stands in a Python script, or a text
/// with one step a line. A tuple, or a list in the list, is a cycle. The steps themselves are sentences that protocol files take too.
/// </summary>
public static class PybammFile
{
    /// <summary>Reads a step list.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="DocumentException">With every mistake.</exception>
    public static ImportedProtocol Read(string text, string name)
    {
        var entries = new PybammReader(text, name).Read();
        if (entries.Count == 0)
        {
            throw new DocumentException([new(name, 1, 1, "no step", "a list of steps: \"Charge at C/5 until 4.2 V\", ...")]);
        }
        return ImportedProtocol.Of(name, new([$"From {Path.GetFileName(name)}, a step list of PyBaMM."], Path.GetFileNameWithoutExtension(name)),
            [.. Items(entries)], []);
    }

    /// <summary>Cycles of the same steps, one after another, are one loop.</summary>
    static IEnumerable<ImportedItem> Items(IReadOnlyList<PybammEntry> entries)
    {
        for (var i = 0; i < entries.Count;)
        {
            var first = entries[i++];
            if (!first.IsCycle)
            {
                yield return Step(first.Sentences[0]);
                continue;
            }
            var count = 1;
            for (; i < entries.Count && entries[i].IsSameAs(first); i++)
            {
                count++;
            }
            yield return new ImportedLoop(first.Place, count, true, [.. first.Sentences.Select(Step)]);
        }
    }

    static ImportedStep Step(PybammSentence sentence) => new(sentence.Place, YamlText.Quoted(sentence.Text));
}
