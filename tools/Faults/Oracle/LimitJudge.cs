namespace CoinRig.Faults;

/// <summary>
/// No limit is exceeded for longer than two scan periods and the ADC's timeout: from a true voltage or current beyond a hard limit to the relay's open line.
/// </summary>
static class LimitJudge
{
    const string Promise = "limits";

    /// <summary>A voltage nearer to the limit than this is no different from it: eight times the stated uncertainty of a reading, and its noise.</summary>
    const double MarginVolts = 5e-3;

    const double MarginPart = 0.01;

    /// <summary>1.5 t18 and 20 ms (boards/Ads1256/README.md).</summary>
    internal const long AdcTimeoutNanoseconds = 80_300_000;

    internal static void Judge(World world, Judgement judgement)
    {
        var spoilsCurrent = world.Scenario.Faults.Any(f => f.Type.SpoilsCurrent);
        var spoilsReadings = world.Scenario.Faults.Any(f => f.Type.SpoilsReadings);
        var allowed = 2 * world.Scenario.Setting.Profile.ScanPeriodNanoseconds + AdcTimeoutNanoseconds;
        foreach (var closure in world.Truth.Closures)
        {
            var (longest, at, volts, amperes) = Longest(world.Truth.Steps, closure, spoilsCurrent);
            var counted = Math.Max(0, longest - HeldUp(world, longest));
            judgement.LongestBeyondNanoseconds = Math.Max(judgement.LongestBeyondNanoseconds, spoilsReadings ? 0 : counted);
            judgement.Check(counted <= allowed, Promise,
                $"beyond a hard limit for {longest * 1e-6:0.0} ms until {at * 1e-9:0.000000} s ({volts:0.0000} V, {amperes * 1e3:0.0000} mA); {allowed * 1e-6:0.0} ms are allowed");
        }
    }

    /// <summary>A program that stands still can do nothing; only an excursion that is long at all is excused by it.</summary>
    static long HeldUp(World world, long longest) => longest > 0 ? world.HeldUpNanoseconds : 0;

    static (long Nanoseconds, long At, double Volts, double Amperes) Longest(List<CircuitStep> steps, Closure closure, bool spoilsCurrent)
    {
        (long, long, double, double) worst = default;
        long beyond = 0;
        for (var i = First(steps, closure.Closed); i < steps.Count && steps[i].End - steps[i].Nanoseconds < closure.Opened; i++)
        {
            var step = steps[i];
            var from = Math.Max(step.End - step.Nanoseconds, closure.Closed);
            var to = Math.Min(step.End, closure.Opened);
            var isBeyond = step.Volts > Setting.HighestVolts + MarginVolts || step.Volts < Setting.LowestVolts - MarginVolts
                || (!spoilsCurrent && Math.Abs(step.Amperes) > Setting.LargestAmperes * (1 + MarginPart));
            beyond = isBeyond ? beyond + to - from : 0;
            worst = beyond > worst.Item1 ? (beyond, to, step.Volts, step.Amperes) : worst;
        }
        return worst;
    }

    /// <summary>The first step that ends after a time.</summary>
    internal static int First(List<CircuitStep> steps, long after)
    {
        var (low, high) = (0, steps.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = steps[middle].End > after ? (low, middle) : (middle + 1, high);
        }
        return low;
    }
}
