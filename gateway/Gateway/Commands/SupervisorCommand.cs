using System.CommandLine;

namespace CoinRig.Gateway;

/// <summary><c>coinrig supervisor status|log|reset|test</c>: what a person asks of the supervisor.</summary>
static class SupervisorCommand
{
    public static Command Create(Session session, IRigCommands rig) => new("supervisor", "Ask the supervisor, reset it, or prove its wires")
    {
        Ask(session, rig, "status", "Show what the supervisor does, reads and allows", SupervisorRequest.Status),
        Ask(session, rig, "log", "Show the last trips that its black box keeps", SupervisorRequest.Log),
        Ask(session, rig, "reset", "Reset a trip whose cause is gone, and say which it was", SupervisorRequest.Reset),
        Ask(session, rig, "test", "Prove an assembled supervisor: pull each wire and see that the relays open", SupervisorRequest.Test),
    };

    static Command Ask(Session session, IRigCommands rig, string name, string description, SupervisorRequest request)
    {
        var (board, twin, hardware, seed) = (Given.Board(), Given.Twin(), Given.Hardware(), Given.Seed());
        var port = new Option<string?>("--port") { Description = "The serial port of the supervisor, such as /dev/serial0 (default: the profile's; a twin where there is none)", HelpName = "DEVICE" };
        var command = new Command(name, description) { board, port, twin, hardware, seed };
        command.Exclude(twin, hardware);
        command.Exclude(twin, port);
        command.Exclude(hardware, seed);
        command.Exclude(port, seed);
        session.Do(command, (parse, screen) =>
        {
            using var signals = new StopSignals();
            return rig.Supervisor(new(request, Shipped.Boards.Find(parse.GetRequiredValue(board)), parse.GetValue(port), Given.Pins(parse, twin, hardware), parse.GetValue(seed)),
                screen, signals.Token);
        });
        return command;
    }
}
