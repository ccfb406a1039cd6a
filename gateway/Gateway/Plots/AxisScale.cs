namespace CoinRig.Gateway;

/// <summary>How an axis counts.</summary>
enum AxisScale
{
    /// <summary>Evenly.</summary>
    Linear,

    /// <summary>Evenly, with labels at whole numbers only.</summary>
    Whole,

    /// <summary>By decades; what is not positive cannot be drawn.</summary>
    Logarithmic,
}
