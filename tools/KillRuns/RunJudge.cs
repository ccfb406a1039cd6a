using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.KillRuns;

/// <summary>Judges the file of a run between its interruptions and at its end.</summary>
static class RunJudge
{
    /// <summary>What is left of a charge by rounding, as a part of the throughput.</summary>
    const double Rounding = 1e-12;

    /// <summary>Judges what is there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="known">The samples that were seen in it; gets the new ones.</param>
    /// <param name="where">Which run and when, in words.</param>
    /// <param name="tally">Gets what was found.</param>
    /// <returns>Whether the run goes on.</returns>
    internal static bool Goes(string path, List<Sample> known, string where, Tally tally)
    {
        using var run = RunFileReader.Open(path);
        Sample[] samples = [.. run.Samples()];
        var lost = known.Count - samples.Length;
        tally.Add("committed samples lost", Math.Max(0, lost));
        if (lost > 0)
        {
            tally.Failures.Add($"{where}: {lost} committed samples are lost");
        }
        for (var i = 0; i < samples.Length; i++)
        {
            if (samples[i].Sequence != i + 1 || (i < known.Count && !PowerCuts.Same(samples[i], known[i])))
            {
                tally.Failures.Add($"{where}: sample {i + 1} is missing, doubled or another one");
                break;
            }
        }
        known.AddRange(samples.Skip(known.Count));
        if (run.Header.State == RunState.Running)
        {
            return true;
        }
        JudgeEnd(run, samples, where, tally);
        return false;
    }

    static void JudgeEnd(RunFileReader run, Sample[] samples, string where, Tally tally)
    {
        tally.Add("runs that were carried to their end", 1);
        tally.Add("samples of those", samples.Length);
        tally.Add("interruptions of those", run.Header.Resumptions.Count);
        if (run.Header.State != RunState.Done)
        {
            tally.Failures.Add($"{where}: the run ended as {run.Header.State}: {run.Header.StateMessage}");
        }
        var charge = ChargeOracle.Of(run, samples);
        tally.Largest("difference of the charge from the integral of the scans, part of the throughput, at most", charge);
        if (charge > Rounding)
        {
            tally.Failures.Add($"{where}: the charge differs by {charge:0.0E+0} of the throughput from the integral of the recorded scans. {ChargeOracle.Largest(run, samples)}");
        }
    }
}
