using CoinRig.Control;
using CoinRig.FaultyDisk;
using CoinRig.Runs;

namespace CoinRig.KillRuns;

/// <summary>
/// Power cuts at any change of the disk: of a disk as it is at that moment one of the states is drawn that the file system may leave. Each must open, be
/// whole, hold each sample that was committed as it was recorded, have lost no more than what the durability states, and say where to go on.
/// </summary>
sealed class PowerCuts(int seed)
{
    /// <summary>So many cuts of one run.</summary>
    const int CutsOfARun = 250;

    /// <summary>A run of this kind changes the disk at least so often.</summary>
    const int ChangesOfARun = 1500;

    static readonly int[] Durabilities = [1, 10];

    readonly Random _random = new(seed);

    /// <summary>What else the disk does wrong, from the beginning of the recording.</summary>
    internal DiskFault? DiskFault { get; init; }

    internal Tally Carry(int cuts)
    {
        var tally = new Tally($"{cuts} power cuts");
        var done = 0;
        for (var run = 0; done < cuts; run++)
        {
            done += CarryRun(seed + run, Durabilities[run % Durabilities.Length], Math.Min(CutsOfARun, cuts - done), tally);
        }
        return tally;
    }

    int CarryRun(int runSeed, int durabilitySeconds, int cuts, Tally tally)
    {
        using var disk = new Disk(runSeed);
        var truth = new Watcher();
        var done = 0;
        long next = 0;
        RecordedRun.Record(disk.Root + "/runs", runSeed, durabilitySeconds, truth, recorder =>
        {
            if (DiskFault is not null)
            {
                disk.Arm(DiskFault);
            }
            disk.Changing = () =>
            {
                if (disk.Changes < next || done == cuts)
                {
                    return;
                }
                next = disk.Changes + 1 + _random.Next(2 * ChangesOfARun / CutsOfARun);
                using var cut = disk.Copy(_random.Next());
                cut.CutPower();
                cut.Restart();
                Judge(cut, truth.Samples, recorder.CommittedSequence, durabilitySeconds, $"seed {runSeed}, {durabilitySeconds} s, change {disk.Changes}", tally);
                done++;
            };
        });
        return done;
    }

    static void Judge(Disk cut, List<Sample> truth, long committed, int durabilitySeconds, string where, Tally tally)
    {
        var path = cut.Files().SingleOrDefault(f => f.EndsWith(RunNames.Extension, StringComparison.Ordinal));
        if (path is null)
        {
            tally.Failures.Add($"{where}: the file is gone");
            return;
        }
        try
        {
            using var run = RunFileReader.Open(path);
            run.RequireWhole();
            var last = 0;
            foreach (var sample in run.Samples())
            {
                if (last == truth.Count || !Same(sample, truth[last]))
                {
                    tally.Failures.Add($"{where}: sample {last + 1} is not what was recorded");
                    break;
                }
                last++;
            }
            var lastMarker = run.Markers().Select(m => m.Nanoseconds).DefaultIfEmpty(0).Max();
            var lostSeconds = truth.Count == 0 ? 0 : (truth[^1].VoltageNanoseconds - Math.Max(lastMarker, last == 0 ? 0 : truth[last - 1].VoltageNanoseconds)) * 1e-9;
            tally.Add("of them lost something that was not yet committed", last < truth.Count ? 1 : 0);
            tally.Add("committed samples lost", Math.Max(0, committed - last));
            tally.Largest($"seconds lost at {durabilitySeconds} s, at most", lostSeconds);
            if (last < committed)
            {
                tally.Failures.Add($"{where}: {last} samples; {committed} were committed");
            }
            if (lostSeconds > durabilitySeconds + RecordedRun.Profile().ScanPeriodNanoseconds * 1e-9)
            {
                tally.Failures.Add($"{where}: {lostSeconds:0.00} s are lost");
            }
            if (run.Header.State == RunState.Running)
            {
                InterruptedRun.Read(run, RecordedRun.Plan());
            }
        }
        catch (Exception e) when (e is RunFileException or InvalidDataException)
        {
            tally.Failures.Add($"{where}: {e.Message}");
        }
    }

    internal static bool Same(in Sample a, in Sample b) => a.Sequence == b.Sequence && a.VoltageNanoseconds == b.VoltageNanoseconds && a.CurrentNanoseconds == b.CurrentNanoseconds
        && a.Volts.Equals(b.Volts) && a.Amperes.Equals(b.Amperes) && a.NetCoulombs.Equals(b.NetCoulombs) && a.NetJoules.Equals(b.NetJoules)
        && a.StepCount == b.StepCount && a.SegmentCount == b.SegmentCount && a.Cycle == b.Cycle && a.Flags == b.Flags;

    /// <summary>Keeps what is recorded.</summary>
    sealed class Watcher : IRunReader
    {
        public string Name => "truth";

        internal List<Sample> Samples { get; } = [];

        public void OnSample(in Sample sample) => Samples.Add(sample);

        public void OnMarker(Marker marker, Action<ResultRow> post)
        {
        }
    }
}
