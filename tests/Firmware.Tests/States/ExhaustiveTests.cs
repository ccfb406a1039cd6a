namespace CoinRig.Firmware.Tests;

/// <summary>Every state that can be reached, with every input: from each newly seen one all inputs are tried, until none leads to another that was not seen.</summary>
[TestClass]
public sealed class ExhaustiveTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void EveryReachableState_WithEveryInput_KeepsTheInvariants()
    {
        var seen = new HashSet<string> { new Explored().Fingerprint };
        var fringe = new Queue<int[]>([[]]);
        var tried = new HashSet<(SupervisorState, int)>();
        var steps = 0;
        while (fringe.TryDequeue(out var path))
        {
            for (var input = 0; input < Explored.Inputs.Count; input++)
            {
                var explored = new Explored();
                foreach (var done in path)
                {
                    Explored.Inputs[done].Do(explored);
                }
                tried.Add((explored.Supervisor.State, input));
                Step(explored, input, path);
                steps++;
                if (seen.Add(explored.Fingerprint))
                {
                    fringe.Enqueue([.. path, input]);
                }
            }
        }
        TestContext.WriteLine($"{seen.Count} states, {steps} steps");
        Assert.HasCount(Transitions.States * Explored.Inputs.Count, tried, "Some state was not reached");
    }

    static void Step(Explored explored, int input, int[] path)
    {
        var supervisor = explored.Supervisor;
        var (before, cause, low, high) = (supervisor.State, supervisor.Cause, supervisor.Held.LowestCellMillivolts[0], supervisor.Held.HighestCellMillivolts[0]);
        var (name, act, isMessage) = Explored.Inputs[input];
        act(explored);
        string Way() => $"{string.Join(" > ", path.Select(p => Explored.Inputs[p].Name))} > {name}: {before} -> {supervisor.State} ({supervisor.Cause})";

        // Never closed without a fresh heartbeat, and never held without the state that says so.
        var age = explored.Now - explored.LastGoodBeat;
        Assert.IsFalse(supervisor.Monostable.IsReleased && age >= BoardProfile.SilenceMilliseconds + BoardProfile.LoopMilliseconds, $"held {age} ms after a heartbeat: {Way()}");
        Assert.IsFalse(supervisor.Monostable.IsReleased && supervisor.State != SupervisorState.Closed, $"held while not closed: {Way()}");

        // Tripped stays tripped, with its cause, until it is reset after the cause is gone.
        if (before == SupervisorState.Tripped && supervisor.State != SupervisorState.Tripped)
        {
            Assert.IsTrue(name is "reset" or "button", Way());
            Assert.IsTrue(supervisor.Watch.IsHealthy && supervisor.State == SupervisorState.Unarmed, Way());
        }
        else if (before == SupervisorState.Tripped)
        {
            Assert.AreEqual(cause, supervisor.Cause, Way());
        }

        // Nothing raises a limit that is in use, and no message goes beyond the hard ones.
        if (before != SupervisorState.Unarmed)
        {
            Assert.IsTrue(supervisor.Held.LowestCellMillivolts[0] >= low && supervisor.Held.HighestCellMillivolts[0] <= high, Way());
        }
        Assert.IsTrue(supervisor.Held.IsWithin(new Limits()), Way());

        // Any doubt opens.
        if (!explored.AllGood && name is not ("20 ms" or "all mended") && !isMessage)
        {
            Assert.IsFalse(supervisor.Monostable.IsReleased, $"held in doubt: {Way()}");
        }

        // Only a request to close closes, from armed.
        if (supervisor.State == SupervisorState.Closed && before != SupervisorState.Closed)
        {
            Assert.IsTrue(before == SupervisorState.Armed && name == "close", Way());
        }
    }
}
