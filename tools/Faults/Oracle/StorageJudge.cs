using CoinRig.Control;

namespace CoinRig.Faults;

/// <summary>
/// What the program said to be safe is in the file after a kill and after a power cut, and so is all that a broker has got; every file opens; and where nothing can
/// be recorded any more the run stops and says so.
/// </summary>
static class StorageJudge
{
    const string Promise = "storage";

    /// <summary>A disk that takes nothing says so to the commit that finds it, and the scan stops at its next word to the recorder, s. Between commits nothing waits for longer than the durability, which is judged where a process is killed.</summary>
    const double NoticedWithinSeconds = 5;

    internal static void Judge(World world, Judgement judgement, RunContent? content)
    {
        foreach (var life in world.Lives)
        {
            if ((life.WasKilled || life.HasSuspended) && life.HasFile)
            {
                JudgeRemains(judgement, life);
            }
            if (life is { HasSuspended: true, RecordingFault: null, Remains: { } left })
            {
                judgement.Check(left.Rows.Count == life.Samples && left.Events.Any(e => e.Code == "suspended"), Promise, $"the program was stopped after {life.Samples} samples, {left.Rows.Count} are in the file");
            }
            if (life is { RecordingFault: { } fault, Outcome: { } outcome })
            {
                judgement.Check(outcome.State is RunState.Failed or RunState.StoppedByPerson or RunState.Suspended || content is { State: "done" }, Promise, $"nothing was recorded any more ({fault}), and the run ended as {outcome.State}");
            }
        }
        JudgeLasting(world, judgement);
        JudgeReserve(world, judgement, content);
    }

    /// <summary>One process and a disk that is full and nothing else: the reserve takes the end of the run.</summary>
    static void JudgeReserve(World world, Judgement judgement, RunContent? content)
    {
        if (world.Scenario.Faults is [{ Type.Name: DiskFaults.FullName }] && world.Lives is [{ WasKilled: false, RecordingFault: not null }])
        {
            judgement.Check(content is not { State: "running" }, Promise, $"the disk was full and the end of the run is not in the file");
        }
    }

    static void JudgeRemains(Judgement judgement, Life life)
    {
        judgement.Check(life.Remains is not null, Promise, $"the file cannot be read after the process was killed");
        if (life.Remains is { } remains)
        {
            judgement.Check(remains.Rows.Count >= life.Committed, Promise, $"{life.Committed} samples were said to be safe, {remains.Rows.Count} are there");
            judgement.Check(remains.Rows.Count >= life.Acknowledged, Promise, $"the broker has {life.Acknowledged} samples, {remains.Rows.Count} are in the file");
        }
    }

    /// <summary>One process and a disk that takes nothing more: the run has failed, and the program's last words tell why.</summary>
    static void JudgeLasting(World world, Judgement judgement)
    {
        if (world.Lives is not [{ Outcome: { } outcome, WasKilled: false } life])
        {
            return;
        }
        var noticed = NoticedWithinSeconds + world.DiskDelayNanoseconds * 1e-9 + world.Scenario.ScansPerDrain * world.Scenario.Setting.Profile.ScanPeriodNanoseconds * 1e-9;
        if (world.DiskIsGoneSince is { } since)
        {
            var lasted = (life.Ended - since) * 1e-9;
            judgement.Check(lasted <= noticed, Promise, $"the run went on for {lasted:0.0} s on a disk that takes nothing");
            judgement.Check(life.RecordingFault is null || outcome.State == RunState.Failed == outcome.Message.Contains("Recording stopped", StringComparison.Ordinal), Promise, $"the program's last words are '{outcome.Message}'");
        }
    }
}
