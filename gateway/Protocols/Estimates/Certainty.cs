namespace CoinRig.Protocols;

/// <summary>How sure an estimate is, from surest to least.</summary>
public enum Certainty
{
    /// <summary>It follows from the protocol alone.</summary>
    Exact,

    /// <summary>It can be less.</summary>
    AtMost,

    /// <summary>It rests on the nominal capacity or on a guess of the cell's state.</summary>
    About,

    /// <summary>Part of it cannot be told; the number leaves that part out.</summary>
    Unknown,
}

/// <summary>A duration that is known more or less.</summary>
/// <param name="Seconds">The duration, s; what cannot be told counts 0.</param>
/// <param name="Certainty">How sure it is.</param>
public readonly record struct EstimatedTime(double Seconds, Certainty Certainty)
{
    /// <summary>One after the other; a sum is as sure as its least sure part.</summary>
    public static EstimatedTime operator +(EstimatedTime a, EstimatedTime b) =>
        new(a.Seconds + b.Seconds, (Certainty)Math.Max((int)a.Certainty, (int)b.Certainty));

    /// <summary>In words: "about 84.2 h".</summary>
    public override string ToString() => Certainty switch
    {
        Certainty.Exact => Readable.Duration(Seconds),
        Certainty.AtMost => $"at most {Readable.Duration(Seconds)}",
        Certainty.About => $"about {Readable.Duration(Seconds)}",
        _ => Seconds > 0 ? $"more than {Readable.Duration(Seconds)} (not all steps can be told)" : "unknown",
    };
}
