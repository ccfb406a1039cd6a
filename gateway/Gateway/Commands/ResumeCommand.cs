using System.CommandLine;
using CoinRig.Documents;
using CoinRig.Protocols;

namespace CoinRig.Gateway;

/// <summary><c>coinrig resume RUN</c>: goes on with a run that was interrupted.</summary>
static class ResumeCommand
{
    public static Command Create(Session session, IRigCommands rig)
    {
        var file = Given.RunFile();
        var cell = Given.Cell(required: false);
        var board = new Option<string?>("--board") { Description = "The profile of the board as it is now; refused if it is not the run's (default: the run's)", HelpName = "PROFILE" };
        var action = new Option<PowerLossAction?>("--as") { Description = "What becomes of the interrupted step (default: the protocol's 'after_power_loss')", HelpName = "continue|repeat|rest" };
        var within = Given.Quantity("--voltage-within", "By how much the cell's voltage may have moved (default: the protocol's 'resume_if_voltage_within')", "VOLTAGE", Dimension.Voltage);
        var gap = Given.Quantity("--gap", "On the twin: how long the power was off (default: 0 s)", "TIME", Dimension.Time);
        var (speed, watching) = (Given.Speed(), Given.IAmWatching());
        var (broker, noMqtt, lab, rigName) = (Given.Broker(), Given.NoMqtt(), Given.Lab(), Given.Rig());
        var set = Given.Set("Refuse to go on unless the run was begun with this value of a variable, such as top=4.1V");
        var command = new Command("resume", "Go on with a run that a loss of power or the end of its program interrupted")
        {
            file, cell, board, action, within, gap, set, speed, watching, broker, noMqtt, lab, rigName,
        };
        command.Exclude(broker, noMqtt);
        session.Do(command, (parse, screen) =>
        {
            var options = new ResumeOptions(parse.GetRequiredValue(file), parse.GetValue(cell) is { } c ? Shipped.Cells.Find(c) : null,
                parse.GetValue(board) is { } b ? Shipped.Boards.Find(b) : null, parse.GetValue(action), parse.GetValue(within), parse.GetValue(speed),
                parse.GetValue(gap) ?? 0, new(parse.GetValue(noMqtt), parse.GetValue(broker), new(parse.GetRequiredValue(lab), parse.GetRequiredValue(rigName))), parse.GetValue(watching)) { Set = parse.GetRequiredValue(set) };
            using var signals = new StopSignals();
            return rig.Resume(options, screen, signals.Token, signals.Leave);
        });
        return command;
    }
}
