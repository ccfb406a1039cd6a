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
        var (passed, place, edge, sum) = (0.0, 0, step, 0.0);
        var (wasSteady, before, timeBefore, levelBefore) = (false, 0.0, 0.0, 0.0);
        for (var i = 0; i < amperes.Length; i++)
        {
            var (now, time, level) = (amperes[i], seconds[i], volts[i]);
            var isSteady = now >= low && now <= high;
            if (isSteady && wasSteady && time >= timeBefore)
            {
                var coulombs = Math.Abs(0.5 * (now + before) * (time - timeBefore));
                if (passed + coulombs < edge)
                {
                    sum += 0.5 * coulombs * (levelBefore + level);
                }
                else
                {
                    joules[place] += sum;
                    (sum, place) = (0, Divide(joules, place, step, passed, coulombs, levelBefore, level));
                    edge = place == steps - 1 ? double.PositiveInfinity : (place + 1) * step;
                }
                passed += coulombs;
            }
            (wasSteady, before, timeBefore, levelBefore) = (isSteady, now, time, level);
        }
        joules[place] += sum;
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
        var (sum, count, wasSteady, before, timeBefore) = (0.0, 0, false, 0.0, 0.0);
        for (var i = 0; i < amperes.Length; i++)
        {
            var (now, time) = (amperes[i], seconds[i]);
            var isSteady = now >= low && now <= high;
            if (isSteady && wasSteady && time >= timeBefore)
            {
                sum += Math.Abs(0.5 * (now + before) * (time - timeBefore));
                count++;
            }
            (wasSteady, before, timeBefore) = (isSteady, now, time);
        }
        return (sum, count);
    }
}
