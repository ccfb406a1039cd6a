using CoinRig.Electrochemistry.HalfCycles;
using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Electrochemistry.DifferentialCapacity;

/// <summary>The mean voltage in equal steps of charge.</summary>
/// <param name="Volts">Means over charge, V.</param>
/// <param name="StepCoulombs">Length of a step, C.</param>
/// <param name="Rows">Rows that they were made of.</param>
sealed record ChargeSteps(double[] Volts, double StepCoulombs, int Rows)
{
    /// <summary>Of the constant-current part of a half cycle; null where it has no charge.</summary>
    public static ChargeSteps? Of(Trace trace, HalfCycle half, int steps)
    {
        var rows = SteadyRows.Rows(trace, half);
        var (low, high) = SteadyRows.Of(half);
        var (total, count) = Total(rows, low, high);
        if (!(total > 0))
        {
            return null;
        }
        var step = total / steps;
        var joules = new double[steps];
        var seconds = rows.Seconds;
        var volts = rows.Volts;
        var amperes = rows.Amperes;
        var (passed, place, wasSteady, edge) = (0.0, 0, false, step);
        for (var i = 0; i < amperes.Length; i++)
        {
            var isSteady = amperes[i] >= low && amperes[i] <= high;
            if (isSteady && wasSteady && seconds[i] >= seconds[i - 1])
            {
                var coulombs = Passed(seconds, amperes, i);
                if (passed + coulombs < edge || place == steps - 1)
                {
                    joules[place] += 0.5 * coulombs * (volts[i - 1] + volts[i]);
                }
                else
                {
                    place = Divide(joules, place, step, passed, coulombs, volts[i - 1], volts[i]);
                    edge = (place + 1) * step;
                }
                passed += coulombs;
            }
            wasSteady = isSteady;
        }
        for (var i = 0; i < steps; i++)
        {
            joules[i] /= step;
        }
        return new(joules, step, count);
    }

    /// <summary>The voltage is a straight line over charge from row to row; each step takes its part of it.</summary>
    static int Divide(double[] joules, int place, double step, double passed, double coulombs, double volts, double voltsAfter)
    {
        var (from, end, perCoulomb) = (passed, passed + coulombs, (voltsAfter - volts) / coulombs);
        while (place < joules.Length - 1 && end >= (place + 1) * step)
        {
            var part = (place + 1) * step - from;
            joules[place++] += part * (volts + 0.5 * perCoulomb * part);
            volts += perCoulomb * part;
            from += part;
        }
        joules[place] += (end - from) * (volts + 0.5 * perCoulomb * (end - from));
        return place;
    }

    static (double Coulombs, int Rows) Total(Trace rows, double low, double high)
    {
        var seconds = rows.Seconds;
        var amperes = rows.Amperes;
        var (sum, count, wasSteady) = (0.0, 0, false);
        for (var i = 0; i < amperes.Length; i++)
        {
            var isSteady = amperes[i] >= low && amperes[i] <= high;
            if (isSteady && wasSteady && seconds[i] >= seconds[i - 1])
            {
                sum += Passed(seconds, amperes, i);
                count++;
            }
            wasSteady = isSteady;
        }
        return (sum, count);
    }

    static double Passed(ReadOnlySpan<double> seconds, ReadOnlySpan<double> amperes, int i) => Math.Abs(0.5 * (amperes[i] + amperes[i - 1]) * (seconds[i] - seconds[i - 1]));
}
