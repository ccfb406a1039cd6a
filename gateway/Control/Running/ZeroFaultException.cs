using CoinRig.FrontEnd;

namespace CoinRig.Control;

/// <summary>What was read with the relay open is no zero: it would stand in every current of the run.</summary>
/// <param name="channel">The channel, from 1.</param>
/// <param name="range">The range.</param>
/// <param name="amperes">What was read, A.</param>
public sealed class ZeroFaultException(int channel, CurrentRange range, double amperes) : Exception(
    $"Channel {channel}: the {range.Name} range reads {amperes * 1e6:0.00} uA with the relay open, where at most {MostPart * range.FullScaleAmperes * 1e6:0.00} uA may be. The relay stays open. The ADC hangs, an input is disturbed, or the calibration is another board's: run 'coinrig doctor'.")
{
    /// <summary>Part of the full scale that no offset of amplifiers and ADC comes near, and no calibration leaves.</summary>
    const double MostPart = 0.02;

    /// <summary>Refuses such a zero.</summary>
    internal static void ThrowIfOne(int channel, CurrentRange range, double amperes)
    {
        if (!(Math.Abs(amperes) <= MostPart * range.FullScaleAmperes))
        {
            throw new ZeroFaultException(channel, range, amperes);
        }
    }
}
