namespace Iot.Device.Ads1256;

/// <summary>A register that does not hold what was written to it.</summary>
/// <param name="Register">Which.</param>
/// <param name="Expected">What was written, in the bits that are compared.</param>
/// <param name="Found">What was read, in the bits that are compared.</param>
public readonly record struct RegisterMismatch(Register Register, byte Expected, byte Found)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Register.ToString().ToUpperInvariant()} holds 0x{Found:X2} instead of 0x{Expected:X2}";
}
