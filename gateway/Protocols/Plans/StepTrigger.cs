namespace CoinRig.Protocols;

/// <summary>When a step raises a line.</summary>
public enum TriggerMoment
{
    /// <summary>When its first set value stands: for a voltage, once it is there.</summary>
    StepStart,

    /// <summary>At the start of each of its segments: every sweep, every pulse.</summary>
    SegmentStart,

    /// <summary>At a time of the step.</summary>
    Time,

    /// <summary>When a condition is met, once in the step.</summary>
    Condition,
}

/// <summary>A line that a step raises for other instruments.</summary>
/// <param name="Pin">The line, BCM number; the board's profile must name it among its triggers.</param>
/// <param name="Moment">When.</param>
/// <param name="Seconds">The time of the step, s, where it is one.</param>
/// <param name="Condition">The condition, where it is one.</param>
/// <param name="PulseSeconds">How long the line stays high, s.</param>
/// <param name="Text">The moment in the words of the file.</param>
public sealed record StepTrigger(int Pin, TriggerMoment Moment, double Seconds, EndCondition? Condition, double PulseSeconds, string Text);
