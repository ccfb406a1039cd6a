using System.Diagnostics;
using System.Globalization;
using CoinRig.InstrumentFiles;

namespace CoinRig.Bench;

/// <summary>
/// Reading CSV, with all its checks, beside <see cref="double.Parse(string)"/> on the same numbers, and pandas on the same file. Rounds are
/// short and taken in turn, so that both sides see the machine alike.
/// </summary>
static class FilesBench
{
    const int Rows = 100_000;
    const int Columns = 4;
    const int RoundRows = 8192;
    const int Repeats = 24;

    internal static void Run(TextWriter to)
    {
        to.WriteLine("CSV of four columns, bit-exact                ns a value   bytes a row   double.Parse ns   ratio   pandas ns (round_trip)");
        foreach (var (name, format) in new[] { ("17 digits", "E16"), ("as short as reads back", "R"), ("six decimals", "F6") })
        {
            var path = Path.Combine(Path.GetTempPath(), $"bench-{Environment.ProcessId}.csv");
            try
            {
                var texts = Write(path, format);
                Measure(to, name, path, texts, PythonBaseline.Run("files.py", path));
            }
            finally
            {
                File.Delete(path);
            }
        }
    }

    static string[] Write(string path, string format)
    {
        Random random = new(1);
        var texts = new string[Rows * Columns];
        using StreamWriter writer = new(path);
        writer.Write("Test Time / s,Voltage / V,Current / A,Net Capacity / Ah\n");
        for (var row = 0; row < Rows; row++)
        {
            double[] values = [0.1 * row + 0.05 * random.NextDouble(), 3 + random.NextDouble(), 1e-3 * (random.NextDouble() - 0.5), random.NextDouble()];
            for (var i = 0; i < Columns; i++)
            {
                texts[row * Columns + i] = values[i].ToString(format, CultureInfo.InvariantCulture);
            }
            writer.Write(string.Join(',', texts[(row * Columns)..((row + 1) * Columns)]) + "\n");
        }
        return texts;
    }

    static void Measure(TextWriter to, string name, string path, string[] texts, PythonBaseline python)
    {
        var file = MeasuredFile.Open(path, new() { BatchRows = RoundRows });
        List<double> ours = [];
        List<double> parse = [];
        var bytes = long.MaxValue;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            if (repeat == Repeats / 2)
            {
                ours.Clear();
                parse.Clear();
            }
            using var batches = file.Batches().GetEnumerator();
            for (var at = 0; ; at += RoundRows * Columns)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                if (!batches.MoveNext())
                {
                    break;
                }
                var count = batches.Current.Count * Columns;
                ours.Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / count);
                bytes = Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - before);
                start = Stopwatch.GetTimestamp();
                var sum = 0.0;
                for (var i = at; i < at + count; i++)
                {
                    sum += double.Parse(texts[i], CultureInfo.InvariantCulture);
                }
                parse.Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / count);
                GC.KeepAlive(sum);
            }
        }
        var (mine, theirs) = (Median(ours), Median(parse));
        var pandas = python.Nanoseconds("read") / (Rows * Columns);
        to.WriteLine($"  {name,-42} {mine,10:0.0} {bytes / (double)RoundRows,13:0.00} {theirs,17:0.0} {theirs / mine,7:0.00}   {(double.IsNaN(pandas) ? python.Why : $"{pandas:0.0}")}");
    }

    static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
