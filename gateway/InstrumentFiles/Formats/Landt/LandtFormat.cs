namespace CoinRig.InstrumentFiles;

/// <summary>Landt's CSV: some lines of keys, names in snake case, one comma too many in every row.</summary>
sealed class LandtFormat : IFormat
{
    const int MostLinesBefore = 60;

    public Content? Open(Head head, ReadOptions options, Warnings warnings)
    {
        var namesLine = head.Find(static l => l.Contains("test_time_s,", StringComparison.Ordinal) && l.Contains("current_A", StringComparison.Ordinal), MostLinesBefore);
        if (namesLine == 0)
        {
            return null;
        }
        TableForm form = new()
        {
            Delimiter = (byte)',', Names = head.Line(namesLine).Split(','), NamesLine = namesLine, FirstLine = namesLine + 1, Sense = Sense, IsKnown = static name => name.StartsWith("temperature_", StringComparison.Ordinal),
        };
        return new("Landt CSV", new TextTable(head.File, TablePlanner.Plan(head, options, warnings, form)), new());
    }

    static ColumnSense? Sense(string name) => name switch
    {
        "Pressure_Psi" => ColumnSense.Of(Meaning.Pressure, "Psi"),
        _ => Vocabulary.Find(name) is { } sense ? sense with { Scope = name.Contains("_capacity_", StringComparison.Ordinal) || name.Contains("_energy_", StringComparison.Ordinal) ? ChargeScope.Step : ChargeScope.Unknown } : null,
    };
}
