namespace CoinRig.Protocols;

/// <summary>A discharge as onto a resistor. The current follows the measured voltage, a new one for each scan, and goes to zero with it.</summary>
public sealed class ConstantResistance : ITechnique
{
    /// <inheritdoc/>
    public string Name => "constant_resistance";

    /// <inheritdoc/>
    public string Summary => "a discharge as onto a resistor";

    /// <inheritdoc/>
    public IReadOnlyList<Key> Keys { get; } =
    [
        new("resistance", KeyKind.Resistance, "The resistance", true),
        StepKeys.For,
        StepKeys.Until,
        StepKeys.LargestCurrent with { Description = "The current is never larger: where the resistance asks for more, the step goes on with this" },
    ];

    /// <inheritdoc/>
    public StepBody Compile(StepReader step)
    {
        var ohms = step.Resistance("resistance");
        return new(step.ResistanceSegment(ohms, step.Ends(Course.OfPower(-1))));
    }
}
