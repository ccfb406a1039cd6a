namespace CoinRig.FrontEnd;

/// <summary>One calibrated reading of a channel.</summary>
/// <param name="Value">V or A.</param>
/// <param name="Nanoseconds">Centre of the conversion window on the rig's clock, ns.</param>
/// <param name="IsClipped">Whether the ADC or the amplifier before it was at the end of its scale, so that the true value may be larger.</param>
public readonly record struct Reading(double Value, long Nanoseconds, bool IsClipped)
{
    /// <summary>Whether it is known and its size is below a bound; not a number is not.</summary>
    internal bool IsBelow(double bound) => !IsClipped && Math.Abs(Value) < bound;
}
