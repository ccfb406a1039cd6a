using CoinRig.Control;

namespace CoinRig.Gateway;

/// <summary>What the service says: on its own output, and the last of it to whoever asks for its status. May be called from any thread.</summary>
/// <param name="say">Where lines go.</param>
/// <param name="time">Tells the time of a line.</param>
sealed class ServiceLog(Action<string> say, TimeProvider time)
{
    const int Kept = 100;

    readonly Lock _gate = new();
    readonly Queue<ServiceEvent> _last = [];

    /// <summary>The last events, oldest first.</summary>
    internal IReadOnlyList<ServiceEvent> Last
    {
        get
        {
            lock (_gate)
            {
                return [.. _last];
            }
        }
    }

    /// <summary>Says something.</summary>
    /// <param name="channel">The channel that it is about; null for the whole rig.</param>
    /// <param name="severity">How grave it is.</param>
    /// <param name="message">What happened, and what to do.</param>
    internal void Say(int? channel, EventSeverity severity, string message)
    {
        var happened = new ServiceEvent(time.GetUtcNow(), channel, severity, message);
        lock (_gate)
        {
            _last.Enqueue(happened);
            while (_last.Count > Kept)
            {
                _last.Dequeue();
            }
            try
            {
                say($"{(severity == EventSeverity.Alarm ? "ALARM: " : severity == EventSeverity.Warning ? "warning: " : "")}{(channel is { } n ? $"channel {n}: " : "")}{message}");
            }
            catch (Exception e) when (Screen.IsGone(e))
            {
                // Nobody reads along; the events are still to be had.
            }
        }
    }
}

/// <summary>Something that the service said.</summary>
/// <param name="Time">When, UTC.</param>
/// <param name="Channel">The channel; null for the whole rig.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Message">What.</param>
sealed record ServiceEvent(DateTimeOffset Time, int? Channel, EventSeverity Severity, string Message);
