namespace CoinRig.Protocols;

/// <summary>Where a voltage goes while a step runs.</summary>
public enum VoltageCourse
{
    /// <summary>Either way.</summary>
    Free,

    /// <summary>Up.</summary>
    Rising,

    /// <summary>Down.</summary>
    Falling,

    /// <summary>It is held.</summary>
    Held,

    /// <summary>What the step does could not be read, which is reported there.</summary>
    Unknown,
}

/// <summary>What a current does while a step runs.</summary>
public enum CurrentCourse
{
    /// <summary>It follows from the voltage.</summary>
    Free,

    /// <summary>It follows from a power or a resistance that is set.</summary>
    Load,

    /// <summary>It is set.</summary>
    Set,

    /// <summary>There is none.</summary>
    Zero,
}

/// <summary>
/// What is to be expected of voltage and current while an end condition is watched: it gives plain values their direction
/// ("4.2 V" means at or above in a charge) and shows conditions that can never be met.
/// </summary>
/// <param name="Voltage">The voltage.</param>
/// <param name="Current">The current.</param>
public readonly record struct Course(VoltageCourse Voltage, CurrentCourse Current)
{
    /// <summary>No current, the voltage relaxes.</summary>
    public static Course Rest { get; } = new(VoltageCourse.Free, CurrentCourse.Zero);

    /// <summary>A held voltage.</summary>
    public static Course Hold { get; } = new(VoltageCourse.Held, CurrentCourse.Free);

    /// <summary>A voltage program that goes both ways.</summary>
    public static Course Sweeps { get; } = new(VoltageCourse.Free, CurrentCourse.Free);

    /// <summary>A set power: charge for a positive one, discharge for a negative one.</summary>
    public static Course OfPower(double watts) => Of(watts) with { Current = CurrentCourse.Load };

    /// <summary>A set current: charge for a positive one, discharge for a negative one.</summary>
    public static Course Of(double amperes) =>
        new(amperes > 0 ? VoltageCourse.Rising : amperes < 0 ? VoltageCourse.Falling : amperes == 0 ? VoltageCourse.Free : VoltageCourse.Unknown, CurrentCourse.Set);
}
