using CoinRig.Protocols;

namespace CoinRig.Control;

/// <summary>
/// The current of a constant power or resistance: a new one for each measured voltage. It has no memory but the set value, so nothing winds up;
/// it takes half of the way a scan, which is stable as long as the cell's resistance is below three times the load's; and it never asks for more than the
/// segment allows.
/// </summary>
/// <param name="segment">The segment: power in W (positive charges), or resistance in ohm.</param>
sealed class LoadLaw(Segment segment)
{
    /// <summary>Part of the way to the new current that is taken in a scan.</summary>
    const double Part = 0.5;

    /// <summary>A cell below this has no power to give: the current for it would be without bound, V.</summary>
    const double LeastVolts = 0.05;

    readonly double _value = segment.Set.Start;
    readonly (double Lowest, double Highest) _bounds = segment.Amperes;

    /// <summary>Whether the last current was bounded: less than what was asked for flows.</summary>
    internal bool IsBounded { get; private set; }

    /// <summary>The first current, A, of a cell at rest.</summary>
    internal double First(double volts) => Bounded(volts);

    /// <summary>The next current, A.</summary>
    /// <param name="volts">Measured, V.</param>
    /// <param name="set">The current that was set, A.</param>
    /// <exception cref="ComplianceException">The cell has no voltage from which power could be taken.</exception>
    internal double Next(double volts, double set) => set + Part * (Bounded(volts) - set);

    double Wanted(double volts)
    {
        if (segment.Mode == ControlMode.Resistance)
        {
            return -volts / _value;
        }
        if (_value < 0 && volts < LeastVolts)
        {
            throw new ComplianceException($"The cell is at {volts:0.0000} V: it has no power to give. End the step at a voltage ('until: voltage < 2.8 V'), and look at the holder.");
        }
        return _value / Math.Max(volts, LeastVolts);
    }

    double Bounded(double volts)
    {
        var wanted = Wanted(volts);
        var bounded = Math.Clamp(wanted, _bounds.Lowest, _bounds.Highest);
        IsBounded = bounded != wanted;
        return double.IsNaN(bounded) ? 0 : bounded;
    }
}
