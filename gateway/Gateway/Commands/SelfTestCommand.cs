using System.CommandLine;

namespace CoinRig.Gateway;

/// <summary><c>coinrig selftest</c>: measures a dummy cell and says in words what is wrong.</summary>
static class SelfTestCommand
{
    const string DefaultDummy = "resistor-10k";

    public static Command Create(Session session, IRigCommands rig)
    {
        var board = Given.Board();
        var dummy = Given.Cell(required: false);
        dummy.Description = $"The dummy cell that is connected: a file or a shipped one (default: {DefaultDummy})";
        var (twin, hardware, seed) = (Given.Twin(), Given.Hardware(), Given.Seed());
        var watching = Given.IAmWatching();
        var command = new Command("selftest", "Measure a dummy cell through both channels and say what is wrong") { board, dummy, twin, hardware, seed, watching };
        command.Exclude(twin, hardware);
        command.Exclude(hardware, seed);
        session.Do(command, (parse, screen) =>
        {
            using var signals = new StopSignals();
            return rig.SelfTest(new(Shipped.Boards.Find(parse.GetRequiredValue(board)), Shipped.Cells.Find(parse.GetValue(dummy) ?? DefaultDummy),
                Given.Pins(parse, twin, hardware), parse.GetValue(seed), parse.GetValue(watching)), screen, signals.Token);
        });
        return command;
    }
}
