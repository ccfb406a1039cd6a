namespace CoinRig.InstrumentFiles;

/// <summary>The columns of a Battery Data Format file for given rows.</summary>
sealed class BdfColumns
{
    const double PerHour = 3600;

    /// <summary>Those that every program looks for come first.</summary>
    static readonly Meaning[] First = [Meaning.Time, Meaning.Voltage, Meaning.Current, Meaning.WallTime, Meaning.Cycle, Meaning.StepCount];

    public BdfColumns(MeasuredRows rows)
    {
        RowCheck.Columns(rows);
        List<BdfColumn> all = [];
        HashSet<string> used = [];
        for (var i = 0; i < rows.Columns.Count; i++)
        {
            var column = rows.Columns[i];
            var term = BdfTerms.All.FirstOrDefault(t => !t.IsDeprecated && t.Sense.Meaning == column.Meaning && t.Sense.Scope == column.Scope
                && (t.Sense.Meaning == Meaning.StepType || !column.IsText) && !used.Contains(t.Label));
            if (column.Meaning == Meaning.Other || term is null)
            {
                LeftOut.Add(column.Name);
                continue;
            }
            used.Add(term.Label);
            all.Add(new(i, term, Divisor(term)));
        }
        Columns = [.. all.OrderBy(static c => Array.IndexOf(First, c.Term.Sense.Meaning) is >= 0 and var at ? at : First.Length)];
    }

    /// <summary>The columns in their order.</summary>
    public IReadOnlyList<BdfColumn> Columns { get; }

    /// <summary>The names of columns that the format has no name for.</summary>
    public List<string> LeftOut { get; } = [];

    static double Divisor(BdfTerm term) => term.Sense.Unit.Kind is "Ah" or "Wh" ? PerHour : 1;
}

/// <summary>One column that is written.</summary>
/// <param name="Source">Its place among the columns of the rows.</param>
/// <param name="Term">Its names.</param>
/// <param name="Divisor">What the SI value is divided by.</param>
sealed record BdfColumn(int Source, BdfTerm Term, double Divisor)
{
    /// <summary>Its name.</summary>
    public string Name(BdfLabels labels) => labels == BdfLabels.Machine ? Term.MachineName : Term.Label;
}
