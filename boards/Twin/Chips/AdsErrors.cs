namespace CoinRig.Twin;

/// <summary>What a specimen of the ADS1256 adds of its own before it is calibrated.</summary>
/// <param name="OffsetVolts">Offset referred to the input, V.</param>
/// <param name="GainError">Gain error, 1.</param>
/// <param name="NoiseFactor">Multiplies the noise of the data sheet's tables; 0 for a noiseless chip.</param>
public sealed record AdsErrors(double OffsetVolts, double GainError, double NoiseFactor)
{
    /// <summary>A chip without errors and noise, for tests of the arithmetic.</summary>
    public static AdsErrors None { get; } = new(0, 0, 0);

    /// <summary>A specimen drawn from a seed; self-calibration takes out both errors, but for its own noise.</summary>
    public static AdsErrors Draw(SeededNoise noise)
    {
        ArgumentNullException.ThrowIfNull(noise);
        return new(20e-6 * noise.Normal(), 2e-3 * noise.Normal(), 1);
    }
}
