using CoinRig.FrontEnd;

namespace CoinRig.Twin;

/// <summary>What the output stage can do: compliance at its terminal and the buffer's current limit.</summary>
sealed class OutputStage(BoardProfile profile)
{
    /// <summary>Limit of the buffer, A.</summary>
    internal const double LargestAmperes = 30e-3;

    /// <summary>Resistance of the leads to the cell, ohm.</summary>
    internal const double LeadOhms = 0.2;

    /// <summary>Within this of a rail the limit is checked before every step, V.</summary>
    const double NearVolts = 0.5;

    const int MostIterations = 60;

    internal double Lowest => profile.LowestComplianceVolts;

    internal double Highest => profile.HighestComplianceVolts;

    /// <summary>Whether a state is so near a limit that the next step must be checked first.</summary>
    internal bool IsNearLimit(double volts, double amperes, double shuntOhms)
    {
        var force = volts + amperes * (shuntOhms + LeadOhms);
        return force > Highest - NearVolts || force < Lowest + NearVolts || Math.Abs(amperes) > 0.8 * LargestAmperes;
    }

    /// <summary>The current nearest to a target that the output stage can drive through a cell now, A.</summary>
    internal double Drivable(CellSeat seat, double target, double shuntOhms)
    {
        target = Math.Clamp(target, -LargestAmperes, LargestAmperes);
        var loopOhms = shuntOhms + LeadOhms;
        var rail = target >= 0 ? Highest : Lowest;
        var sign = target >= 0 ? 1 : -1;
        if (sign * (seat.TerminalVolts(target) + target * loopOhms - rail) <= 0)
        {
            return target;
        }
        // The terminal rises with the current, so the bound is between the target and the opposite limit.
        double inside = -sign * LargestAmperes, outside = target;
        for (var i = 0; i < MostIterations && Math.Abs(outside - inside) > 1e-12; i++)
        {
            var middle = 0.5 * (inside + outside);
            if (sign * (seat.TerminalVolts(middle) + middle * loopOhms - rail) <= 0)
            {
                inside = middle;
            }
            else
            {
                outside = middle;
            }
        }
        return inside;
    }

    /// <summary>The currents between which the output stage can hold a voltage at the sense leads, A.</summary>
    internal (double Lowest, double Highest) Span(double volts, double shuntOhms)
    {
        var loopOhms = shuntOhms + LeadOhms;
        return (Math.Max(-LargestAmperes, (Lowest - volts) / loopOhms), Math.Min(LargestAmperes, (Highest - volts) / loopOhms));
    }
}
