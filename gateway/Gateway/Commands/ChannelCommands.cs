using System.CommandLine;
using CoinRig.Documents;

namespace CoinRig.Gateway;

/// <summary><c>coinrig pause|continue|skip|stop|mark CHANNEL</c>: what a person asks of a channel that is served.</summary>
static class ChannelCommands
{
    public static IEnumerable<Command> Create(Session session) =>
    [
        Ask(session, "pause", "Pause a run: relay open, the time of its step stands still"),
        Continue(session),
        Ask(session, "skip", "End the step that runs now, as if its end were reached"),
        Ask(session, "stop", "Stop a run safely, or give up one that was cut off; the channel's queue then waits"),
        Mark(session),
    ];

    static Argument<int> Channel() => new("CHANNEL") { Description = "The channel, counted over the rig ('coinrig status')" };

    static Command Ask(Session session, string name, string description)
    {
        var channel = Channel();
        return ServiceClient.Create(session, name, description, [channel], parse => new Request { Do = name, Channel = parse.GetValue(channel) });
    }

    static Command Continue(Session session)
    {
        var channel = Channel();
        var within = Given.Quantity("--voltage-within", "For a run that was cut off: by how much the cell's voltage may have moved (default: the protocol's 'resume_if_voltage_within')", "VOLTAGE", Dimension.Voltage);
        return ServiceClient.Create(session, "continue", "Let a run go on that is paused, waits or was cut off, or a channel that is held", [channel, within],
            parse => new Request { Do = "continue", Channel = parse.GetValue(channel), VoltageWithin = parse.GetValue(within) });
    }

    static Command Mark(Session session)
    {
        var channel = Channel();
        var text = new Argument<string[]>("TEXT") { Description = "What happened: AFM image 12 starts", Arity = ArgumentArity.OneOrMore };
        return ServiceClient.Create(session, "mark", "Set a mark in the run of a channel, with the time of now", [channel, text],
            parse => new Request { Do = "mark", Channel = parse.GetValue(channel), Text = string.Join(' ', parse.GetRequiredValue(text)) });
    }
}
