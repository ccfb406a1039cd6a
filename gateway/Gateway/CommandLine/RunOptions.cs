using CoinRig.Telemetry;

namespace CoinRig.Gateway;

/// <summary>What drives a run's pins.</summary>
public enum PinsChoice
{
    /// <summary>The board where the profile names a bus that exists, else the twin.</summary>
    Automatic,

    /// <summary>The twin.</summary>
    Twin,

    /// <summary>The board; never falls back.</summary>
    Hardware,
}

/// <summary>Where samples go while they are measured.</summary>
/// <param name="IsOff">Nowhere.</param>
/// <param name="Broker">A broker elsewhere; null for the embedded one.</param>
/// <param name="Rig">Whose topics.</param>
public sealed record MqttChoice(bool IsOff, BrokerAddress? Broker, RigName Rig);

/// <summary>A rig's name in MQTT topics.</summary>
/// <param name="Lab">The lab.</param>
/// <param name="Rig">The rig.</param>
public sealed record RigName(string Lab, string Rig)
{
    /// <summary>This machine's rig in a lab without a name.</summary>
    public static RigName Default { get; } = new("lab", TopicName.From(Environment.MachineName));
}

/// <summary><c>coinrig run</c>.</summary>
/// <param name="ProtocolFile">Path of the protocol.</param>
/// <param name="CellFile">Path of the cell file.</param>
/// <param name="ProfileFile">Path of the board profile.</param>
/// <param name="Pins">Twin or board.</param>
/// <param name="Channel">The channel, from 1.</param>
/// <param name="Seed">The twin's seed.</param>
/// <param name="Speed">Virtual seconds in a real one; infinite as fast as it goes; null where not given (full speed on the twin, 1 on a board).</param>
/// <param name="RunsFolder">Where run files go.</param>
/// <param name="Mqtt">Where samples go.</param>
/// <param name="IsWatched">Whether a person watches a board that has no supervisor.</param>
public sealed record RunOptions(string ProtocolFile, string CellFile, string ProfileFile, PinsChoice Pins, int Channel, long Seed, double? Speed,
    string RunsFolder, MqttChoice Mqtt, bool IsWatched = false)
{
    /// <summary>Other values for variables of the protocol, each "NAME=VALUE".</summary>
    public IReadOnlyList<string> Set { get; init; } = [];
}

/// <summary><c>coinrig resume</c>.</summary>
/// <param name="RunFile">Path of the run file.</param>
/// <param name="CellFile">Path of the file of the cell that is in the holder now; null for the one in the run file.</param>
/// <param name="ProfileFile">Path of the profile of the board as it is now; null for the one in the run file.</param>
/// <param name="Action">What a person decided; null for the protocol's own rule.</param>
/// <param name="VoltsWithin">By how much the voltage may have moved, V; null for the protocol's own.</param>
/// <param name="Speed">Virtual seconds in a real one; null where not given.</param>
/// <param name="GapSeconds">On the twin: how long the power was off, s.</param>
/// <param name="Mqtt">Where samples go.</param>
/// <param name="IsWatched">Whether a person watches a board that has no supervisor.</param>
public sealed record ResumeOptions(string RunFile, string? CellFile, string? ProfileFile, Protocols.PowerLossAction? Action, double? VoltsWithin, double? Speed,
    double GapSeconds, MqttChoice Mqtt, bool IsWatched = false)
{
    /// <summary>What the run's variables are believed to be, each "NAME=VALUE"; it does not go on where they are not.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];
}

/// <summary><c>coinrig publish</c>.</summary>
/// <param name="RunFile">Path of the run file.</param>
/// <param name="Broker">A broker elsewhere; null for the embedded one.</param>
/// <param name="FromTheStart">Whether everything is delivered again, or only what was not yet.</param>
/// <param name="Rig">Whose topics.</param>
public sealed record PublishOptions(string RunFile, BrokerAddress? Broker, bool FromTheStart, RigName Rig);

/// <summary><c>coinrig selftest</c>.</summary>
/// <param name="ProfileFile">Path of the board profile.</param>
/// <param name="CellFile">Path of the dummy cell's file.</param>
/// <param name="Pins">Twin or board.</param>
/// <param name="Seed">The twin's seed.</param>
/// <param name="IsWatched">Whether a person watches a board that has no supervisor.</param>
public sealed record SelfTestOptions(string ProfileFile, string CellFile, PinsChoice Pins, long Seed, bool IsWatched = false);

/// <summary><c>coinrig doctor</c>.</summary>
/// <param name="ProfileFile">Path of the board profile.</param>
/// <param name="Pins">Twin or board.</param>
/// <param name="Seed">The twin's seed.</param>
/// <param name="RunsFolder">Where run files go.</param>
/// <param name="IsWatched">Whether a person watches a board that has no supervisor.</param>
public sealed record DoctorOptions(string ProfileFile, PinsChoice Pins, long Seed, string RunsFolder, bool IsWatched = false);

/// <summary><c>coinrig demo</c>.</summary>
/// <param name="Seed">The twin's seed.</param>
/// <param name="RunsFolder">Where the run file and its picture go.</param>
/// <param name="Mqtt">Where samples go.</param>
public sealed record DemoOptions(long Seed, string RunsFolder, MqttChoice Mqtt);
