using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Gateway;

/// <summary>How a channel stands, for screens and programs.</summary>
sealed record ChannelStatus
{
    /// <summary>Its number over the rig.</summary>
    public required int Channel { get; init; }

    /// <summary>The board's profile.</summary>
    public required string Board { get; init; }

    /// <summary>"twin" or "hardware".</summary>
    public required string Source { get; init; }

    /// <summary>"idle", "running", "paused", "held", "waiting" (for a time), "busy" (a run is begun or closed) or "no-board".</summary>
    public required string State { get; init; }

    /// <summary>Why it is held, or its board is not there; null where neither is.</summary>
    public string? Reason { get; init; }

    /// <summary>The protocol that runs.</summary>
    public string? Protocol { get; init; }

    /// <summary>The cell.</summary>
    public string? Cell { get; init; }

    /// <summary>The run file.</summary>
    public string? Run { get; init; }

    /// <summary>How many steps were begun.</summary>
    public int? Step { get; init; }

    /// <summary>The step in the words of its file.</summary>
    public string? StepText { get; init; }

    /// <summary>The cycle, from 1.</summary>
    public int? Cycle { get; init; }

    /// <summary>Cell voltage, V.</summary>
    public double? Voltage { get; init; }

    /// <summary>Cell current, A.</summary>
    public double? Current { get; init; }

    /// <summary>Cell temperature, degC.</summary>
    public double? Temperature { get; init; }

    /// <summary>Net charge since the run's start, Ah.</summary>
    public double? ChargeAmpereHours { get; init; }

    /// <summary>Time since the run's start, s.</summary>
    public double? ElapsedSeconds { get; init; }

    /// <summary>What is expected to be left, s; 0 where it takes longer than estimated.</summary>
    public double? LeftSeconds { get; init; }

    /// <summary>Samples recorded.</summary>
    public long? Samples { get; init; }

    /// <summary>Scans that came late.</summary>
    public long? LateScans { get; init; }

    /// <summary>Scans that were left out.</summary>
    public long? MissedScans { get; init; }

    /// <summary>How many entries wait.</summary>
    public required int Waiting { get; init; }

    /// <summary>Warnings and alarms of the run, or of the last one.</summary>
    public required IReadOnlyList<EventDocument> Alarms { get; init; }

    /// <summary>Says it.</summary>
    internal static ChannelStatus Of(ServedChannel channel, ServedBoard board, ChannelQueue queue)
    {
        var run = channel.Run;
        var live = run?.Run.Live;
        var status = new ChannelStatus
        {
            Channel = channel.Number,
            Board = board.Profile.Name,
            Source = board.Setup.OnHardware ? "hardware" : "twin",
            State = live is { IsPaused: true } ? "paused" : live is { State: RunState.Running } ? "running" : IsMissing(board) ? "no-board" : channel.IsBusy ? "busy"
                : queue.Held is not null ? "held" : channel.Before?.Run.Live.State == RunState.Suspended ? "suspended" : queue.Running is not null ? "busy" : channel.NotBefore is not null ? "waiting" : "idle",
            Reason = IsMissing(board) ? string.Join(" ", ((string?[])[board.Problem, queue.Held]).Where(r => !string.IsNullOrEmpty(r)))
                : run?.Wait.Request is { } waited ? $"step {waited.StepNumber} waits for {OutsideWait.InWords(waited)}. 'coinrig continue {channel.Number}' ends the wait." : queue.Held,
            Protocol = queue.Running?.Protocol,
            Run = queue.RunFile,
            Waiting = queue.Waiting.Count,
            Alarms = [.. (run ?? channel.Before)?.Alarms.Last.Select(e => new EventDocument(e.Code, e.Severity, e.Message, e.Nanoseconds / 1e9)) ?? []],
        };
        return live is null ? status : status with
        {
            Protocol = run!.Plan.Name,
            Cell = run.Plan.Cell.Name,
            Run = run.Path,
            Step = live.StepCount,
            StepText = live.Step?.Text,
            Cycle = live.Cycle,
            Voltage = Known(live.Volts),
            Current = Known(live.Amperes),
            Temperature = Known(live.DegreesCelsius),
            ChargeAmpereHours = live.NetCoulombs / 3600,
            ElapsedSeconds = live.Seconds,
            LeftSeconds = Known(Math.Max(0, run.Estimate.Duration.Seconds - live.Seconds)),
            Samples = live.Samples,
            LateScans = live.LateScans,
            MissedScans = live.MissedScans,
        };
    }

    /// <summary>A board that could not be opened, or failed; not one that is closed because the service ended.</summary>
    static bool IsMissing(ServedBoard board) => board.Rig is null && board.Problem.Length > 0;

    static double? Known(double value) => double.IsFinite(value) ? value : null;
}

/// <summary>How a rig stands.</summary>
/// <param name="Rig">Its name.</param>
/// <param name="Telemetry">Where it publishes, in words; null for nowhere.</param>
/// <param name="Channels">Its channels.</param>
/// <param name="Events">The last that the service said.</param>
sealed record RigStatus(string Rig, string? Telemetry, IReadOnlyList<ChannelStatus> Channels, IReadOnlyList<ServiceEvent> Events);
