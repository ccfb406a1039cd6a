using System.Text.Json.Serialization;
using CoinRig.Runs;

namespace CoinRig.Telemetry.Payloads;

/// <summary>One result. Its details stand beside the other fields, so that the object stays flat.</summary>
public sealed record ResultPayload
{
    static readonly HashSet<string> OwnNames =
        ["run", "id", "time", "seconds", "name", "value", "unit", "uncertainty", "flags", "cycle", "step"];

    /// <summary>The run's id; with <see cref="Id"/> the result's key.</summary>
    public required string Run { get; init; }

    /// <summary>The result's number in its run, from 1.</summary>
    public required long Id { get; init; }

    /// <summary>When, ms since the epoch.</summary>
    public required long Time { get; init; }

    /// <summary>When, s since the run's start.</summary>
    public required double Seconds { get; init; }

    /// <summary>Name: "diffusion_coefficient".</summary>
    public required string Name { get; init; }

    /// <summary>Value; absent where there is none.</summary>
    public required double? Value { get; init; }

    /// <summary>Unit of the value: "m2/s".</summary>
    public required string Unit { get; init; }

    /// <summary>Standard uncertainty; absent where none can be given.</summary>
    public required double? Uncertainty { get; init; }

    /// <summary>Flags in kebab-case, with spaces between; absent where there are none.</summary>
    public string? Flags { get; init; }

    /// <summary>The cycle, from 1.</summary>
    public required int Cycle { get; init; }

    /// <summary>The count of the step.</summary>
    public required int Step { get; init; }

    /// <summary>Numbers and texts that only some results have: "pulse", "voltage", "branch".</summary>
    [JsonExtensionData]
    public IDictionary<string, object>? Details { get; set; }

    /// <summary>Says it of a result.</summary>
    public static ResultPayload Of(RunHeader header, long id, ResultRow row) => new()
    {
        Run = header.RunId,
        Id = id,
        Time = RunTime.Milliseconds(header, (long)Math.Round(row.Seconds * 1e9)),
        Seconds = row.Seconds,
        Name = row.Name,
        Value = RunTime.Number(row.Value),
        Unit = row.Unit,
        Uncertainty = RunTime.Number(row.Uncertainty),
        Flags = row.Flags.Count == 0 ? null : string.Join(' ', row.Flags),
        Cycle = row.Cycle,
        Step = row.Step,
        Details = Flatten(row.Details),
    };

    static Dictionary<string, object> Flatten(IReadOnlyDictionary<string, object> details)
    {
        var flat = new Dictionary<string, object>();
        foreach (var (name, value) in details)
        {
            object? scalar = value switch
            {
                double number => double.IsFinite(number) ? number : null,
                int or long or bool => value,
                _ => value.ToString(),
            };
            if (scalar is not null)
            {
                flat[OwnNames.Contains(name) ? $"detail_{name}" : name] = scalar;
            }
        }
        return flat;
    }
}
