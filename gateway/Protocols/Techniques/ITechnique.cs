namespace CoinRig.Protocols;

/// <summary>
/// A technique: reads the keys of its step and says which segments it is made of. A new one is a file with this interface
/// and a line in <see cref="Techniques.All"/>.
/// </summary>
public interface ITechnique
{
    /// <summary>Its name as in protocol files: "gitt".</summary>
    string Name { get; }

    /// <summary>What it does, in a sentence.</summary>
    string Summary { get; }

    /// <summary>Its keys, apart from those that every technique takes; no other is accepted, and no other can be read.</summary>
    IReadOnlyList<Key> Keys { get; }

    /// <summary>
    /// Reads the step. Mistakes are reported by the reader's getters, which then return a stand-in (NaN), so a technique just
    /// goes on; limits, missing ends and unknown keys are checked for it.
    /// </summary>
    StepBody Compile(StepReader step);
}

/// <summary>What a technique makes of its step.</summary>
/// <param name="Segments">What is done, one after another.</param>
/// <param name="Repeats">Whether the segments start again after the last, until <paramref name="Until"/> is met.</param>
/// <param name="Until">Conditions that end the whole step from any of its segments.</param>
public sealed record StepBody(IReadOnlyList<Segment> Segments, bool Repeats, IReadOnlyList<EndCondition> Until)
{
    /// <summary>Segments that run once, each to its own end.</summary>
    public StepBody(params IReadOnlyList<Segment> segments)
        : this(segments, false, [])
    {
    }
}
