using System.Text.Json;

namespace CoinRig.Faults;

/// <summary>A marker of the file as the oracle reads it.</summary>
/// <param name="AfterSequence">The sample before it.</param>
/// <param name="Nanoseconds">When, ns of the run.</param>
/// <param name="Kind">What.</param>
/// <param name="Step">Which step; 0 where none is said.</param>
/// <param name="Segment">Which segment; -1 where none is said.</param>
/// <param name="Content">The rest.</param>
/// <param name="Definition">The step or segment of the plan that it begins; null where it begins none.</param>
sealed record Note(long AfterSequence, long Nanoseconds, string Kind, int Step, int Segment, JsonElement Content, JsonElement? Definition)
{
    /// <summary>A text of the content; empty where there is none.</summary>
    internal string Text(string name) => Content.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    /// <summary>Whether a segment that starts holds or sweeps a voltage: its set value is volts, and currents are far below one.</summary>
    internal bool IsHeldVoltage => Content.TryGetProperty("set_value", out var set) && set.ValueKind == JsonValueKind.Number && set.GetDouble() > 1;

    /// <summary>How long the segment that starts shall last, s; NaN where no time ends it.</summary>
    internal double Seconds => Definition is { } segment && segment.TryGetProperty("until", out var until)
        ? until.EnumerateArray().Where(c => c.GetProperty("quantity").GetString() == "segment-time").Select(c => c.GetProperty("threshold").GetDouble()).DefaultIfEmpty(double.NaN).First()
        : double.NaN;

    /// <summary>A number in the integrals of a segment.</summary>
    internal double Integral(string name) => Content.GetProperty("integrals").GetProperty(name).GetDouble();
}
