using System.Diagnostics;

namespace CoinRig.Bench;

/// <summary>Times two things in turn in one process, so that their ratio holds when the machine's speed drifts.</summary>
static class Measure
{
    const int Rounds = 15;
    const int WarmUpCalls = 100_000;

    /// <summary>
    /// Median nanoseconds a call of each, and bytes that the first allocates on this thread a call. Many short rounds say more than few long ones
    /// where other programs run beside: most are not interrupted.
    /// </summary>
    internal static Comparison Compare(string name, Action<int> subject, string baselineName, Action<int> baseline, int calls, int rounds = Rounds, int warmUpCalls = WarmUpCalls)
    {
        for (var warmUp = 0; warmUp * calls < warmUpCalls; warmUp++)
        {
            subject(calls);
            baseline(calls);
        }
        var subjects = new double[rounds];
        var baselines = new double[rounds];
        var allocated = long.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            subjects[round] = Time(subject, calls);
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
            baselines[round] = Time(baseline, calls);
        }
        return new Comparison(name, Median(subjects), baselineName, Median(baselines), allocated / (double)calls);
    }

    /// <summary>Median milliseconds of an action that takes long enough to be timed by itself, and the bytes that it allocates.</summary>
    internal static double Milliseconds(Action action, out long bytes)
    {
        for (var warmUp = 0; warmUp < 3; warmUp++)
        {
            action();
        }
        var times = new double[Rounds];
        bytes = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            times[round] = 1e-6 * Time(_ => action(), 1);
            bytes = Math.Min(bytes, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return Median(times);
    }

    static double Time(Action<int> action, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        action(calls);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }

    static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}

/// <summary>One row of the table.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Nanoseconds">Median of a call, ns.</param>
/// <param name="Baseline">What it is compared with.</param>
/// <param name="BaselineNanoseconds">Median of the baseline's call, ns.</param>
/// <param name="AllocatedBytes">Bytes allocated a call.</param>
sealed record Comparison(string Name, double Nanoseconds, string Baseline, double BaselineNanoseconds, double AllocatedBytes)
{
    /// <summary>The row as a person reads it.</summary>
    public override string ToString() =>
        $"{Name,-58} {Nanoseconds,10:0.0} ns {AllocatedBytes,8:0.##} B   {Baseline,-46} {BaselineNanoseconds,10:0.0} ns   ratio {Nanoseconds / BaselineNanoseconds:0.00}";
}
