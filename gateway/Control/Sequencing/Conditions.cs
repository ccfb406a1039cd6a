using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>Where a step and its segment stand, so that conditions can be looked at.</summary>
struct Conditions
{
    internal long SegmentStart;
    internal long StepStart;
    internal double StepCoulombs;
    internal double StepCoulombsBefore;
    internal double StepJoules;
    internal double StepJoulesBefore;

    /// <summary>Change of the voltage a second, V/s; NaN while the window is not full.</summary>
    internal double VoltsPerSecond;

    /// <summary>Number of the cycle.</summary>
    internal int Cycle;

    /// <summary>Whether somebody has ended the wait.</summary>
    internal bool IsReleased;

    /// <summary>The last measured capacity over the nominal one, for C-rates that follow it; 0 is 1, as where none is known.</summary>
    internal double CapacityPart;

    /// <summary>The value of a quantity in a scan.</summary>
    internal readonly double Value(Measured quantity, in Scan scan) => quantity switch
    {
        Measured.SegmentTime => (scan.VoltageNanoseconds - SegmentStart) * 1e-9,
        Measured.StepTime => (scan.VoltageNanoseconds - StepStart) * 1e-9,
        Measured.Voltage => scan.Volts,
        Measured.Current => scan.Amperes,
        Measured.AbsoluteCurrent => Math.Abs(scan.Amperes),
        Measured.StepCharge => StepCoulombs,
        Measured.StepEnergy => StepJoules,
        Measured.Power => Math.Abs(scan.Volts * scan.Amperes),
        Measured.VoltageSlope => VoltsPerSecond,
        Measured.AbsoluteVoltageSlope => Math.Abs(VoltsPerSecond),
        Measured.Cycle => Cycle,
        Measured.Release => IsReleased ? 1 : 0,
        Measured.Temperature => scan.DegreesCelsius,
        _ => double.NaN,
    };

    /// <summary>Whether a condition is met, and between the last scan and this one when.</summary>
    internal readonly bool IsMet(EndCondition condition, in Scan last, in Scan scan, out long nanoseconds)
    {
        if (condition.Terms is { } terms)
        {
            return AreMet(terms, last, scan, out nanoseconds);
        }
        var now = Value(condition.Quantity, scan);
        var isOfCurrent = IsOfCurrent(condition.Quantity);
        var at = isOfCurrent ? scan.CurrentNanoseconds : scan.VoltageNanoseconds;
        var threshold = Threshold(condition);
        nanoseconds = at;
        if (!(condition.Above ? now >= threshold : now <= threshold))
        {
            return false;
        }
        var before = condition.Quantity switch
        {
            Measured.StepCharge => StepCoulombsBefore,
            Measured.StepEnergy => StepJoulesBefore,
            _ => Value(condition.Quantity, last),
        };
        var from = isOfCurrent ? last.CurrentNanoseconds : last.VoltageNanoseconds;
        if (from >= SegmentStart && before != now && (before < threshold) == (now >= threshold))
        {
            nanoseconds = from + (long)((at - from) * ((threshold - before) / (now - before)));
        }
        return true;
    }

    /// <summary>Several at once are met when the last of them is: one that held before this scan says nothing about when.</summary>
    readonly bool AreMet(IReadOnlyList<EndCondition> terms, in Scan last, in Scan scan, out long nanoseconds)
    {
        nanoseconds = 0;
        for (var i = 0; i < terms.Count; i++)
        {
            if (!IsMet(terms[i], last, scan, out var when))
            {
                return false;
            }
            var value = Value(terms[i].Quantity, last);
            var heldBefore = terms[i].Quantity is not (Measured.StepCharge or Measured.StepEnergy) && last.VoltageNanoseconds >= SegmentStart
                && (terms[i].Above ? value >= Threshold(terms[i]) : value <= Threshold(terms[i]));
            nanoseconds = heldBefore ? nanoseconds : Math.Max(nanoseconds, when);
        }
        nanoseconds = nanoseconds == 0 ? scan.VoltageNanoseconds : nanoseconds;
        return true;
    }

    readonly double Threshold(EndCondition condition) => condition.FollowsCapacity && CapacityPart > 0 ? condition.Threshold * CapacityPart : condition.Threshold;

    static bool IsOfCurrent(Measured quantity) =>
        quantity is Measured.Current or Measured.AbsoluteCurrent or Measured.StepCharge or Measured.StepEnergy or Measured.Power;
}
