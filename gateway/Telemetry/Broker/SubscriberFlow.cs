using System.Collections;
using MQTTnet.Server;

namespace CoinRig.Telemetry.Broker;

/// <summary>
/// How far a subscriber is behind. The library has no flow control towards subscribers; it drops what does not fit its queue,
/// after the publisher got its acknowledgement. So the gateway's messages are let in no faster than subscribers take them.
/// </summary>
sealed class SubscriberFlow(TimeProvider time)
{
    static readonly object Key = new();

    long _started;
    long _unacknowledged;
    long _lastProgress = time.GetTimestamp();

    /// <summary>Time since it last took something.</summary>
    public TimeSpan Standstill => time.GetElapsedTime(Volatile.Read(ref _lastProgress));

    /// <summary>Messages that went on the wire, the one included that is being written.</summary>
    public long Started => Volatile.Read(ref _started);

    /// <summary>Messages at QoS 1 that went on the wire and are not acknowledged.</summary>
    public long Unacknowledged => Volatile.Read(ref _unacknowledged);

    /// <summary>Ties a flow to a session.</summary>
    public static void Attach(IDictionary session, TimeProvider time) => session[Key] = new SubscriberFlow(time);

    /// <summary>The flow of a session.</summary>
    public static SubscriberFlow? Of(IDictionary session) => session[Key] as SubscriberFlow;

    /// <summary>Messages that wait in the broker or for an acknowledgement.</summary>
    public long Behind(MqttSessionStatus session) => session.PendingApplicationMessagesCount + Unacknowledged;

    /// <summary>A message goes on the wire.</summary>
    public void OnStart(bool isAcknowledged)
    {
        Interlocked.Increment(ref _started);
        if (isAcknowledged)
        {
            Interlocked.Increment(ref _unacknowledged);
        }
        Volatile.Write(ref _lastProgress, time.GetTimestamp());
    }

    /// <summary>An acknowledgement came.</summary>
    public void OnAcknowledged()
    {
        Interlocked.Decrement(ref _unacknowledged);
        Volatile.Write(ref _lastProgress, time.GetTimestamp());
    }
}
