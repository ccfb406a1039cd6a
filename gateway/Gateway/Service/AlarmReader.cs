using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>Watches a run that is recorded for alarms and warnings. It never waits: the recorder does.</summary>
/// <param name="onAlarm">Gets each alarm.</param>
sealed class AlarmReader(Action<RigEvent> onAlarm) : IRunReader
{
    const int Kept = 20;

    readonly Lock _gate = new();
    readonly Queue<RigEvent> _grave = [];

    /// <inheritdoc/>
    public string Name => "alarms";

    /// <summary>The last warnings and alarms, oldest first.</summary>
    internal IReadOnlyList<RigEvent> Last
    {
        get
        {
            lock (_gate)
            {
                return [.. _grave];
            }
        }
    }

    /// <inheritdoc/>
    public void OnSample(in Sample sample)
    {
    }

    /// <inheritdoc/>
    public void OnMarker(Marker marker, Action<ResultRow> post)
    {
        if (marker is not RigEvent { Severity: not EventSeverity.Note } happened)
        {
            return;
        }
        lock (_gate)
        {
            _grave.Enqueue(happened);
            if (_grave.Count > Kept)
            {
                _grave.Dequeue();
            }
        }
        if (happened.Severity == EventSeverity.Alarm)
        {
            onAlarm(happened);
        }
    }
}
