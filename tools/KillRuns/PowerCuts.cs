using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.KillRuns;

/// <summary>
/// Power cuts: a run's file is rolled back to states that the file system may leave since the last sync. Each must open, be whole, hold
/// exactly what was committed before or after the cut, and say where to go on.
/// </summary>
sealed class PowerCuts(string folder, int seed)
{
    internal Tally Carry(int cuts)
    {
        var tally = new Tally($"{cuts} power cuts");
        var random = new Random(seed);
        var done = 0;
        for (var run = 0; done < cuts; run++)
        {
            done += CarryRun(Directory.CreateDirectory(Path.Combine(folder, $"cuts{run}")).FullName, seed + run, random, cuts - done, tally);
        }
        return tally;
    }

    int CarryRun(string place, int runSeed, Random random, int most, Tally tally)
    {
        DiskState? before = null;
        long sequenceBefore = 0;
        var samples = new List<(DiskState State, long Least, long Most, int Commit)>();
        var commit = 0;
        // A POSIX lock of SQLite falls when any descriptor of the file is closed; here nobody else wants one.
        var path = RecordedRun.Record(place, runSeed, (open, sequence) =>
        {
            commit++;
            if (before is not null && samples.Count < most)
            {
                samples.Add((before.CutBefore(DiskState.Of(open), random), sequenceBefore, sequence, commit));
            }
            (before, sequenceBefore) = (random.Next(3) == 0 ? DiskState.Of(open) : null, sequence);
        });
        Sample[] truth;
        using (var run = RunFileReader.Open(path))
        {
            truth = [.. run.Samples()];
        }
        foreach (var (state, least, mostSequence, at) in samples)
        {
            Judge(state, least, mostSequence, truth, $"seed {runSeed}, commit {at}", place, tally);
        }
        return samples.Count;
    }

    static void Judge(DiskState state, long least, long most, Sample[] truth, string where, string place, Tally tally)
    {
        var path = Path.Combine(place, "cut" + RunNames.Extension);
        state.Write(path);
        try
        {
            using var run = RunFileReader.Open(path);
            run.RequireWhole();
            Sample[] samples = [.. run.Samples()];
            var last = samples.Length;
            tally.Add(last == least ? "rolled back to the commit before" : "held the commit that was cut", 1);
            tally.Largest("samples of a cut that were lost, at most", most - last);
            if (last != least && last != most)
            {
                tally.Failures.Add($"{where}: {last} samples; {least} were synced, {most} written");
            }
            for (var i = 0; i < last; i++)
            {
                if (!Same(samples[i], truth[i]))
                {
                    tally.Failures.Add($"{where}: sample {i + 1} is not what was recorded");
                    break;
                }
            }
            InterruptedRun.Read(run, RecordedRun.Plan());
        }
        catch (Exception e) when (e is RunFileException or InvalidDataException)
        {
            tally.Failures.Add($"{where}: {e.Message}");
        }
    }

    internal static bool Same(in Sample a, in Sample b) => a.Sequence == b.Sequence && a.VoltageNanoseconds == b.VoltageNanoseconds && a.CurrentNanoseconds == b.CurrentNanoseconds
        && a.Volts.Equals(b.Volts) && a.Amperes.Equals(b.Amperes) && a.NetCoulombs.Equals(b.NetCoulombs) && a.NetJoules.Equals(b.NetJoules)
        && a.StepCount == b.StepCount && a.SegmentCount == b.SegmentCount && a.Cycle == b.Cycle && a.Flags == b.Flags;
}
