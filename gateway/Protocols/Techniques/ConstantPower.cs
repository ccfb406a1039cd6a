namespace CoinRig.Protocols;

/// <summary>A constant power; a positive one charges. The current follows the measured voltage, a new one for each scan.</summary>
public sealed class ConstantPower : ITechnique
{
    /// <inheritdoc/>
    public string Name => "constant_power";

    /// <inheritdoc/>
    public string Summary => "a constant power; positive charges, negative discharges";

    /// <inheritdoc/>
    public IReadOnlyList<Key> Keys { get; } =
    [
        new("power", KeyKind.Power, "The power; positive charges", true),
        StepKeys.For,
        StepKeys.Until,
        StepKeys.LargestCurrent with { Description = "The current is never larger: where the power needs more, the step goes on with this" },
    ];

    /// <inheritdoc/>
    public StepBody Compile(StepReader step)
    {
        var watts = step.Power("power");
        return new(step.PowerSegment(watts, step.Ends(Course.OfPower(watts))));
    }
}
