using CoinRig.Documents;

namespace CoinRig.Cells;

/// <summary>Reads the <c>twin</c> key of a cell file.</summary>
static class TwinModelReader
{
    /// <summary>The parameter sets of the half cell.</summary>
    static readonly string[] HalfCells = ["ncm523-lpo", "ncm523-pristine"];

    internal static TwinModel Read(MappingReader cell, bool isDummy)
    {
        if (cell.Optional("twin")?.AsMapping("'twin'") is not { } twin)
        {
            return isDummy ? new(TwinModelKind.Resistor, "", 0, 10e3, 0, 0) : new(TwinModelKind.HalfCell, HalfCells[0], 0, 0, 0, 0);
        }
        var model = twin.Choice("model", "half_cell", "half_cell", "resistor", "dummy") switch
        {
            "resistor" => new TwinModel(TwinModelKind.Resistor, "", twin.Quantity("voltage", Dimension.Voltage, 0),
                Positive(twin, "resistance", Dimension.Resistance, 10e3), 0, 0),
            "dummy" => new TwinModel(TwinModelKind.Dummy, "", twin.Quantity("voltage", Dimension.Voltage, 0),
                Positive(twin, "r0", Dimension.Resistance, 10), Positive(twin, "r1", Dimension.Resistance, 50), Positive(twin, "c1", Dimension.Capacitance, 2e-3)),
            _ => new TwinModel(TwinModelKind.HalfCell, twin.Choice("parameters", HalfCells[0], HalfCells), 0, 0, 0, 0),
        };
        twin.Finish();
        return model;
    }

    static double Positive(MappingReader twin, string key, Dimension dimension, double fallback)
    {
        var value = twin.Quantity(key, dimension, fallback);
        if (value <= 0)
        {
            twin.Optional(key)!.Report(twin.Optional(key)!.Description, $"a {dimension.Name} above zero");
        }
        return value;
    }
}
