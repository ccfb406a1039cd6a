using System.CommandLine;

namespace CoinRig.Gateway;

/// <summary><c>coinrig doctor</c>: looks at computer, board and channels without a cell, and says what is wrong and what to do.</summary>
static class DoctorCommand
{
    public static Command Create(Session session, IRigCommands rig)
    {
        var board = Given.Board();
        var (twin, hardware, seed, runs) = (Given.Twin(), Given.Hardware(), Given.Seed(), Given.RunsFolder());
        var watching = Given.IAmWatching();
        runs.Description = "The folder for run files, whose disk is looked at";
        var command = new Command("doctor", "Look at computer, board and channels, with empty holders, and say what is wrong and what to do") { board, twin, hardware, seed, runs, watching };
        command.Exclude(twin, hardware);
        command.Exclude(hardware, seed);
        session.Do(command, (parse, screen) =>
        {
            using var signals = new StopSignals();
            return rig.Doctor(new(Shipped.Boards.Find(parse.GetRequiredValue(board)), Given.Pins(parse, twin, hardware), parse.GetValue(seed), parse.GetRequiredValue(runs), parse.GetValue(watching)), screen, signals.Token);
        });
        return command;
    }
}
