namespace CoinRig.Faults;

/// <summary>A kind of fault, and what may come of it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Draw">Draws one that comes at a time.</param>
sealed record FaultType(string Name, Func<Random, double, Setting, FaultType, Fault> Draw)
{
    /// <summary>The codes of events, warnings and alarms, that it may cause; notes may always be.</summary>
    internal IReadOnlyList<string> Allows { get; init; } = [];

    /// <summary>One of these events must be there where the fault lasted for long enough; none where it may go unseen.</summary>
    internal IReadOnlyList<string> Demands { get; init; } = [];

    /// <summary>For how long it must have stood before the end of the run to be demanded, s.</summary>
    internal double SeenAfterSeconds { get; init; } = double.PositiveInfinity;

    /// <summary>Whether it is demanded only where it stays: while it comes and goes nobody may look, or a held or swept voltage may not show it.</summary>
    internal bool IsDemandedWhereItStays { get; init; }

    /// <summary>Whether readings are not what truly is.</summary>
    internal bool SpoilsReadings { get; init; }

    /// <summary>Whether the true current is another than what is read.</summary>
    internal bool SpoilsCurrent { get; init; }

    /// <summary>Whether it must change nothing at all about how the run ends.</summary>
    internal bool IsHarmless { get; init; }
}
