namespace CoinRig.FrontEnd;

/// <summary>What a channel can be asked for, known from its profile before anything is opened.</summary>
/// <param name="board">The board.</param>
/// <param name="channel">The channel.</param>
public sealed class ChannelReach(BoardProfile board, ChannelProfile channel)
{
    /// <summary>Calibration may take the last per cent of the DAC's span away.</summary>
    const double UsablePart = 0.98;

    /// <summary>The channel's number, from 1.</summary>
    public int Number => channel.Number;

    /// <summary>The current ranges, smallest first.</summary>
    public IReadOnlyList<CurrentRange> Ranges => channel.Ranges;

    /// <summary>Lowest and highest voltage that can be set, V.</summary>
    public (double Lowest, double Highest) SettableVolts { get; } = board.Topology == Topology.SeriesShunt
        ? (board.LowestComplianceVolts, board.HighestComplianceVolts)
        : new HardwareLoopTargets(channel, board.DacReferenceVolts).SettableVolts;

    /// <summary>Part of a set current that may be missing for a few scans: op-amps follow at once, a loop in software lags behind a cell that collapses.</summary>
    public double LagPart { get; } = board.Topology == Topology.SeriesShunt ? 0.25 : 0.05;

    /// <summary>How far a voltage may be off its set value on its way when it counts as held, V; infinite where op-amps hold it at once.</summary>
    public double ArrivalVolts { get; } = board.Topology == Topology.SeriesShunt ? 1e-3 : double.PositiveInfinity;

    /// <summary>The smallest range that can carry a current; the largest where none can.</summary>
    public CurrentRange RangeFor(double amperes)
    {
        foreach (var range in channel.Ranges)
        {
            if (CanSet(range, amperes))
            {
                return range;
            }
        }
        return channel.Ranges[^1];
    }

    /// <summary>Whether a range can carry a current that is set.</summary>
    public bool CanSet(CurrentRange range, double amperes)
    {
        ArgumentNullException.ThrowIfNull(range);
        return Math.Abs(amperes) <= UsablePart * range.FullScaleAmperes;
    }

    /// <summary>Lowest and highest voltage of a cell through which a current can be driven: the shunt takes its part of the output's span, V.</summary>
    /// <param name="range">The range, whose shunt is in the way.</param>
    /// <param name="amperes">The current, A; positive charges.</param>
    public (double Lowest, double Highest) DrivableVolts(CurrentRange range, double amperes)
    {
        ArgumentNullException.ThrowIfNull(range);
        var burden = amperes * range.ShuntOhms;
        return (board.LowestComplianceVolts - burden, board.HighestComplianceVolts - burden);
    }
}
