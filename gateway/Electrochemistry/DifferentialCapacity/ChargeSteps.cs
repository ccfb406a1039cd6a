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
        double passed = 0;
        var place = 0;
        for (var i = 1; i < rows.Length; i++)
        {
            if (!IsSteady(rows, i, low, high))
            {
                continue;
            }
            var coulombs = Passed(rows, i);
            var (from, volts) = (passed, rows.Volts[i - 1]);
            var perCoulomb = coulombs > 0 ? (rows.Volts[i] - volts) / coulombs : 0;
            passed += coulombs;
            // The voltage is a straight line over charge from row to row; each step takes its part of it.
            while (place < steps - 1 && passed >= (place + 1) * step)
            {
                var part = (place + 1) * step - from;
                joules[place++] += part * (volts + 0.5 * perCoulomb * part);
                volts += perCoulomb * part;
                from += part;
            }
            joules[place] += (passed - from) * (volts + 0.5 * perCoulomb * (passed - from));
        }
        for (var i = 0; i < steps; i++)
        {
            joules[i] /= step;
        }
        return new(joules, step, count);
    }

    static (double Coulombs, int Rows) Total(Trace rows, double low, double high)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 1; i < rows.Length; i++)
        {
            if (IsSteady(rows, i, low, high))
            {
                sum += Passed(rows, i);
                count++;
            }
        }
        return (sum, count);
    }

    static bool IsSteady(Trace rows, int i, double low, double high) =>
        rows.Amperes[i] >= low && rows.Amperes[i] <= high && rows.Amperes[i - 1] >= low && rows.Amperes[i - 1] <= high && rows.Seconds[i] >= rows.Seconds[i - 1];

    static double Passed(Trace rows, int i) => Math.Abs(0.5 * (rows.Amperes[i] + rows.Amperes[i - 1]) * (rows.Seconds[i] - rows.Seconds[i - 1]));
}
