namespace CoinRig.Gateway;

/// <summary>Runs the test of the wires and says what came of it.</summary>
static class WireTestReport
{
    internal static int Carry(SupervisorVisit visit, Screen screen, TextReader input, bool drivesBoard, CancellationToken stop)
    {
        screen.Say($"Test of the supervisor at {visit.Name}. Holders must be empty. Each step closes, and must open by itself; what is pulled is put back after it.");
        IReadOnlyList<WireOutcome> outcomes;
        if (visit.Twin is not null)
        {
            using var hands = new TwinHands(visit);
            outcomes = new WireTest(visit, hands, screen.Say, stop).Run();
        }
        else
        {
            using var lines = drivesBoard ? RelayLines.Take(visit.Profile) : null;
            outcomes = new WireTest(visit, new PersonsHands(screen, input, lines), screen.Say, stop).Run();
        }
        var table = new ScreenTable("step", "expected", "seen", "result");
        foreach (var outcome in outcomes)
        {
            table.Add(outcome.Step, outcome.Expected, outcome.Seen, outcome.Ok switch { true => "good", false => "WRONG", null => "open" });
        }
        screen.Show(table);
        var wrong = outcomes.Count(o => o.Ok == false);
        var open = outcomes.Count(o => o.Ok is null);
        screen.Say(wrong > 0 ? $"{wrong} of {outcomes.Count} are wrong: do not use this rig before they are mended."
            : open > 0 ? $"What was tried is good; {open} of {outcomes.Count} were not tried." : $"All {outcomes.Count} are good.");
        if (screen.IsJson)
        {
            screen.Document(new { Supervisor = visit.Name, Ok = wrong == 0 && open == 0, Steps = outcomes });
        }
        return wrong == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
