using System.Text.Json.Serialization;
using CoinRig.Control;
using CoinRig.Protocols;

namespace CoinRig.Runs;

sealed record StepStartedContent(int Cycle, int Instruction, IReadOnlyList<int> Passes, int CyclesBegun, IReadOnlyList<int>? Jumps = null, double CapacityPart = 0);

// SegmentIndex: which segment of its step's list, where it is one of them, so that readers get the same object.
sealed record SegmentStartedContent(int Cycle, double SetValue, string Range, double VoltsBefore, double AmperesBefore, int? SegmentIndex);

sealed record SegmentEndedContent(long ConditionNanoseconds, EndReason Reason, string Text, SegmentIntegrals Integrals, double LastVolts,
    double LastAmperes);

sealed record StepEndedContent(EndReason Reason, string Text);

sealed record EventContent(string Code, EventSeverity Severity, string Message);

sealed record ScanTimingContent(long SinceNanoseconds, long Scans, long LateScans, long MissedScans, long MedianNanoseconds,
    long Percentile99Nanoseconds, long Percentile999Nanoseconds, long LargestNanoseconds);

sealed record MarkContent(string Text, MarkSource Source);

sealed record RunResumedContent(DateTimeOffset Utc, double GapSeconds, PowerLossAction Action, double OpenCircuitVolts);

sealed record RunEndedContent(RunState State, string Message);

/// <summary>How markers are written as JSON: snake_case names, kebab-case words, "NaN" and "Infinity" as texts.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters =
    [
        typeof(Words<EndReason>), typeof(Words<EventSeverity>), typeof(Words<RunState>), typeof(Words<SegmentRole>), typeof(Words<ControlMode>),
        typeof(Words<Measured>), typeof(Words<MarkSource>), typeof(Words<TriggerMoment>), typeof(Words<PowerLossAction>),
    ])]
[JsonSerializable(typeof(Step))]
[JsonSerializable(typeof(Segment))]
[JsonSerializable(typeof(StepStartedContent))]
[JsonSerializable(typeof(SegmentStartedContent))]
[JsonSerializable(typeof(SegmentEndedContent))]
[JsonSerializable(typeof(StepEndedContent))]
[JsonSerializable(typeof(EventContent))]
[JsonSerializable(typeof(ScanTimingContent))]
[JsonSerializable(typeof(MarkContent))]
[JsonSerializable(typeof(RunResumedContent))]
[JsonSerializable(typeof(RunEndedContent))]
[JsonSerializable(typeof(IReadOnlyList<int>))]
sealed partial class MarkerJson : JsonSerializerContext;

/// <summary>Enum members as kebab-case words.</summary>
sealed class Words<T>() : JsonStringEnumConverter<T>(System.Text.Json.JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum
{
    /// <summary>The word of a member.</summary>
    public static string Of(T member) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());

    /// <summary>The member of a word.</summary>
    public static T Parse(string word) => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(m => Of(m!.Value) == word)
        ?? throw new InvalidDataException($"'{word}' is no {typeof(T).Name}");
}
