using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>Where a step and its segment stand, so that conditions can be looked at.</summary>
struct Conditions
{
    internal long SegmentStart;
    internal long StepStart;
    internal double StepCoulombs;
    internal double StepCoulombsBefore;

    /// <summary>The value of a quantity in a scan.</summary>
    internal readonly double Value(Measured quantity, in Scan scan) => quantity switch
    {
        Measured.SegmentTime => (scan.VoltageNanoseconds - SegmentStart) * 1e-9,
        Measured.StepTime => (scan.VoltageNanoseconds - StepStart) * 1e-9,
        Measured.Voltage => scan.Volts,
        Measured.Current => scan.Amperes,
        Measured.AbsoluteCurrent => Math.Abs(scan.Amperes),
        Measured.StepCharge => StepCoulombs,
        _ => scan.DegreesCelsius,
    };

    /// <summary>Whether a condition is met, and between the last scan and this one when.</summary>
    internal readonly bool IsMet(EndCondition condition, in Scan last, in Scan scan, out long nanoseconds)
    {
        var now = Value(condition.Quantity, scan);
        var at = condition.Quantity is Measured.Current or Measured.AbsoluteCurrent or Measured.StepCharge ? scan.CurrentNanoseconds : scan.VoltageNanoseconds;
        nanoseconds = at;
        if (!(condition.Above ? now >= condition.Threshold : now <= condition.Threshold))
        {
            return false;
        }
        var before = condition.Quantity == Measured.StepCharge ? StepCoulombsBefore : Value(condition.Quantity, last);
        var from = condition.Quantity is Measured.Current or Measured.AbsoluteCurrent or Measured.StepCharge ? last.CurrentNanoseconds : last.VoltageNanoseconds;
        if (from >= SegmentStart && before != now && (before < condition.Threshold) == (now >= condition.Threshold))
        {
            nanoseconds = from + (long)((at - from) * ((condition.Threshold - before) / (now - before)));
        }
        return true;
    }
}
