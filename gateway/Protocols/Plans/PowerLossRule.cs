namespace CoinRig.Protocols;

/// <summary>What becomes of a step in which the power went or the program was killed.</summary>
public enum PowerLossAction
{
    /// <summary>It goes on where it stood.</summary>
    Continue,

    /// <summary>It begins again.</summary>
    Repeat,

    /// <summary>The cell rests at open circuit and is recorded for an hour; then the run ends.</summary>
    Rest,

    /// <summary>Nothing is connected until a person says what to do.</summary>
    Wait,
}

/// <summary>The keys <c>after_power_loss</c> and <c>resume_if_voltage_within</c> of a protocol or a step.</summary>
/// <param name="Action">What becomes of the step.</param>
/// <param name="VoltsWithin">By how much the cell's voltage may have moved, V; beyond it nothing is connected.</param>
public readonly record struct PowerLossRule(PowerLossAction Action, double VoltsWithin)
{
    /// <summary>Where the protocol says nothing.</summary>
    public static PowerLossRule Default { get; } = new(PowerLossAction.Continue, 0.05);
}
