using CoinRig.Documents;
using CoinRig.FrontEnd;

namespace CoinRig.Twin;

/// <summary>
/// The true gains and offsets of a channel, drawn once from the profile's calibration and its standard uncertainties. The front end knows
/// only the profile's values; this is for tests and for judging results.
/// </summary>
/// <param name="VoltageGain">Voltage reading, 1.</param>
/// <param name="VoltageOffsetVolts">Voltage reading, V.</param>
/// <param name="VoltageTargetGain">Cell voltage over DAC voltage, 1.</param>
/// <param name="VoltageTargetOffsetVolts">The same, V.</param>
/// <param name="Ranges">The current ranges, in the profile's order.</param>
public sealed record ChannelTruth(double VoltageGain, double VoltageOffsetVolts, double VoltageTargetGain, double VoltageTargetOffsetVolts,
    IReadOnlyList<RangeTruth> Ranges)
{
    /// <summary>Draws.</summary>
    /// <param name="calibration">What the profile says.</param>
    /// <param name="noise">The stream of this channel's calibration.</param>
    /// <param name="isOffsetShared">Whether one voltage behind all shunts makes the offsets of all ranges, so that they err together.</param>
    internal static ChannelTruth Draw(ChannelCalibration calibration, SeededNoise noise, bool isOffsetShared)
    {
        double Next(Amount amount) => amount.Value + amount.Uncertainty * noise.Normal();
        var truth = new ChannelTruth(Next(calibration.VoltageGain), Next(calibration.VoltageOffsetVolts), Next(calibration.VoltageTargetGain),
            Next(calibration.VoltageTargetOffsetVolts),
            [.. calibration.Currents.Select(c => new RangeTruth(Next(c.Gain), Next(c.OffsetAmperes), Next(c.TargetGain), Next(c.TargetOffsetAmperes)))]);
        if (!isOffsetShared)
        {
            return truth;
        }
        var shared = noise.Normal();
        return truth with
        {
            Ranges = [.. truth.Ranges.Zip(calibration.Currents, (range, c) => range with { OffsetAmperes = c.OffsetAmperes.Value + shared * c.OffsetAmperes.Uncertainty })],
        };
    }
}

/// <summary>The true gains and offsets of one current range.</summary>
/// <param name="Gain">Current reading, 1.</param>
/// <param name="OffsetAmperes">Current reading, A.</param>
/// <param name="TargetGain">Cell current over DAC target, 1.</param>
/// <param name="TargetOffsetAmperes">The same, A.</param>
public sealed record RangeTruth(double Gain, double OffsetAmperes, double TargetGain, double TargetOffsetAmperes)
{
    /// <summary>The resistor that is in over the one that the profile says, 1 when it is the right one. A planted fault.</summary>
    public double ShuntFactor { get; internal set; } = 1;
}
