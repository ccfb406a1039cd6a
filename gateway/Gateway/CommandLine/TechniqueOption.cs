using System.CommandLine;
using CoinRig.Analysis;

namespace CoinRig.Gateway;

/// <summary><c>--technique</c>, in the words that people write.</summary>
static class TechniqueOption
{
    static readonly (string Word, Technique Technique)[] Words =
    [
        ("cycling", Technique.Cycling), ("gitt", Technique.Gitt), ("ici", Technique.Ici), ("pitt", Technique.Pitt), ("cv", Technique.CyclicVoltammetry),
        ("pulse", Technique.Pulse), ("eis", Technique.Eis),
    ];

    public static Option<Technique?> Create() => new("--technique")
    {
        Description = $"What the files are of: {string.Join(", ", Words.Select(w => w.Word))} (default: told from the data)",
        HelpName = "T",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            foreach (var (word, technique) in Words)
            {
                if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
                {
                    return technique;
                }
            }
            result.AddError($"--technique: '{text}' is none that is known; {string.Join(", ", Words.Select(w => w.Word))} are.");
            return null;
        },
    };
}
