using CoinRig.Gateway;

namespace CoinRig.Faults;

/// <summary>Judges a world after everything has happened.</summary>
static class Judge
{
    internal static Judgement Of(World world)
    {
        var judgement = new Judgement(world.Scenario);
        // What is judged is what is on the disk, and not how it is read.
        world.Disk.Mend();
        var content = world.Content;
        judgement.Check(content is not null || world.Lives.All(l => l.Began < 0), "file", $"it cannot be read");
        if (content is not null)
        {
            (judgement.State, judgement.Message, judgement.Rows) = (content.State, content.Message, content.Rows.Count);
            judgement.Check(content.Broken == "ok", "file", $"SQLite says: {content.Broken}");
            var times = SampleJudge.Judge(world, judgement, content);
            StepTimeJudge.Judge(world, judgement, content);
            ChargeJudge.Judge(world, judgement, content, times);
            EventJudge.Judge(world, judgement, content);
            ResumeJudge.Judge(world, judgement);
            foreach (var finding in WholeRun.Verify(world.RunFile!).Findings)
            {
                judgement.Check(false, "verify", $"{finding}");
            }
        }
        StorageJudge.Judge(world, judgement, content);
        LimitJudge.Judge(world, judgement);
        RelayJudge.Judge(world, judgement);
        return judgement;
    }
}
