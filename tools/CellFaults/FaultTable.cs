namespace CoinRig.CellFaults;

/// <summary>What a campaign found, by what had happened.</summary>
static class FaultTable
{
    /// <summary>Writes it.</summary>
    internal static void Write(TextWriter output, IReadOnlyCollection<FaultyRun> runs)
    {
        output.WriteLine($"{runs.Count} seeds; more than {FaultyRun.BoundAmperes * 1e3:0.##} mA may flow for {FaultyRun.LongestNanoseconds * 1e-6:0} ms: two scans, an ADC timeout and the relay's release.");
        foreach (var board in runs.Select(r => r.Scenario.Board).Distinct().Order(StringComparer.Ordinal))
        {
            output.WriteLine();
            output.WriteLine($"{board,-24}{"runs",8}{"longest / ms",16}{"largest / mA",16}{"done",8}{"failed",8}{"wrong",8}");
            foreach (var name in Happening.Names)
            {
                Row(output, name, [.. runs.Where(r => r.Scenario.Board == board && r.Scenario.Happenings.Any(h => h.Name == name))]);
            }
            Row(output, "all", [.. runs.Where(r => r.Scenario.Board == board)]);
        }
        foreach (var run in runs.Where(r => r.Wrong.Count > 0))
        {
            output.WriteLine();
            output.WriteLine($"seed {run.Seed}, {run.Scenario.Board}, stopped at {run.Scenario.StopSeconds:0.000} s: {string.Join("; ", run.Wrong)}");
            output.WriteLine($"  {string.Join(", ", run.Scenario.Happenings.Select(h => $"{h.Name} at {h.Seconds:0.000} s"))}");
            output.WriteLine($"  {run.State}: {run.Message}");
            output.WriteLine($"  {run.Scenario.Protocol[run.Scenario.Protocol.IndexOf("steps:", StringComparison.Ordinal)..].TrimEnd()}");
        }
    }

    static void Row(TextWriter output, string name, IReadOnlyCollection<FaultyRun> runs)
    {
        if (runs.Count > 0)
        {
            output.WriteLine($"{name,-24}{runs.Count,8}{runs.Max(r => r.Watch.LongestNanoseconds) * 1e-6,16:0.0}{runs.Max(r => r.Watch.LargestAmperes) * 1e3,16:0.000}"
                + $"{runs.Count(r => r.State == Control.RunState.Done),8}{runs.Count(r => r.State == Control.RunState.Failed),8}{runs.Count(r => r.Wrong.Count > 0),8}");
        }
    }
}
