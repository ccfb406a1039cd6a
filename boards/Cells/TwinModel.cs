namespace CoinRig.Cells;

/// <summary>The model that stands in for a cell on the twin. Which parameters there are depends on the model.</summary>
/// <param name="Kind">The model.</param>
/// <param name="ParameterSet">The half cell's parameter set; empty for the others.</param>
/// <param name="VoltageVolts">The source in series with a resistor or dummy cell, V.</param>
/// <param name="SeriesOhms">Series resistance (all of a resistor), ohm.</param>
/// <param name="ParallelOhms">The resistor beside the capacitor of a dummy cell, ohm.</param>
/// <param name="CapacitanceFarads">The capacitor of a dummy cell, F.</param>
public sealed record TwinModel(TwinModelKind Kind, string ParameterSet, double VoltageVolts, double SeriesOhms, double ParallelOhms, double CapacitanceFarads);

/// <summary>The models that stand in for a cell.</summary>
public enum TwinModelKind
{
    /// <summary>A resistor, perhaps with a voltage source in series.</summary>
    Resistor,

    /// <summary>R0 + (R1 parallel C1), perhaps with a voltage source in series.</summary>
    Dummy,

    /// <summary>NCM523 against lithium: single particle with film resistance.</summary>
    HalfCell,
}
