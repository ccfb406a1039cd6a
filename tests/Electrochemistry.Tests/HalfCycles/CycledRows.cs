namespace CoinRig.Electrochemistry.Tests.HalfCycles;

/// <summary>Rows of charges and discharges with rests and holds, as an instrument that knows steps writes them.</summary>
static class CycledRows
{
    /// <summary>Steps of random lengths and currents, a row at the beginning and at the end of each.</summary>
    public static (double[] Seconds, double[] Volts, double[] Amperes) Random(int seed, int count)
    {
        var random = new Random(seed);
        var (seconds, volts, amperes) = (new List<double>(), new List<double>(), new List<double>());
        var time = 0.0;
        var sign = 1;
        while (seconds.Count < count)
        {
            var current = sign * (0.5 + random.NextDouble());
            var rows = random.Next(10, 40);
            for (var i = 0; i <= rows; i++)
            {
                // A hold follows the constant current.
                var decay = i > rows / 2 ? Math.Exp(-3.0 * (i - rows / 2) / rows) : 1;
                Row(time, 3.7 + 0.3 * sign * i / rows, current * decay);
                time += i < rows ? 20 + 20 * random.NextDouble() : 0;
            }
            for (var i = 0; i <= 4; i++)
            {
                Row(time, 3.7, 0);
                time += i < 4 ? 15 + 10 * random.NextDouble() : 0;
            }
            sign = -sign;
        }
        return ([.. seconds], [.. volts], [.. amperes]);

        void Row(double t, double v, double i)
        {
            seconds.Add(t);
            volts.Add(v);
            amperes.Add(i);
        }
    }

    /// <summary>The same with a row in the middle of each interval.</summary>
    public static (double[] Seconds, double[] Volts, double[] Amperes) Denser((double[] Seconds, double[] Volts, double[] Amperes) rows)
    {
        static double[] Between(double[] column) => [.. column.Take(1), .. column.Zip(column.Skip(1)).SelectMany(p => new[] { 0.5 * (p.First + p.Second), p.Second })];
        return (Between(rows.Seconds), Between(rows.Volts), Between(rows.Amperes));
    }
}
