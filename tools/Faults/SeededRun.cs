namespace CoinRig.Faults;

/// <summary>Carries seeds out.</summary>
static class SeededRun
{
    /// <summary>One seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="trace">Gets what happened, line by line; null where nobody reads it.</param>
    internal static Judgement Of(int seed, List<string>? trace = null) => Of(Scenario.Draw(seed), trace);

    /// <summary>
    /// One scenario. One with a broker is carried out without it too: every row must be the same, unless the disk counts what both do with it. How many of them a kill leaves
    /// hangs on the commits, and cursors are committed, too: then those before it are compared that both have.
    /// </summary>
    internal static Judgement Of(Scenario scenario, List<string>? trace = null)
    {
        var judgement = Carry(scenario, trace, out var content);
        if (scenario.HasBroker && !scenario.IsOfTheDisk)
        {
            Carry(scenario with { HasBroker = false }, null, out var without);
            judgement.Check(content is null == without is null && (content is null || AreTheSame(content.Rows, without!.Rows)), "broker", $"the rows differ from those of the same run without one");
        }
        return judgement;
    }

    static bool AreTheSame(IReadOnlyList<Row> rows, IReadOnlyList<Row> others)
    {
        if (!rows.Concat(others).Any(r => r.Has(Row.AfterGap)))
        {
            return rows.SequenceEqual(others);
        }
        return rows.TakeWhile(r => !r.Has(Row.AfterGap)).Zip(others.TakeWhile(r => !r.Has(Row.AfterGap))).All(pair => pair.First.Equals(pair.Second));
    }

    static Judgement Carry(Scenario scenario, List<string>? trace, out RunContent? content)
    {
        using var world = new World(scenario, trace);
        world.Carry();
        content = world.Content;
        var judgement = Judge.Of(world);
        if (trace is not null)
        {
            Trace.Finish(trace, scenario, content, judgement);
        }
        return judgement;
    }
}
