using System.CommandLine;
using CoinRig.Cells;
using CoinRig.Clock;
using CoinRig.Control;
using CoinRig.Documents;
using CoinRig.FrontEnd;
using CoinRig.Protocols;

namespace CoinRig.Gateway;

/// <summary><c>coinrig preview PROTOCOL --cell CELL [-o PNG]</c>: what the plan will do to this cell, computed without the chips.</summary>
static class PreviewCommand
{
    public static Command Create(Session session)
    {
        var protocol = Given.Protocol();
        var cell = Given.Cell(required: true);
        var (board, channel, set) = (Given.Board(), Given.Channel(), Given.Set());
        var output = OutputFile.Option("A .png or .svg file to draw (default: none)");
        var seed = new Option<long?>("--seed") { Description = "Draw the true cell as 'run' with this seed does (default: the cell as its file states it)", HelpName = "N" };
        output.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && FigureFile.FormatOf(token.Value) is null)
            {
                result.AddError($"-o: '{token.Value}' is neither .png nor .svg.");
            }
        });
        var command = new Command("preview", "Compute what a protocol will do to a cell: times, charges, results, and whether a limit trips") { protocol, cell, board, channel, seed, set, output };
        session.Do(command, (parse, screen) =>
        {
            var file = Shipped.Protocols.Find(parse.GetRequiredValue(protocol));
            var plan = ProtocolFile.Read(Assignments.Apply(Document.Load(file), parse.GetRequiredValue(set)), CellFile.Load(Shipped.Cells.Find(parse.GetRequiredValue(cell)!)));
            var profile = BoardProfileFile.Load(Shipped.Boards.Find(parse.GetRequiredValue(board)));
            var number = parse.GetValue(channel);
            if (number > profile.Channels.Count)
            {
                throw new UsageException($"--channel: the board has {profile.Channels.Count} channel(s).");
            }
            foreach (var warning in plan.Warnings)
            {
                screen.Warn($"{warning} (a warning)");
            }
            var clock = new RealClock();
            var started = clock.Nanoseconds;
            var preview = Preview.Of(plan, profile, number, parse.GetValue(seed));
            var seconds = (clock.Nanoseconds - started) * 1e-9;
            var picture = parse.GetValue(output) is { } given ? OutputFile.Choose(given, file, ".png") : null;
            if (picture is not null)
            {
                Overview.Save(new FigureContent([preview.File]), null, picture);
            }
            PreviewScreen.Show(preview, plan.Name, plan.Cell.Name, seconds, picture, screen);
            return preview.State switch { RunState.Done => ExitCode.Done, RunState.StoppedByLimit => ExitCode.StoppedByLimit, _ => ExitCode.Failed };
        });
        return command;
    }
}
