namespace CoinRig.InstrumentFiles;

/// <summary>What a format knows about its table before the columns are matched.</summary>
sealed record TableForm
{
    /// <summary>What separates the fields.</summary>
    public required byte Delimiter { get; init; }

    /// <summary>The names.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The line of the names, from 1; 0 where there are none.</summary>
    public required int NamesLine { get; init; }

    /// <summary>The line of the first row, from 1.</summary>
    public required int FirstLine { get; init; }

    /// <summary>The line after the last row; null where the file's end is the table's.</summary>
    public int? EndLine { get; init; }

    /// <summary>What a column means.</summary>
    public required Func<string, ColumnSense?> Sense { get; init; }

    /// <summary>Whether a name without a meaning is one that the format is known to have.</summary>
    public Predicate<string> IsKnown { get; init; } = static _ => false;

    /// <summary>What comes first in dates.</summary>
    public DateOrder Order { get; init; } = DateOrder.MonthFirst;

    /// <summary>Whether rows may end before the names do.</summary>
    public bool AllowsShortRows { get; init; }

    /// <summary>Whether the technique needs no column of current.</summary>
    public bool IsOpenCircuit { get; init; }

    /// <summary>Looks at a line before it is split.</summary>
    public ILineRule? LineRule { get; init; }

    /// <summary>Columns whose values stand in lines between the rows.</summary>
    public IReadOnlyList<PlannedColumn> Carried { get; init; } = [];
}
