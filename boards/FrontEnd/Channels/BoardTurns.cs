using CoinRig.Clock;

namespace CoinRig.FrontEnd;

/// <summary>
/// The channels of a board share its chips. What takes long on one (connecting, identifying a cell, zeros, ranges, looking for a welded relay) is done in parts of one
/// conversion or one wait, and between two parts the others have the scans that are due: no channel's limits go unwatched while another one is busy.
/// </summary>
/// <param name="clock">The rig's clock.</param>
/// <param name="conversionSeconds">What one conversion takes, s.</param>
public sealed class BoardTurns(IRigClock clock, double conversionSeconds)
{
    readonly long _conversionNanoseconds = (long)(conversionSeconds * 1e9);

    /// <summary>The other channels; null where no other runs.</summary>
    public IOtherChannels? Others { get; set; }

    /// <summary>A part of so many conversions follows that must not be taken apart.</summary>
    internal void BeforeConversion(int conversions = 1) => Others?.GoFirst(clock.Nanoseconds + conversions * _conversionNanoseconds);

    /// <summary>Waits from now on, as long as it takes or longer.</summary>
    internal void Wait(long nanoseconds) => WaitUntil(clock.Nanoseconds + nanoseconds);

    /// <summary>Waits until a time or longer.</summary>
    internal void WaitUntil(long nanoseconds)
    {
        Others?.GoOnUntil(nanoseconds);
        clock.WaitUntil(nanoseconds);
    }
}
