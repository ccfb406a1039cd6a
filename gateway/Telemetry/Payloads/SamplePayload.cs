using CoinRig.Control;
using CoinRig.Runs;

namespace CoinRig.Telemetry.Payloads;

/// <summary>One sample. A message on ch/{n}/s is an array of these.</summary>
public readonly record struct SamplePayload
{
    /// <summary>The run's id; with <see cref="Seq"/> the sample's key.</summary>
    public required string Run { get; init; }

    /// <summary>Sequence number from 1, without gaps.</summary>
    public required long Seq { get; init; }

    /// <summary>Time of the voltage reading, ms since the epoch.</summary>
    public required long Time { get; init; }

    /// <summary>Time of the voltage reading, s since the run's start.</summary>
    public required double Seconds { get; init; }

    /// <summary>Time of the current reading, s since the run's start.</summary>
    public required double CurrentSeconds { get; init; }

    /// <summary>Cell voltage, V.</summary>
    public required double? Voltage { get; init; }

    /// <summary>Cell current, A; positive charges.</summary>
    public required double? Current { get; init; }

    /// <summary>Net charge since the run's start, C.</summary>
    public required double? Charge { get; init; }

    /// <summary>Net energy into the cell since the run's start, J.</summary>
    public required double? Energy { get; init; }

    /// <summary>Cell temperature, degC; absent where there is no sensor.</summary>
    public double? Temperature { get; init; }

    /// <summary>The count of the step.</summary>
    public required int Step { get; init; }

    /// <summary>The segment of the step, from 0.</summary>
    public required int Segment { get; init; }

    /// <summary>The cycle, from 1.</summary>
    public required int Cycle { get; init; }

    /// <summary>Flags in kebab-case, with spaces between; absent where there are none.</summary>
    public string? Flags { get; init; }

    /// <summary>Says it of a sample.</summary>
    public static SamplePayload Of(RunHeader header, in Sample sample) => new()
    {
        Run = header.RunId,
        Seq = sample.Sequence,
        Time = RunTime.Milliseconds(header, sample.VoltageNanoseconds),
        Seconds = RunTime.Seconds(sample.VoltageNanoseconds),
        CurrentSeconds = RunTime.Seconds(sample.CurrentNanoseconds),
        Voltage = RunTime.Number(sample.Volts),
        Current = RunTime.Number(sample.Amperes),
        Charge = RunTime.Number(sample.NetCoulombs),
        Energy = RunTime.Number(sample.NetJoules),
        Temperature = RunTime.Number(sample.DegreesCelsius),
        Step = sample.StepCount,
        Segment = sample.SegmentCount,
        Cycle = sample.Cycle,
        Flags = FlagWords.Of(sample.Flags),
    };
}
