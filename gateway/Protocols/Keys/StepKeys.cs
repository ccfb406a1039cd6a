namespace CoinRig.Protocols;

/// <summary>Keys that several techniques share.</summary>
public static class StepKeys
{
    /// <summary>When samples are recorded.</summary>
    public static Key Record { get; } = new("record", KeyKind.Mapping, "When a sample is recorded: whichever comes first")
    {
        Inner =
        [
            new("dt", KeyKind.Time, "Most time between two samples"),
            new("dV", KeyKind.Voltage, "Most change of voltage between two samples"),
            new("dI", KeyKind.CurrentInAmperes, "Most change of current between two samples"),
        ],
    };

    /// <summary>What becomes of a step after a loss of power: keys of a step and of a whole protocol.</summary>
    public static IReadOnlyList<Key> PowerLoss { get; } =
    [
        new("after_power_loss", KeyKind.Choice, "What becomes of the step in which the power went: it goes on, begins again, the cell rests, or a person is waited for") { Choices = ["continue", "repeat", "rest", "wait"] },
        new("resume_if_voltage_within", KeyKind.Voltage, "By how much the cell's voltage may have moved while the power was off"),
    ];

    /// <summary>What 1C is.</summary>
    public static Key CRate { get; } = new("c_rate", KeyKind.Choice, "What 1C is: the cell file's nominal capacity, or the last full one that was measured")
    {
        Choices = ["nominal", "last_discharge_capacity", "last_charge_capacity"],
    };

    /// <summary>What every technique takes.</summary>
    public static IReadOnlyList<Key> Common { get; } =
    [
        Record,
        new("range", KeyKind.Range, "'auto' for a voltage, or a range of the board by its full scale"),
        new("label", KeyKind.Label, "A name for 'goto'"),
        CRate,
        new("trigger", KeyKind.Mapping, "A line that the step raises for other instruments")
        {
            Inner =
            [
                new("pin", KeyKind.Count, "The line, BCM number; one of the triggers in the board's profile", true) { Bounds = (0, 53) },
                new("at", KeyKind.Moment, "step_start, segment_start, a time of the step, or a condition", true),
                new("pulse", KeyKind.Time, "How long the line stays high"),
            ],
        },
        .. PowerLoss,
    ];

    /// <summary>How long at most.</summary>
    public static Key For { get; } = new("for", KeyKind.Time, "How long, at most");

    /// <summary>What ends the step.</summary>
    public static Key Until { get; } = new("until", KeyKind.Conditions, "What ends it: the first condition that is met");

    /// <summary>A current that must be there.</summary>
    public static Key Current { get; } = new("current", KeyKind.Current, "The current; positive charges", true);

    /// <summary>A voltage that must be there.</summary>
    public static Key Voltage { get; } = new("voltage", KeyKind.Voltage, "The voltage", true);

    /// <summary>For which current the range is chosen.</summary>
    public static Key LargestCurrent { get; } = new("largest_current", KeyKind.Current, "The largest current that you expect, for which the range is chosen");

    /// <summary>How a rest is held.</summary>
    public static Key Hold { get; } = new("hold", KeyKind.Choice, "Relay open, or closed at zero current") { Choices = ["open_circuit", "zero_current"] };

    /// <summary>A sweep rate that must be there.</summary>
    public static Key Rate { get; } = new("rate", KeyKind.SweepRate, "How fast the voltage goes", true);

    /// <summary>Where a sweep begins.</summary>
    public static Key Start { get; } = new("start", KeyKind.VoltageOrOpenCircuit, "Where it begins: open_circuit is where the cell is");
}
