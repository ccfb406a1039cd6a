namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>What the height of a peak is counted from.</summary>
public enum BaselineKind
{
    /// <summary>There is no baseline: the current is counted from zero, and no height is given.</summary>
    None,

    /// <summary>A line through the foot before the peak.</summary>
    Foot,

    /// <summary>The current of the sweep before it as it would have gone on without turning.</summary>
    ForwardDecay,
}
