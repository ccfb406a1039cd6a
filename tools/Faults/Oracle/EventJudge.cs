namespace CoinRig.Faults;

/// <summary>The run ended as its faults allow, and says so: an event of the right code for each fault that must be seen, and no alarm without a cause.</summary>
static class EventJudge
{
    const string Promise = "events";

    static readonly string[] Always = ["stopped", "late-scans"];

    internal static void Judge(World world, Judgement judgement, RunContent content)
    {
        var faults = world.Scenario.Faults;
        var allowed = faults.SelectMany(f => f.Type.Allows).Concat(Always).ToHashSet();
        foreach (var (code, severity, message) in content.Events.Where(e => e.Severity != "note"))
        {
            judgement.Check(allowed.Contains(code), Promise, $"'{code}' ({severity}: {message}), which none of the faults explains");
        }
        judgement.Check(content.State is "done" or "stopped-by-person" or "running" || content.Events.Any(e => e.Severity == "alarm"), Promise, $"the run is {content.State} without an alarm");
        judgement.Check(content.State != "running" || world.Lives[^1].WasKilled || world.Lives[^1].Refusal is not null || world.Lives.Any(l => l.WasKilled || l.HasSuspended || l.RecordingFault is not null), Promise, $"the run is running at its end");
        if (faults.All(f => f.Type.IsHarmless))
        {
            judgement.Check(content.State is "done" or "stopped-by-person", Promise, $"the run is {content.State} ({content.Message}) though nothing was wrong with it");
        }
        JudgeDemands(world, judgement, content);
        JudgeAtOnce(world, judgement);
        if (world.Scenario.HasBroker)
        {
            JudgeCursor(world, judgement, content);
        }
    }

    static void JudgeDemands(World world, Judgement judgement, RunContent content)
    {
        if (world.Lives.Count != 1 || world.Lives[0].Began < 0 || world.Lives[0].Outcome is null)
        {
            return;
        }
        var length = (world.Lives[0].Ended - world.Truth.Start) * 1e-9;
        // What stopped a run must be told of, too, where nothing else can have stopped it.
        var hasStopped = world.Scenario.Faults.Count == 1 && content.State is "failed" or "stopped-by-limit";
        foreach (var fault in world.Scenario.Faults.Where(f => f.Type.Demands.Count > 0))
        {
            var lasted = Math.Min(fault.UntilSeconds, length) - fault.Seconds;
            if ((fault.Type.IsDemandedWhereItStays && fault.UntilSeconds < length) || lasted <= (hasStopped ? 0 : fault.Type.SeenAfterSeconds))
            {
                continue;
            }
            if (world.Scenario.Faults.Count(f => f.Type == fault.Type) > 1)
            {
                // The end of one takes away the other, too.
                continue;
            }
            judgement.Check(content.Events.Any(e => fault.Type.Demands.Contains(e.Code)), Promise, $"nothing tells that {fault.Text}");
        }
    }

    /// <summary>An alarm and the end of the run are in the file before anything else is done.</summary>
    static void JudgeAtOnce(World world, Judgement judgement)
    {
        foreach (var life in world.Lives.Where(l => l.Outcome is not null && l.RecordingFault is null && (l.AtItsEnd is not null || !world.Scenario.IsOfTheDisk)))
        {
            if (life.HasSuspended)
            {
                judgement.Check(life.AtItsEnd?.Events.Any(e => e.Code == "suspended") == true, Promise, $"that the program was stopped was not committed at once");
                continue;
            }
            judgement.Check(life.AtItsEnd is { State: not "running" } && life.AtItsEnd.Notes.Any(n => n.Kind == "run-ended"), Promise, $"the end of the run was not committed at once");
        }
    }

    /// <summary>No sink's cursor is before what the sink has acknowledged, nor before what is in the file.</summary>
    static void JudgeCursor(World world, Judgement judgement, RunContent content)
    {
        var cursor = content.Cursors.GetValueOrDefault(FakeBroker.Sink);
        judgement.Check(cursor <= content.Rows.Count, "cursor", $"it stands at {cursor}, the file has {content.Rows.Count} samples");
        // A cursor at 0 tells that nothing was delivered, as a broker does that was never asked.
        judgement.Check(cursor <= Math.Max(0, world.Lives.Max(l => l.Acknowledged)), "cursor", $"it stands at {cursor}, the broker has acknowledged {world.Lives.Max(l => l.Acknowledged)}");
        foreach (var (life, remains) in world.Remains)
        {
            var then = remains.Cursors.GetValueOrDefault(FakeBroker.Sink);
            judgement.Check(then <= remains.Rows.Count, "cursor", $"after a kill it stands at {then}, the file has {remains.Rows.Count} samples");
            _ = life;
        }
    }
}
