using CoinRig.Clock;
using CoinRig.Control;

namespace CoinRig.Gateway;

/// <summary>What all channels of a service share.</summary>
sealed record ServiceContext
{
    /// <summary>The rig's name.</summary>
    public required string Rig { get; init; }

    /// <summary>The queues.</summary>
    public required QueueBook Book { get; init; }

    /// <summary>What the service says.</summary>
    public required ServiceLog Log { get; init; }

    /// <summary>Where runs are published.</summary>
    public required Deliveries Deliveries { get; init; }

    /// <summary>What is started at an alarm; null for nothing.</summary>
    public required AlarmCommand? OnAlarmCommand { get; init; }

    /// <summary>The folder of run files.</summary>
    public required string RunsFolder { get; init; }

    /// <summary>The twins' speed as a multiple of real time.</summary>
    public required double Speed { get; init; }

    /// <summary>The real clock.</summary>
    public required RealClock Real { get; init; }

    /// <summary>Where a run file of the queues is: where it was made or, with the folder of runs, elsewhere.</summary>
    internal string? FileOf(string? runFile)
    {
        var here = runFile is null ? null : Path.Combine(RunsFolder, Path.GetFileName(runFile));
        return !File.Exists(runFile) && File.Exists(here) ? here : runFile;
    }

    /// <summary>A run raised an alarm.</summary>
    internal void OnAlarm(ServedChannel channel, string path, RigEvent alarm)
    {
        Log.Say(channel.Number, EventSeverity.Alarm, $"{alarm.Message} ({alarm.Code})");
        OnAlarmCommand?.Raise(new(Rig, channel.Number, path, alarm.Code, alarm.Message, alarm.Nanoseconds / 1e9, Real.UtcNow));
    }

    /// <summary>Something about a channel failed outside of a run.</summary>
    internal void Fail(ServedChannel? channel, string code, string message)
    {
        Log.Say(channel?.Number, EventSeverity.Alarm, message);
        OnAlarmCommand?.Raise(new(Rig, channel?.Number ?? 0, "", code, message, 0, Real.UtcNow));
    }
}
