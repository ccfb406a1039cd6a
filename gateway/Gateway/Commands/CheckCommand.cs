using System.CommandLine;
using CoinRig.Cells;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Gateway;

/// <summary><c>coinrig check PROTOCOL [--cell CELL [--board PROFILE]]</c>: validates a protocol, tells what it will take, and whether the board can do it. Nothing moves.</summary>
static class CheckCommand
{
    public static Command Create(Session session)
    {
        var protocol = Given.Protocol();
        var cell = Given.Cell(required: false);
        var (board, set) = (Given.Board(), Given.Set());
        var command = new Command("check", "Check a protocol and tell how long it takes, how far it goes, and whether the board can do it") { protocol, cell, board, set };
        session.Do(command, (parse, screen) =>
        {
            var file = Shipped.Protocols.Find(parse.GetRequiredValue(protocol));
            var cellFile = parse.GetValue(cell) is { } given ? Shipped.Cells.Find(given) : null;
            var document = Assignments.Apply(Document.Load(file), parse.GetRequiredValue(set));
            var plan = cellFile is null ? ProtocolFile.ReadWithoutCell(document) : ProtocolFile.Read(document, CellFile.Load(cellFile));
            var estimate = PlanEstimate.Of(plan);
            if (cellFile is not null)
            {
                var profile = BoardProfileFile.Load(Shipped.Boards.Find(parse.GetRequiredValue(board)));
                // Whether a thermometer answers is known when the rig is opened.
                PlanFit.Check(plan, new ChannelReach(profile, profile.Channels[0]), profile.ScanPeriodNanoseconds, hasThermometer: true);
                estimate = ModelEstimate.Of(plan, estimate, profile, screen);
            }
            Say(plan, estimate, file, screen);
            return ExitCode.Done;
        });
        return command;
    }

    static void Say(Plan plan, PlanEstimate estimate, string file, Screen screen)
    {
        foreach (var warning in plan.Warnings)
        {
            screen.Warn($"{warning} (a warning)");
        }
        screen.Say($"{plan.Name}: no mistakes{(plan.CellIsAssumed ? "; give --cell for times and currents of a real cell" : $", for {plan.Cell.Name}")}");
        if (plan.Variables.Count > 0)
        {
            screen.Say($"variables        {string.Join(", ", plan.Variables.Select(v => $"{v.Name} = {v.Text}"))}");
        }
        var steps = new ScreenTable(">step", ">line", "technique", "what it does");
        foreach (var step in plan.Steps)
        {
            steps.Add($"{step.Number}", $"{step.Line}", step.Technique, step.Text);
        }
        screen.Show(steps);
        foreach (var line in estimate.Lines)
        {
            screen.Say(line);
        }
        if (screen.IsJson)
        {
            screen.Document(new
            {
                Protocol = plan.Name,
                File = file,
                Cell = plan.CellIsAssumed ? null : plan.Cell.Name,
                plan.Warnings,
                plan.Variables,
                DurationSeconds = estimate.Duration.Seconds,
                DurationCertainty = estimate.Duration.Certainty,
                DurationBasis = estimate.Basis,
                HighestVoltageVolts = estimate.HighestVolts,
                estimate.HighestVoltsIsLimit,
                LargestCurrentAmperes = plan.CellIsAssumed ? double.NaN : estimate.LargestAmperes,
                estimate.LargestAmperesIsLimit,
                LargestCRate = estimate.LargestAmperes / estimate.OneCAmperes,
                estimate.Samples,
                estimate.FileBytes,
                Steps = plan.Steps.Select(s => new { s.Number, s.Line, s.Technique, s.Text }),
            });
        }
    }
}
