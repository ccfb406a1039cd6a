using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Telemetry.Payloads;

/// <summary>How a channel stands. The names that a sample also has mean the same here.</summary>
public sealed record StatePayload
{
    /// <summary>The run's id.</summary>
    public required string Run { get; init; }

    /// <summary>The rig's time, ms since the epoch; on the twin that is the twin's time.</summary>
    public required long Time { get; init; }

    /// <summary>The rig's time, s since the run's start.</summary>
    public required double Seconds { get; init; }

    /// <summary>"running", "done", "stopped-by-limit", "stopped-by-person", "suspended" or "failed".</summary>
    public required string State { get; init; }

    /// <summary>What the step does, in words: "gitt".</summary>
    public string? StepName { get; init; }

    /// <summary>The count of the step.</summary>
    public int? Step { get; init; }

    /// <summary>The cycle, from 1.</summary>
    public int? Cycle { get; init; }

    /// <summary>Cell voltage, V.</summary>
    public double? Voltage { get; init; }

    /// <summary>Cell current, A; positive charges.</summary>
    public double? Current { get; init; }

    /// <summary>Net charge since the run's start, C.</summary>
    public double? Charge { get; init; }

    /// <summary>Cell temperature, degC; absent where there is no sensor.</summary>
    public double? Temperature { get; init; }

    /// <summary>The last sequence number that was recorded.</summary>
    public long? Seq { get; init; }

    /// <summary>Says it of a channel's last sample.</summary>
    public static StatePayload Of(RunHeader header, in Sample sample, RunState state, string? stepName) => new()
    {
        Run = header.RunId,
        Time = RunTime.Milliseconds(header, sample.VoltageNanoseconds),
        Seconds = RunTime.Seconds(sample.VoltageNanoseconds),
        State = Word(state),
        StepName = stepName,
        Step = sample.StepCount,
        Cycle = sample.Cycle,
        Voltage = RunTime.Number(sample.Volts),
        Current = RunTime.Number(sample.Amperes),
        Charge = RunTime.Number(sample.NetCoulombs),
        Temperature = RunTime.Number(sample.DegreesCelsius),
        Seq = sample.Sequence,
    };

    /// <summary>How a run stands, in a word.</summary>
    public static string Word(RunState state) => state switch
    {
        RunState.Running => "running",
        RunState.Done => "done",
        RunState.StoppedByLimit => "stopped-by-limit",
        RunState.StoppedByPerson => "stopped-by-person",
        RunState.Suspended => "suspended",
        _ => "failed",
    };
}
