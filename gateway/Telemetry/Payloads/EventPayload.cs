using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Telemetry.Payloads;

/// <summary>One event, and one alarm.</summary>
public sealed record EventPayload
{
    /// <summary>The run's id; with <see cref="Id"/> the event's key.</summary>
    public required string Run { get; init; }

    /// <summary>The event's number in its run, from 1.</summary>
    public required long Id { get; init; }

    /// <summary>When, ms since the epoch.</summary>
    public required long Time { get; init; }

    /// <summary>When, s since the run's start.</summary>
    public required double Seconds { get; init; }

    /// <summary>What, in kebab-case.</summary>
    public required string Code { get; init; }

    /// <summary>"note", "warning" or "alarm".</summary>
    public required string Severity { get; init; }

    /// <summary>What happened, and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>Says it of an event.</summary>
    public static EventPayload Of(RunHeader header, long id, RigEvent happened) => new()
    {
        Run = header.RunId,
        Id = id,
        Time = RunTime.Milliseconds(header, happened.Nanoseconds),
        Seconds = RunTime.Seconds(happened.Nanoseconds),
        Code = happened.Code,
        Severity = happened.Severity switch
        {
            EventSeverity.Alarm => "alarm",
            EventSeverity.Warning => "warning",
            _ => "note",
        },
        Message = happened.Message,
    };
}
