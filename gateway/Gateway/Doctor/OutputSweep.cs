using MathNet.Numerics;

namespace CoinRig.Gateway;

/// <summary>One point of a sweep of the output over an empty holder.</summary>
/// <param name="Set">What was put out, V.</param>
/// <param name="Volts">What was read, V.</param>
/// <param name="Amperes">What the current read, while none flowed, A.</param>
readonly record struct SweepPoint(double Set, double Volts, double Amperes);

/// <summary>
/// What a sweep of the output over an empty holder tells: no current can flow, so what is put out must be read, over the whole
/// scale, on a straight line, and the current must stay at its zero.
/// </summary>
/// <param name="points">From low to high.</param>
sealed class OutputSweep(IReadOnlyList<SweepPoint> points)
{
    /// <summary>The LEDs of the board begin to conduct somewhere here, V.</summary>
    const double LowestLedVolts = 1.4, HighestLedVolts = 2.4, LedStepVolts = 0.1;

    /// <summary>At the top of a scale that is cut off, further steps of the output move the reading by less than this part of them.</summary>
    const double PlateauPart = 0.2;

    /// <summary>Reading over output, 1 where both references are right.</summary>
    internal double Gain { get; } = Line(points).Slope;

    /// <summary>Reading at an output of 0 V, V.</summary>
    internal double OffsetVolts { get; } = Line(points).Intercept;

    /// <summary>The farthest point from the straight line, V.</summary>
    internal double BendVolts { get; } = Farthest(points);

    /// <summary>How the zero of the current goes with the voltage, A/V.</summary>
    internal double ZeroSiemens { get; } = Fit.Line(Column(points, p => p.Volts), Column(points, p => p.Amperes)).B;

    /// <summary>Where readings end, though the output goes on; NaN where they do not, V.</summary>
    internal double PlateauVolts
    {
        get
        {
            var (before, last) = (points[^3], points[^1]);
            return last.Volts - before.Volts < PlateauPart * Gain * (last.Set - before.Set) && Gain > PlateauPart ? last.Volts : double.NaN;
        }
    }

    /// <summary>
    /// How much less steep it is above an LED's voltage, where it is straight up to there and straight again from there on; 0 where it is not.
    /// The part of the deviations from one line that two lines leave over says so.
    /// </summary>
    internal double LedSlope
    {
        get
        {
            const double MostLeft = 0.25;
            var one = Squares(points);
            var (least, slope) = (MostLeft * one, 0.0);
            for (var volts = LowestLedVolts; volts <= HighestLedVolts; volts += LedStepVolts)
            {
                var low = points.Where(p => p.Set <= volts).ToArray();
                var high = points.Where(p => p.Set > volts).ToArray();
                if (Squares(low) + Squares(high) is var left && left < least)
                {
                    (least, slope) = (left, Line(low).Slope - Line(high).Slope);
                }
            }
            return slope;
        }
    }

    static double Farthest(IReadOnlyList<SweepPoint> points)
    {
        var (slope, intercept) = Line(points);
        return points.Max(p => Math.Abs(p.Volts - slope * p.Set - intercept));
    }

    static double Squares(IReadOnlyList<SweepPoint> points)
    {
        var (slope, intercept) = Line(points);
        return points.Sum(p => (p.Volts - slope * p.Set - intercept) * (p.Volts - slope * p.Set - intercept));
    }

    static (double Slope, double Intercept) Line(IReadOnlyList<SweepPoint> points)
    {
        var (intercept, slope) = Fit.Line(Column(points, p => p.Set), Column(points, p => p.Volts));
        return (slope, intercept);
    }

    static double[] Column(IReadOnlyList<SweepPoint> points, Func<SweepPoint, double> column) => [.. points.Select(column)];
}
