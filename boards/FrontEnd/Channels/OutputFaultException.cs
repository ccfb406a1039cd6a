namespace CoinRig.FrontEnd;

/// <summary>A current flowed although the cell was connected so that none would. The relay was opened at once.</summary>
/// <param name="channel">The channel, from 1.</param>
/// <param name="range">The range.</param>
/// <param name="amperes">The current that flowed, A.</param>
/// <param name="isOutputReleased">Whether the output was in high impedance, so that none could flow.</param>
public sealed class OutputFaultException(int channel, CurrentRange range, double amperes, bool isOutputReleased = false) : Exception(
    $"Channel {channel}: {amperes * 1e6:0.00} uA flowed in the {range.Name} range when the cell was connected, where none should. The DAC does not answer, its reference is off, or the calibration is another board's. The relay was let go; run 'coinrig selftest' with a dummy.")
{
    /// <summary>The current that flowed, A.</summary>
    public double Amperes { get; } = amperes;

    /// <summary>Whether the output was in high impedance, so that no reference or calibration can have driven it.</summary>
    public bool IsOutputReleased { get; } = isOutputReleased;
}
