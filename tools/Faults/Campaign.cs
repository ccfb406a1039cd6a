using System.Diagnostics;
using System.Globalization;

namespace CoinRig.Faults;

/// <summary>Many seeds, on as many threads as there are processors, and what they came to.</summary>
sealed class Campaign(TextWriter output, bool stopsAtTheFirst)
{
    const int ScansAllowed = 2;

    /// <summary>Carries the seeds out; true where every promise was kept.</summary>
    internal bool Carry(int first, int count)
    {
        var watch = Stopwatch.StartNew();
        var all = new List<Judgement>(count);
        var wrong = 0;
        Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (seed, loop) =>
        {
            var judgement = Guarded(seed);
            lock (all)
            {
                all.Add(judgement);
                if (judgement.Wrong.Count > 0)
                {
                    wrong++;
                    output.WriteLine($"seed {seed}: {judgement.Wrong[0]}{(judgement.Wrong.Count > 1 ? $" (and {judgement.Wrong.Count - 1} more)" : "")}    replay: tools/faults --seed {seed}");
                    if (stopsAtTheFirst)
                    {
                        loop.Break();
                    }
                }
            }
        });
        Write(all, wrong);
        Console.Error.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s, {watch.Elapsed.TotalMilliseconds * Environment.ProcessorCount / Math.Max(1, all.Count):0} ms a seed and thread");
        return wrong == 0;
    }

    /// <summary>What the simulation itself could not stand is a failure of the seed, not of the campaign.</summary>
    static Judgement Guarded(int seed)
    {
        try
        {
            return SeededRun.Of(seed);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var judgement = new Judgement(Scenario.Draw(seed));
            judgement.Check(false, "crash", $"{e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}");
            return judgement;
        }
    }

    void Write(List<Judgement> all, int wrong)
    {
        output.WriteLine($"{"fault",-20}{"seeds",7}{"done",7}{"stopped",9}{"failed",8}{"waits",7}{"none",6}{"beyond / periods",18}");
        foreach (var type in FaultTypes.All)
        {
            Row(type.Name, [.. all.Where(j => j.Scenario.Faults.Any(f => f.Type == type))]);
        }
        Row("all", all);
        var period = Shelf.Board("reference").ScanPeriodNanoseconds;
        var allowed = ScansAllowed + (double)LimitJudge.AdcTimeoutNanoseconds / period;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"beyond a hard limit for at most {all.Max(j => j.LongestBeyondNanoseconds) / (double)period:0.00} scan periods (allowed {allowed:0.00}), in {all.Count(j => j.LongestBeyondNanoseconds > 0)} seeds that went beyond one"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Sum(j => j.Rows)} samples, {all.Sum(j => j.Matched)} of them found one by one among the ADC's results"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"charge off the integral of the rows by {all.Max(j => j.ChargeOfRows):0.0E+0} of the throughput at most; off the true charge by {all.Where(j => !double.IsNaN(j.ChargeOfTruth)).Select(j => j.ChargeOfTruth).DefaultIfEmpty(0).Max():0.00} of what is stated, in {all.Count(j => !double.IsNaN(j.ChargeOfTruth))} seeds"));
        output.WriteLine($"{wrong} of {all.Count} seeds broke a promise");
    }

    void Row(string name, List<Judgement> of)
    {
        if (of.Count > 0)
        {
            var period = (double)of[0].Scenario.Setting.Profile.ScanPeriodNanoseconds;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20}{of.Count,7}{of.Count(j => j.State == "done"),7}{of.Count(j => j.State.StartsWith("stopped", StringComparison.Ordinal)),9}{of.Count(j => j.State == "failed"),8}{of.Count(j => j.State == "running"),7}{of.Count(j => j.State == "none"),6}{of.Max(j => j.LongestBeyondNanoseconds) / period,18:0.00}"));
        }
    }
}
