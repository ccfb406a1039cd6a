using System.CommandLine;

namespace CoinRig.Gateway;

/// <summary><c>coinrig publish RUN</c>: delivers to MQTT what a run could not, or a whole old run again.</summary>
static class PublishCommand
{
    public static Command Create(Session session, IRigCommands rig)
    {
        var run = Given.RunFile();
        var broker = Given.Broker();
        var again = new Option<bool>("--again") { Description = "Deliver the whole run, not only what is missing" };
        var (lab, rigName) = (Given.Lab(), Given.Rig());
        var command = new Command("publish", "Deliver a run to an MQTT broker: what is missing, or all of it again") { run, broker, again, lab, rigName };
        session.Do(command, (parse, screen) =>
        {
            using var signals = new StopSignals();
            return rig.Publish(new(parse.GetRequiredValue(run), parse.GetValue(broker), parse.GetValue(again), new(parse.GetRequiredValue(lab), parse.GetRequiredValue(rigName))), screen, signals.Token);
        });
        return command;
    }
}
