using System.Globalization;

namespace CoinRig.KillRuns;

/// <summary>What a campaign found.</summary>
/// <param name="What">What was done, in words.</param>
sealed record Tally(string What)
{
    /// <summary>What broke a promise, each with what is needed to see it again.</summary>
    internal List<string> Failures { get; } = [];

    /// <summary>Figures by name, in the order in which they were set.</summary>
    internal Dictionary<string, double> Figures { get; } = [];

    /// <summary>Adds to a figure.</summary>
    internal void Add(string name, double value) => Figures[name] = Figures.GetValueOrDefault(name) + value;

    /// <summary>Tells of the failures after the first so many.</summary>
    internal void TellNew(int before, Action<string> tell)
    {
        foreach (var failure in Failures.Skip(before))
        {
            tell(failure);
        }
    }

    /// <summary>Keeps the largest of a figure.</summary>
    internal void Largest(string name, double value) => Figures[name] = Math.Max(Figures.GetValueOrDefault(name), value);

    /// <inheritdoc/>
    public override string ToString() => string.Join(Environment.NewLine,
        [$"{What}: {(Failures.Count == 0 ? "every promise kept" : $"{Failures.Count} BROKEN PROMISES")}",
            .. Figures.Select(f => string.Create(CultureInfo.InvariantCulture, $"  {f.Key}: {f.Value:G6}")),
            .. Failures.Select(f => $"  {f}")]);
}
