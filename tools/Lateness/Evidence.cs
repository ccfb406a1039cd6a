using CoinRig.Control;
using CoinRig.Gateway;
using CoinRig.Runs;

namespace CoinRig.Lateness;

/// <summary>What a run file says of a run in real time: its own statistics, and what its samples show without them.</summary>
/// <param name="State">How the run ended.</param>
/// <param name="Message">Why.</param>
/// <param name="Timing">The run's own statistics.</param>
/// <param name="Samples">Samples in the file.</param>
/// <param name="Flagged">Samples with the flag late.</param>
/// <param name="Silent">Samples out of the grid of scans by more than half a period where neither they nor the ones before bear it.</param>
/// <param name="Lost">Slots of the grid that have no sample and were not counted as missed.</param>
/// <param name="CpuShare">Processor time of the process over the time it took.</param>
/// <param name="Collections">Garbage collections.</param>
/// <param name="MegaBytes">Memory that it occupied at the end, MB.</param>
sealed record Evidence(RunState State, string Message, ScanTiming? Timing, long Samples, long Flagged, long Silent, long Lost, double CpuShare,
    int Collections, double MegaBytes)
{
    /// <summary>Reads a run file whose protocol is one step that records every scan.</summary>
    internal static Evidence Of(RunOutcome outcome, long periodNanoseconds)
    {
        using var run = RunFileReader.Open(outcome.Path);
        long samples = 0, flagged = 0, silent = 0, first = 0, slot = -1;
        var wasLate = false;
        foreach (var sample in run.Samples())
        {
            first = samples++ == 0 ? sample.VoltageNanoseconds : first;
            var isLate = (sample.Flags & SampleFlags.Late) != 0;
            flagged += isLate ? 1 : 0;
            // One that is late by more than half a period lies nearest to a slot of another scan, and after it another lies nearest to that.
            var nearest = (sample.VoltageNanoseconds - first + periodNanoseconds / 2) / periodNanoseconds;
            silent += nearest != slot + 1 && !isLate && !wasLate ? 1 : 0;
            (slot, wasLate) = (nearest, isLate);
        }
        var timing = run.Timings() is [.., var last] ? last : null;
        return new(outcome.State, outcome.Message, timing, samples, flagged, silent, slot + 1 - samples - (timing?.MissedScans ?? 0),
            Environment.CpuUsage.TotalTime.TotalSeconds / outcome.RealSeconds, GC.CollectionCount(0), Environment.WorkingSet / 1e6);
    }
}
