namespace CoinRig.InstrumentFiles;

/// <summary>Neware's CSV in three layers: lines of cycles, of steps (after one comma) and of records (after two), each with a line of names.</summary>
sealed class NewareLayeredFormat : IFormat
{
    public Content? Open(Head head, ReadOptions options, Warnings warnings)
    {
        var cycle = PlainHeading.Split(head, 1, ',');
        var step = PlainHeading.Split(head, 2, ',');
        var names = PlainHeading.Split(head, 3, ',');
        if (cycle[0] is not ("Cycle Index" or "Cycle ID") || step.Count < 2 || step[0].Length > 0 || names.Count < 3 || names[0].Length + names[1].Length > 0)
        {
            return null;
        }
        if (!step.Exists(static n => n is "Step Index" or "Step ID" or "Step Number"))
        {
            throw new InstrumentFileException(head.File, 2, $"{Texts.Shown(head.Line(2))} where the names of a step's line should be.", "A comma and then Step Index or Step ID are expected.");
        }
        var isDateTime = NewareFormat.IsDateTime(names, 3, warnings);
        TableForm form = new()
        {
            Delimiter = (byte)',', Names = names, NamesLine = 3, FirstLine = 4, LineRule = new NewareLayers(cycle.Count, step),
            Sense = name => NewareColumns.Sense(name, isDateTime), IsKnown = NewareColumns.IsKnown,
            Carried =
            [
                new(-1, new(cycle[0], "1", Meaning.Cycle), CellKind.Number, new("1", 0, 1)), new(-1, new("Step Index", "1", Meaning.StepId), CellKind.Number, new("1", 0, 1)),
                new(-1, new("Step Type", "", Meaning.StepType, IsText: true), CellKind.Text, new("1", 0, 1)),
            ],
        };
        return new("Neware CSV in layers", new TextTable(head.File, TablePlanner.Plan(head, options, warnings, form)), new());
    }
}
