namespace CoinRig.Twin.Tests;

/// <summary>What the reference tables do to a half cell, and the units they use.</summary>
static class Procedures
{
    /// <summary>Active mass of the reference electrode, g.</summary>
    internal const double MassGrams = 3.39e-3;

    /// <summary>1C of the paper, A.</summary>
    internal const double OneCAmperes = 0.180 * MassGrams;

    internal const double UpperVolts = 4.2, LowerVolts = 2.8;

    /// <summary>The tables are without double layer and without ageing.</summary>
    internal static HalfCellOptions Bare { get; } = new() { DoubleLayer = false, Ageing = false };

    internal static HalfCell Fresh(HalfCellParameters parameters) => new(parameters, HalfCellGeometry.Reference, Bare);

    internal static HalfCellParameters Set(string name) => HalfCellParameters.Named(name);

    /// <summary>Constant current until a voltage, interpolated; returns the capacity, mAh/g.</summary>
    internal static double RunUntil(HalfCell cell, double amperes, double endVolts, double stepSeconds)
    {
        double seconds = 0, before = cell.TerminalVolts(amperes);
        while (seconds < 1e6)
        {
            var after = cell.AdvanceCurrent(amperes, stepSeconds);
            if (amperes > 0 ? after >= endVolts : after <= endVolts)
            {
                seconds += stepSeconds * (endVolts - before) / (after - before);
                return Math.Abs(amperes) * seconds / 3.6 / MassGrams;
            }
            seconds += stepSeconds;
            before = after;
        }
        throw new InvalidOperationException($"{endVolts} V was not reached in {seconds} s; the cell is at {before} V");
    }

    /// <summary>Charge and discharge between the paper's limits, mAh/g.</summary>
    internal static (double Charge, double Discharge) Cycle(HalfCell cell, double chargeRate, double dischargeRate)
    {
        var charge = RunUntil(cell, chargeRate * OneCAmperes, UpperVolts, Coarse(chargeRate));
        return (charge, RunUntil(cell, -dischargeRate * OneCAmperes, LowerVolts, Coarse(dischargeRate)));
    }

    /// <summary>Linear sweep in steps of 0.1 mV from one voltage to another; returns the largest current in its direction, A/g, and where it was.</summary>
    internal static (double Volts, double AmperesPerGram) Sweep(HalfCell cell, double fromVolts, double toVolts, double voltsPerSecond)
    {
        const double step = 1e-4;
        var direction = Math.Sign(toVolts - fromVolts);
        var steps = (int)Math.Round(Math.Abs(toVolts - fromVolts) / step);
        double peak = 0, at = fromVolts;
        for (var i = 1; i <= steps; i++)
        {
            var volts = fromVolts + direction * step * i;
            var amperes = cell.AdvanceVoltage(volts, step / voltsPerSecond);
            if (amperes * direction > peak)
            {
                (peak, at) = (amperes * direction, volts);
            }
        }
        return (at, direction * peak / MassGrams);
    }

    /// <summary>Peaks of a cyclic voltammogram from the open-circuit voltage: up, down and up again.</summary>
    internal static ((double Volts, double Current) FirstAnodic, (double Volts, double Current) Cathodic, (double Volts, double Current) SecondAnodic) CyclicVoltammogram(
        HalfCell cell, double voltsPerSecond)
    {
        var start = Math.Round(cell.OpenCircuitVolts, 4);
        return (Sweep(cell, start, UpperVolts, voltsPerSecond), Sweep(cell, UpperVolts, LowerVolts, voltsPerSecond), Sweep(cell, LowerVolts, UpperVolts, voltsPerSecond));
    }

    static double Coarse(double rate) => Math.Clamp(2 / rate, 1, 10);
}
