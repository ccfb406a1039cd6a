namespace CoinRig.Electrochemistry.Fade;

/// <summary>How a capacity falls over the cycles.</summary>
public enum FadeLaw
{
    /// <summary>The same loss each cycle: a + b n.</summary>
    Linear,

    /// <summary>A loss that slows down as a film grows: a + b sqrt(n).</summary>
    Root,

    /// <summary>A loss that suddenly grows: a + b n + c max(0, n - k), with c of b's direction.</summary>
    Knee,
}
