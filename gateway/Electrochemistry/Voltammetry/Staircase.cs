namespace CoinRig.Electrochemistry.Voltammetry;

/// <summary>Tells a staircase from a ramp by the rows of a sweep.</summary>
public static class Staircase
{
    const double LargeShare = 0.5;
    const double FewestRowsPerStep = 1.5;
    const double Agreement = 0.1;

    /// <summary>Height of a step, V; 0 where the rows show none: a staircase with one row a step looks like a ramp.</summary>
    /// <param name="volts">Potential of the rows of one sweep.</param>
    public static double StepOf(ReadOnlySpan<double> volts)
    {
        var way = volts[^1] - volts[0];
        var largest = 0.0;
        for (var i = 1; i < volts.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(volts[i] - volts[i - 1]));
        }
        var (steps, sum) = (0, 0.0);
        for (var i = 1; i < volts.Length; i++)
        {
            if (Math.Abs(volts[i] - volts[i - 1]) > LargeShare * largest)
            {
                steps++;
                sum += volts[i] - volts[i - 1];
            }
        }
        // Noise moves to and fro, so its moves do not add up to the way.
        var isStaircase = steps > 0 && volts.Length > FewestRowsPerStep * steps && Math.Abs(sum - way) < Agreement * Math.Abs(way);
        return isStaircase ? Math.Abs(sum) / steps : 0;
    }
}
