using CoinRig.Electrochemistry.Results;
using CoinRig.Electrochemistry.Uncertainty;

namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>What the peaks of one branch say over scan rates.</summary>
public sealed record RateStudy
{
    /// <summary>Whether these are peaks of rising potential.</summary>
    public required bool IsAnodic { get; init; }

    /// <summary>The peaks, the slowest first.</summary>
    public required IReadOnlyList<RatePoint> Points { get; init; }

    /// <summary>What the peaks' heights are counted from; <see cref="BaselineKind.None"/>: the currents are counted from zero.</summary>
    public required BaselineKind CountedFrom { get; init; }

    /// <summary>Peak current over the root of the rate: slope in A/(V/s)^0.5, intercept in A.</summary>
    public required RateLine PeakLine { get; init; }

    /// <summary>b of |Ip| = a v^b: 0.5 for diffusion, 1 for a surface.</summary>
    public required Estimate Exponent { get; init; }

    /// <summary>D by Randles and Sevcik, m2/s; null without area and concentration.</summary>
    public Estimate? ApparentDiffusion { get; init; }

    /// <summary>Which input costs how much of its uncertainty.</summary>
    public IReadOnlyList<BudgetTerm> Budget { get; init; } = [];

    /// <summary>How the currents of the whole sweep part; null where they share no potentials.</summary>
    public CurrentSeparation? Separation { get; init; }

    /// <summary>How deep the host was emptied at the peak of the slowest sweep, over its length; null without length.</summary>
    public double? LargestDepth { get; init; }

    /// <summary>What is to be known about slope and D.</summary>
    public required IReadOnlyList<Flag> Flags { get; init; }
}
