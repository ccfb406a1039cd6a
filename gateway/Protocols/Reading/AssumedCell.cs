using CoinRig.Cells;

namespace CoinRig.Protocols;

/// <summary>
/// The cell that stands in when a protocol is checked without one. Its 1C is 1 mA, so that what is said in C-rates can be
/// worked out; its limits are wide, so that only the protocol's own are checked.
/// </summary>
public static class AssumedCell
{
    /// <summary>The assumed cell.</summary>
    public static Cell Value { get; } = new()
    {
        Name = "none",
        Description = "no cell was given",
        SourceText = "",
        WorkingElectrode = WorkingElectrode.Positive,
        StartsDischarged = true,
        IsDummy = false,
        ActiveMass = new(10e-6, 0),
        Area = new(1e-4, 0),
        NominalSpecificCapacity = 100 * 3600,
        MolarMass = null,
        MolarVolume = null,
        Shape = null,
        Radius = null,
        LowestVoltage = -10,
        HighestVoltage = 10,
        LargestCurrent = 1,
        Twin = new(TwinModelKind.Resistor, "", 0, 1e4, 0, 0),
    };
}
