using CoinRig.Protocols;
using CoinRig.Supervision;

namespace CoinRig.Gateway;

/// <summary>The limits that a supervisor is sent: wider than the gateway's own by what its ADC may be off, within those that are compiled into it.</summary>
static class CellLimits
{
    /// <summary>What a supervisor may read differently (firmware/README.md, Calibrate), and what the cell may overshoot while the gateway acts, mV.</summary>
    const int MarginMillivolts = 100;

    /// <summary>Compiled in (firmware/README.md, States), mV and tenths of a degree Celsius.</summary>
    const short LowestCell = 0, HighestCell = 4700, LowestSupply = 4600, HighestBoard = 600;

    /// <summary>No voltage at a holder may be higher under any supervisor, V.</summary>
    internal const double HighestVolts = HighestCell / 1e3;

    /// <summary>Below this its ADC tells no voltage from another: a limit there would trip on nothing, mV.</summary>
    const int BelowReachMillivolts = 200;

    /// <summary>The voltages that a plan allows its cell: the hard limits of cell and board, and those of the protocol that stop the run at once. A dummy has none of its own.</summary>
    internal static (double Lowest, double Highest) Of(Plan plan)
    {
        var limits = plan.Limits;
        var (lowest, highest) = (limits.LowestVoltage, plan.Cell.IsDummy ? Math.Min(limits.HighestVoltage, HighestVolts) : limits.HighestVoltage);
        foreach (var limit in limits.Protocol)
        {
            if (limit is { Quantity: Measured.Voltage, Action: LimitAction.Stop, DelaySeconds: 0 })
            {
                (lowest, highest) = limit.Above ? (lowest, Math.Min(highest, limit.Threshold)) : (Math.Max(lowest, limit.Threshold), highest);
            }
        }
        return (lowest, highest);
    }

    /// <summary>The limits of one channel; the other has those that are compiled in.</summary>
    internal static SupervisorLimits Of(int channel, double lowestVolts, double highestVolts)
    {
        var (low, high) = ((int)Math.Floor(lowestVolts * 1000) - MarginMillivolts, (int)Math.Ceiling(highestVolts * 1000) + MarginMillivolts);
        var lowest = low < BelowReachMillivolts ? LowestCell : (short)low;
        // A cell that may be above what is compiled in is for the supervisor to refuse.
        var highest = (short)(highestVolts * 1000 <= HighestCell ? Math.Min(high, HighestCell) : Math.Min(high, short.MaxValue));
        return channel == 1 ? new(lowest, highest, LowestCell, HighestCell, LowestSupply, HighestBoard) : new(LowestCell, HighestCell, lowest, highest, LowestSupply, HighestBoard);
    }

    /// <summary>Each limit the narrower one of two sets.</summary>
    internal static SupervisorLimits Narrower(in SupervisorLimits a, in SupervisorLimits b) => new(Math.Max(a.LowestCell1, b.LowestCell1), Math.Min(a.HighestCell1, b.HighestCell1),
        Math.Max(a.LowestCell2, b.LowestCell2), Math.Min(a.HighestCell2, b.HighestCell2), Math.Max(a.LowestSupply, b.LowestSupply), Math.Min(a.HighestBoard, b.HighestBoard));
}
