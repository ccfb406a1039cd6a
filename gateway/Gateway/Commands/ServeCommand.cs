using System.CommandLine;
using CoinRig.Telemetry;

namespace CoinRig.Gateway;

/// <summary><c>coinrig serve RIG.yaml</c>: serves boards, channels and their queues until it is stopped.</summary>
static class ServeCommand
{
    public static Command Create(Session session)
    {
        var file = new Argument<string>("RIG") { Description = "A rig file: boards, channels, and what waits on them" };
        var (speed, runs, lab, rig, socket) = (Given.Speed(), new Option<string?>("--out") { Description = "The folder for run files and queues (default: the rig file's, or 'runs')", HelpName = "DIR" },
            Given.Lab(), Given.Rig(), Given.Socket());
        var onAlarm = new Option<string?>("--on-alarm")
        {
            Description = "A command of the shell that is started at an alarm: COINRIG_CODE, _MESSAGE, _CHANNEL, _RUN in its environment, JSON on its standard input",
            HelpName = "COMMAND",
        };
        var watching = Given.IAmWatching();
        var untilDone = new Option<bool>("--until-done") { Description = "End once nothing runs and nothing can begin by itself" };
        var command = new Command("serve", "Serve a rig: several boards and channels, each with a queue of protocols") { file, socket, runs, speed, onAlarm, untilDone, watching, lab, rig };
        session.Do(command, (parse, screen) =>
        {
            var setup = RigFile.Load(parse.GetRequiredValue(file), parse.GetValue(runs));
            foreach (var warning in setup.Boards.Select(b => SupervisionRule.Check(b.Profile, b.OnHardware, parse.GetValue(watching))).OfType<string>().Distinct().ToArray())
            {
                screen.Warn(warning);
            }
            var factor = parse.GetValue(speed) ?? double.PositiveInfinity;
            var options = new ServiceOptions(setup.RunsFolder, new Topics(parse.GetRequiredValue(lab), parse.GetRequiredValue(rig)), factor, parse.GetValue(onAlarm),
                board => board.OnHardware ? HardwareRig.Open(board.Profile) : TwinRig.WithEmptyHolders(board.Profile, board.Seed, factor, utc: board.TwinStartUtc));
            using var signals = new StopSignals();
            return ServiceSession.RunAsync(setup, options, SocketPath.Choose(parse.GetValue(socket), options.RunsFolder), parse.GetValue(untilDone), screen, signals).GetAwaiter().GetResult();
        });
        return command;
    }
}
