using System.CommandLine;

namespace CoinRig.Gateway;

/// <summary><c>coinrig demo</c>: the main job, on the twin.</summary>
static class DemoCommand
{
    public static Command Create(Session session, IRigCommands rig)
    {
        var (seed, runs, broker, noMqtt) = (Given.Seed(), Given.RunsFolder(), Given.Broker(), Given.NoMqtt());
        var (lab, rigName) = (Given.Lab(), Given.Rig());
        var command = new Command("demo", "Cycle, sweep and titrate an NCM523 half cell on the twin; leaves a run file and a picture") { seed, runs, broker, noMqtt, lab, rigName };
        command.Exclude(broker, noMqtt);
        session.Do(command, (parse, screen) =>
        {
            using var signals = new StopSignals();
            return rig.Demo(new(parse.GetValue(seed), parse.GetRequiredValue(runs), new(parse.GetValue(noMqtt), parse.GetValue(broker), new(parse.GetRequiredValue(lab), parse.GetRequiredValue(rigName)))),
                screen, signals.Token);
        });
        return command;
    }
}
