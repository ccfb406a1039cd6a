using CoinRig.Cells;
using CoinRig.Documents;

namespace CoinRig.Protocols;

/// <summary>What is known while a protocol is read: the cell, the limits, and what the file says for all its steps.</summary>
sealed class ProtocolContext(Document document, Cell cell, bool cellIsAssumed, IReadOnlyList<ITechnique> techniques)
{
    const double RoomForCapacity = 1.25;

    /// <summary>A current that a limit bounds must not cross it with its noise.</summary>
    internal const double PartOfLimit = 0.98;

    internal Document Document { get; } = document;

    internal Cell Cell { get; } = cell;

    internal bool CellIsAssumed { get; } = cellIsAssumed;

    internal IReadOnlyList<ITechnique> Techniques { get; } = techniques;

    /// <summary>The protocol's own limits.</summary>
    internal IReadOnlyList<StepLimit> Limits { get; set; } = [];

    /// <summary>The record rule of the file.</summary>
    internal RecordRule Record { get; set; }

    /// <summary>Whether the file asks for rests at zero current with the relay closed.</summary>
    internal bool RestsHoldZeroCurrent { get; set; }

    /// <summary>What the file says of a loss of power.</summary>
    internal PowerLossRule AfterPowerLoss { get; set; } = PowerLossRule.Default;

    /// <summary>The number of the step that is read, from 1.</summary>
    internal int StepNumber { get; set; }

    /// <summary>The segment that surely ran just before the step that is read; null at the start of a list and after a loop.</summary>
    internal Segment? Previous { get; set; }

    /// <summary>Steps with currents or charges that are not in terms of 1C.</summary>
    internal HashSet<int> StepsInAbsoluteUnits { get; } = [];

    /// <summary>The result that is 1C's capacity, as the file says; null for the nominal one.</summary>
    internal string? FileCapacityResult { get; set; }

    /// <summary>The same for the step that is read.</summary>
    internal string? CapacityResult { get; set; }

    /// <summary>The jumps so far, as they stand in the file.</summary>
    internal List<WrittenJump> Jumps { get; } = [];

    /// <summary>Notes a jump of the step that is read; its number.</summary>
    internal int AddJump(DocumentNode node, string label, int times)
    {
        Jumps.Add(new(node, label, times, StepNumber));
        return Jumps.Count - 1;
    }

    /// <summary>Whether a current follows the last measured capacity.</summary>
    internal bool FollowsCapacity(CurrentValue value) => CapacityResult is not null && value.Terms == CurrentTerms.CRate;

    /// <summary>A segment whose current follows the last measured capacity, with room for one that is a quarter above the nominal one.</summary>
    internal Segment Following(Segment segment)
    {
        var amperes = Math.Abs(segment.Set.Start);
        return segment with { FollowsCapacity = true, LargestExpectedAmperes = Math.Max(amperes, Math.Min(RoomForCapacity * amperes, PartOfLimit * Largest.Amperes)) };
    }

    /// <summary>The tightest upper voltage limit, with whose it is.</summary>
    internal (double Volts, string Whose) Highest => Tightest(Measured.Voltage, true, (Cell.HighestVoltage, "the cell's"));

    /// <summary>The tightest lower voltage limit, with whose it is.</summary>
    internal (double Volts, string Whose) Lowest => Tightest(Measured.Voltage, false, (Cell.LowestVoltage, "the cell's"));

    /// <summary>The tightest current limit, with whose it is.</summary>
    internal (double Amperes, string Whose) Largest => Tightest(Measured.AbsoluteCurrent, true, (Cell.LargestCurrent, "the cell's"));

    /// <summary>The most that the protocol lets flow into the cell, A; infinite where it states no such limit apart.</summary>
    internal double HighestCurrent => Tightest(Measured.Current, true, (double.PositiveInfinity, "")).Item1;

    /// <summary>The least with its sign, A; negative infinite where there is none.</summary>
    internal double LowestCurrent => Tightest(Measured.Current, false, (double.NegativeInfinity, "")).Item1;

    (double, string) Tightest(Measured quantity, bool above, (double Value, string Whose) limit)
    {
        foreach (var own in Limits.Where(l => l.Quantity == quantity && l.Above == above))
        {
            if (above ? own.Threshold < limit.Value : own.Threshold > limit.Value)
            {
                limit = (own.Threshold, "the protocol's");
            }
        }
        return limit;
    }
}
