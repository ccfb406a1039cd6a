using CoinRig.Control;

namespace CoinRig.Runs;

/// <summary>What came of verifying a run file.</summary>
/// <param name="Findings">What is wrong, each with its sequence number; empty for a file that is whole.</param>
/// <param name="Samples">How many samples were read.</param>
/// <param name="Results">How many results were compared.</param>
/// <param name="Pairs">Pairs of neighbouring scans whose charge was computed again.</param>
/// <param name="RelativeDifference">By how much these charges differ from what is recorded, as a part of the throughput.</param>
public sealed record Verification(IReadOnlyList<string> Findings, long Samples, long Results, long Pairs, double RelativeDifference)
{
    /// <summary>Verifies a run file: pages, checksums, sequence, times, markers, checkpoint, charge, results.</summary>
    /// <param name="run">The file.</param>
    /// <param name="scanPeriodNanoseconds">The board's time from scan to scan, ns.</param>
    /// <param name="analysis">What made its results, fresh.</param>
    public static Verification Of(RunFileReader run, long scanPeriodNanoseconds, IRunReader analysis)
    {
        var findings = new Findings();
        var order = new OrderCheck(findings);
        var charge = new ChargeCheck(findings, scanPeriodNanoseconds);
        long results = 0;
        try
        {
            run.RequireWhole();
            ResultRow[] recorded = [.. run.Results().Select(r => r.Row)];
            results = recorded.Length;
            var again = new ResultCheck(findings, recorded, analysis);
            run.Replay(new Together([order, charge, again]));
            again.Finish();
            CheckEnd(run, order.LastSequence, findings);
            if (charge.RelativeDifference > ChargeCheck.Tolerance)
            {
                findings.Add("charge", $"The charge computed again from {charge.Pairs} pairs of scans differs by {charge.RelativeDifference:0.0E+0} of the throughput; at most {ChargeCheck.Tolerance:0.0E+0} is rounding.");
            }
        }
        catch (RunFileException broken)
        {
            findings.Add("damage", broken.Message);
        }
        return new(findings.Lines, order.LastSequence, results, charge.Pairs, charge.RelativeDifference);
    }

    static void CheckEnd(RunFileReader run, long last, Findings findings)
    {
        if (run.Checkpoint is { } checkpoint && checkpoint.State.Sequence != last)
        {
            findings.Add("checkpoint", $"The checkpoint stands at sample {checkpoint.State.Sequence}; the last sample is {last}.");
        }
        var end = run.Markers().OfType<RunEnded>().ToList();
        if (end.Count != (run.Header.State == RunState.Running ? 0 : 1) || (end.Count == 1 && end[0].State != run.Header.State))
        {
            findings.Add("end", $"The header says {Words<RunState>.Of(run.Header.State)}; the markers hold {end.Count} ends of the run{(end.Count > 0 ? $", the last as {Words<RunState>.Of(end[^1].State)}" : "")}.");
        }
    }

    /// <summary>Several readers in one pass.</summary>
    sealed class Together(IReadOnlyList<IRunReader> readers) : IRunReader
    {
        public string Name => "verification";

        public void OnSample(in Sample sample)
        {
            foreach (var reader in readers)
            {
                reader.OnSample(sample);
            }
        }

        public void OnMarker(Marker marker, Action<ResultRow> post)
        {
            foreach (var reader in readers)
            {
                reader.OnMarker(marker, post);
            }
        }
    }
}
