namespace CoinRig.Telemetry.Broker;

/// <summary>
/// Who may do what at the embedded broker: everybody on this machine may read, the gateway alone may publish, and a sink may
/// say what it has stored.
/// </summary>
static class BrokerRules
{
    /// <summary>Most clients at once.</summary>
    public const int MostClients = 64;

    /// <summary>Whether a client may publish to a topic.</summary>
    /// <param name="isGateway">Whether it is ours.</param>
    /// <param name="takesMarks">Whether everybody may set marks.</param>
    /// <param name="topic">The topic.</param>
    public static bool MayPublish(bool isGateway, bool takesMarks, string topic) =>
        isGateway || Topics.SinkOf(topic) is not null || (takesMarks && Topics.ChannelOfMark(topic) is not null);
}
