using CoinRig.Electrochemistry.Gitt;
using CoinRig.Electrochemistry.Numerics;
using CoinRig.Electrochemistry.Segments;
using CoinRig.Electrochemistry.Traces;

namespace CoinRig.Bench;

/// <summary>1,000 pulses of 1,000 rows: Weppner and Huggins' slope, the exact sphere, and finding them, beside bare loops and numpy.</summary>
static class TitrationBench
{
    const int Pulses = 1000, Rows = 1000;
    const double Rate = 1e-4, StepVolts = 7e-3, PulseSeconds = 600;
    static readonly double[] Seconds = [.. Enumerable.Range(0, Rows).Select(i => 1 + i * 599.0 / (Rows - 1))];
    static readonly double[] Volts = Make();
    static readonly double[] Zeros = new double[Rows];
    static readonly double[] Slopes = new double[Pulses];

    internal static void Run(TextWriter to)
    {
        var python = PythonBaseline.Run("titration.py");
        to.WriteLine("titrations, 1,000 pulses of 1,000 rows                         ms     bytes    bare C# ms    Python ms");
        var slope = Measure.Milliseconds(WeppnerHuggins, out var slopeBytes);
        var bare = Measure.Milliseconds(Bare, out _);
        Row(to, "Weppner-Huggins, slope form", slope, slopeBytes, bare, python, "slope");
        var sphere = Measure.Milliseconds(Sphere, out var sphereBytes);
        Row(to, "exact sphere, with its uncertainty", sphere, sphereBytes, Measure.Milliseconds(Blocks, out _), python, "sphere");
        var (seconds, volts, amperes) = Whole();
        var search = Measure.Milliseconds(() => SegmentSearch.Of(new Trace(seconds, volts, amperes)), out var searchBytes);
        Row(to, "segments of a million rows", search, searchBytes, Measure.Milliseconds(() => Sum(amperes), out _), python, "");
    }

    static void Row(TextWriter to, string name, double milliseconds, long bytes, double bare, PythonBaseline python, string key) =>
        to.WriteLine($"{name,-56} {milliseconds,8:0.00} {bytes,9} {bare,13:0.00} {Beside(python.Nanoseconds(key) * 1e-6, milliseconds, python.Why)}");

    static string Beside(double python, double milliseconds, string why) => double.IsNaN(python) ? $"  {why}" : $"{python,9:0.0} ({python / milliseconds:0.0} x)";

    static void WeppnerHuggins()
    {
        for (var i = 0; i < Pulses; i++)
        {
            var slope = RootTimeSlope.Of(new(Seconds, Volts.AsSpan(i * Rows, Rows), Zeros), 0);
            Slopes[i] = Electrochemistry.Gitt.WeppnerHuggins.SlopeForm(PulseSeconds, StepVolts, slope);
        }
    }

    /// <summary>The least that can be done: the roots and the four sums, row by row.</summary>
    static void Bare()
    {
        for (var i = 0; i < Pulses; i++)
        {
            double sx = 0, sy = 0, sxx = 0, sxy = 0;
            for (var j = 0; j < Rows; j++)
            {
                var (x, y) = (Math.Sqrt(Seconds[j]), Volts[i * Rows + j]);
                (sx, sy, sxx, sxy) = (sx + x, sy + y, sxx + x * x, sxy + x * y);
            }
            Slopes[i] = (sxy - sx * sy / Rows) / (sxx - sx * sx / Rows);
        }
    }

    static void Sphere()
    {
        var blocks = new LogBlocks();
        for (var i = 0; i < Pulses; i++)
        {
            blocks.Clear();
            for (var j = 0; j < Rows; j++)
            {
                blocks.Add(Seconds[j], Volts[i * Rows + j]);
            }
            Slopes[i] = PulseFit.Fit(ConstantFlux.Sphere, blocks.Between(1, PulseSeconds), StepVolts, PulseSeconds)!.RatePerSecond;
        }
    }

    /// <summary>The blocks alone: every row once.</summary>
    static void Blocks()
    {
        var blocks = new LogBlocks();
        for (var i = 0; i < Pulses; i++)
        {
            blocks.Clear();
            for (var j = 0; j < Rows; j++)
            {
                blocks.Add(Seconds[j], Volts[i * Rows + j]);
            }
        }
    }

    static double Sum(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }
        return sum;
    }

    static double[] Make()
    {
        var random = new Random(1);
        var volts = new double[Pulses * Rows];
        for (var i = 0; i < volts.Length; i++)
        {
            volts[i] = 3.8 + StepVolts / (PulseSeconds * 3 * Rate) * ConstantFlux.Sphere.Surface(Rate * Seconds[i % Rows]) + 1e-5 * (random.NextDouble() - 0.5);
        }
        return volts;
    }

    static (double[], double[], double[]) Whole()
    {
        var seconds = new double[Pulses * Rows];
        var amperes = new double[Pulses * Rows];
        for (var i = 0; i < seconds.Length; i++)
        {
            (seconds[i], amperes[i]) = (i, i / Rows % 2 * 6e-5);
        }
        return (seconds, Volts, amperes);
    }
}
