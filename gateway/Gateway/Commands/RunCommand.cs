using System.CommandLine;

namespace CoinRig.Gateway;

/// <summary><c>coinrig run PROTOCOL --cell CELL</c>: executes a protocol.</summary>
static class RunCommand
{
    public static Command Create(Session session, IRigCommands rig)
    {
        var protocol = Given.Protocol();
        var cell = Given.Cell(required: true);
        var board = Given.Board();
        var (twin, hardware) = (Given.Twin(), Given.Hardware());
        var (channel, seed, speed, runs) = (Given.Channel(), Given.Seed(), Given.Speed(), Given.RunsFolder());
        var watching = Given.IAmWatching();
        var (broker, noMqtt, lab, rigName) = (Given.Broker(), Given.NoMqtt(), Given.Lab(), Given.Rig());
        var set = Given.Set();
        var command = new Command("run", "Run a protocol on a cell; the run becomes one file")
        {
            protocol, cell, board, set, twin, hardware, channel, seed, speed, runs, watching, broker, noMqtt, lab, rigName,
        };
        command.Exclude(twin, hardware);
        command.Exclude(broker, noMqtt);
        command.Exclude(hardware, speed);
        command.Exclude(hardware, seed);
        session.Do(command, (parse, screen) =>
        {
            var options = new RunOptions(Shipped.Protocols.Find(parse.GetRequiredValue(protocol)), Shipped.Cells.Find(parse.GetRequiredValue(cell)!),
                Shipped.Boards.Find(parse.GetRequiredValue(board)), Given.Pins(parse, twin, hardware), parse.GetValue(channel), parse.GetValue(seed),
                parse.GetValue(speed), parse.GetRequiredValue(runs), new(parse.GetValue(noMqtt), parse.GetValue(broker), new(parse.GetRequiredValue(lab), parse.GetRequiredValue(rigName))), parse.GetValue(watching)) { Set = parse.GetRequiredValue(set) };
            using var signals = new StopSignals();
            return rig.Run(options, screen, signals.Token, signals.Leave);
        });
        return command;
    }
}
