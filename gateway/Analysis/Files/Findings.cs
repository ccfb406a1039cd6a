using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Voltammetry;

namespace CoinRig.Analysis;

/// <summary>What the parts of an analysis find, gathered.</summary>
sealed class Findings
{
    /// <summary>Which analyses were made.</summary>
    public List<Technique> Techniques { get; } = [];

    /// <summary>The results.</summary>
    public List<Result> Results { get; } = [];

    /// <summary>Its voltammograms, for a study over scan rates.</summary>
    public List<Voltammogram> Voltammograms { get; } = [];

    /// <summary>The curves.</summary>
    public List<Curve> Curves { get; } = [];

    /// <summary>How the analyses were made.</summary>
    public List<KeyValuePair<string, string>> Settings { get; } = [];

    /// <summary>Notes that a technique was analysed, how, and what it gave.</summary>
    public void Add(Technique technique, IEnumerable<Result> results, params ReadOnlySpan<(string Name, string Value)> settings)
    {
        if (!Techniques.Contains(technique))
        {
            Techniques.Add(technique);
        }
        Results.AddRange(results);
        foreach (var (name, value) in settings)
        {
            if (!Settings.Any(s => s.Key == name))
            {
                Settings.Add(new(name, value));
            }
        }
    }
}
