namespace CoinRig.Telemetry;

/// <summary>
/// Every topic that a rig uses, under coinrig/{lab}/{rig}/. This is the only place that spells one. README.md of this folder
/// lists their contents.
/// </summary>
public sealed class Topics
{
    /// <summary>The first level of every topic.</summary>
    public const string Root = "coinrig";

    readonly string _prefix;

    /// <summary>Names the topics of a rig.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="rig">The rig.</param>
    /// <exception cref="TelemetryException">A name is not allowed in a topic.</exception>
    public Topics(string lab, string rig)
    {
        Lab = TopicName.Check(lab, "--lab");
        Rig = TopicName.Check(rig, "--rig");
        _prefix = $"{Root}/{Lab}/{Rig}";
    }

    /// <summary>The lab.</summary>
    public string Lab { get; }

    /// <summary>The rig.</summary>
    public string Rig { get; }

    /// <summary>Everything of this rig, for a subscriber.</summary>
    public string Everything => $"{_prefix}/#";

    /// <summary>Online or offline; also the Will. Retained.</summary>
    public string Status => $"{_prefix}/status";

    /// <summary>What the rig is. Retained.</summary>
    public string Info => $"{_prefix}/info";

    /// <summary>State of a channel, once a second of real time. Retained.</summary>
    public string State(int channel) => $"{_prefix}/ch/{Channel(channel)}/state";

    /// <summary>Batches of samples.</summary>
    public string Samples(int channel) => $"{_prefix}/ch/{Channel(channel)}/s";

    /// <summary>Results, one a message.</summary>
    public string Result(int channel) => $"{_prefix}/ch/{Channel(channel)}/result";

    /// <summary>Events, one a message.</summary>
    public string Event(int channel) => $"{_prefix}/ch/{Channel(channel)}/event";

    /// <summary>An alarm. Retained until it is cleared.</summary>
    public string Alarm(string code) => $"{_prefix}/alarm/{TopicName.From(code)}";

    /// <summary>What runs on a channel of a rig with several. Retained.</summary>
    public string ChannelInfo(int channel) => $"{_prefix}/ch/{Channel(channel)}/info";

    /// <summary>Where marks of a channel are taken from, where the rig file allows it: a text, or an object with <c>text</c>.</summary>
    public string MarkCommand(int channel) => $"{_prefix}/cmd/ch/{Channel(channel)}/mark";

    /// <summary>The mark commands of all channels, for the service.</summary>
    public string MarkCommands => $"{_prefix}/cmd/ch/+/mark";

    /// <summary>The channel whose mark command a topic is, or null for any other topic.</summary>
    public static int? ChannelOfMark(string topic) => topic.Split('/') is [Root, var lab, var rig, "cmd", "ch", var channel, "mark"]
        && TopicName.IsValid(lab) && TopicName.IsValid(rig) && int.TryParse(channel, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0
            ? number : null;

    /// <summary>Where a sink says up to which sequence number it has stored everything.</summary>
    public string SinkCursor(string sink) => $"{_prefix}/sink/{TopicName.Check(sink, "sink")}/cursor";

    /// <summary>The cursors of all sinks, for a subscriber.</summary>
    public string SinkCursors => $"{_prefix}/sink/+/cursor";

    /// <summary>The sink that a cursor topic names, or null for any other topic.</summary>
    public static string? SinkOf(string topic) => topic.Split('/') is [Root, var lab, var rig, "sink", var sink, "cursor"]
        && TopicName.IsValid(lab) && TopicName.IsValid(rig) && TopicName.IsValid(sink) ? sink : null;

    static int Channel(int channel) => channel > 0
        ? channel
        : throw new ArgumentOutOfRangeException(nameof(channel), channel, "Channels count from 1.");
}
