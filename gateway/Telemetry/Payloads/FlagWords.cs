using CoinRig.Control;

namespace CoinRig.Telemetry.Payloads;

/// <summary>Sample flags in words. The combinations are few, so each is spelled once.</summary>
static class FlagWords
{
    static readonly (SampleFlags Flag, string Word)[] Words =
    [
        (SampleFlags.Clipped, "clipped"),
        (SampleFlags.Late, "late"),
        (SampleFlags.AfterStep, "after-step"),
        (SampleFlags.OpenCircuit, "open-circuit"),
        (SampleFlags.Repeated, "repeated"),
        (SampleFlags.Approach, "approach"),
        (SampleFlags.RangeChanged, "range-changed"),
        (SampleFlags.AfterGap, "after-gap"),
        (SampleFlags.Paused, "paused"),
    ];

    static readonly string?[] Combinations = [.. Enumerable.Range(0, 2 * (int)Words.Max(w => w.Flag)).Select(bits => Spell((SampleFlags)bits))];

    /// <summary>The words with spaces between, or null where there are none.</summary>
    public static string? Of(SampleFlags flags) => Combinations[(int)flags & (Combinations.Length - 1)];

    static string? Spell(SampleFlags flags)
    {
        var words = Words.Where(w => flags.HasFlag(w.Flag)).Select(w => w.Word);
        return flags == SampleFlags.None ? null : string.Join(' ', words);
    }
}
