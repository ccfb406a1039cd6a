using CoinRig.Telemetry.Payloads;

namespace CoinRig.Telemetry.Publishing;

/// <summary>How a run is published. The times are real time: they are the network's, not the rig's.</summary>
public sealed record PublisherOptions
{
    /// <summary>Where the broker listens.</summary>
    public required BrokerAddress Broker { get; init; }

    /// <summary>
    /// The client id, one a process: a second connection under the same id takes over from the first, so that nothing of a
    /// connection given up can arrive behind what is sent again.
    /// </summary>
    public required string ClientId { get; init; }

    /// <summary>
    /// A running run has status, info, state and alarms. One from the shelf has none of these: it must not say that the
    /// rig is on, nor raise an alarm of last month.
    /// </summary>
    public bool IsLive { get; init; } = true;

    /// <summary>The channel's number in topics; null for the one in the run file. A rig of several boards counts over all of them.</summary>
    public int? Channel { get; init; }

    /// <summary>Whether status, Will and info of the rig are this run's; not where others run beside it.</summary>
    public bool SpeaksForTheRig { get; init; } = true;

    /// <summary>Starts from the run's first row, whatever the cursor says.</summary>
    public bool FromStart { get; init; }

    /// <summary>
    /// Rows wait in the run file until somebody subscribes to them, so that whoever comes late gets the run from its beginning.
    /// For the embedded broker, which has no reader but those that are connected.
    /// </summary>
    public bool HoldUnheard { get; init; }

    /// <summary>How the channel stands, asked once a second; null where nobody knows yet. Must not block.</summary>
    public Func<StatePayload?>? State { get; init; }

    /// <summary>The name of the cursor in the run file.</summary>
    public string Sink { get; init; } = "mqtt";

    /// <summary>Messages that may be under way at once.</summary>
    public int Window { get; init; } = 32;

    /// <summary>Most samples in a message.</summary>
    public int SamplesPerMessage { get; init; } = 400;

    /// <summary>Most bytes in a message.</summary>
    public int BytesPerMessage { get; init; } = 60 * 1024;

    /// <summary>How often the run file is looked at when all is delivered.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How often the state is published.</summary>
    public TimeSpan StateInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a connection may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After so long without any answer the connection is given up.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After so long with nothing under way the broker is asked whether it is there.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long until the next attempt to connect.</summary>
    public TimeSpan ReconnectDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the farewell may take.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(2);
}
