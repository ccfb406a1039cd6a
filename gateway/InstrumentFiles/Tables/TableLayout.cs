namespace CoinRig.InstrumentFiles;

/// <summary>Where the rows of a file are and what is in them.</summary>
sealed record TableLayout
{
    /// <summary>What separates the fields.</summary>
    public required byte Delimiter { get; init; }

    /// <summary>The decimal sign.</summary>
    public byte Point { get; init; } = (byte)'.';

    /// <summary>Whether a comma before a later point separates thousands.</summary>
    public bool HasThousands { get; init; }

    /// <summary>The line of the first row, from 1.</summary>
    public required long FirstLine { get; init; }

    /// <summary>The line after the last row; null where the file's end is the table's.</summary>
    public long? EndLine { get; init; }

    /// <summary>The names as they stand in the heading.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Fields that each row has.</summary>
    public required int RowFields { get; init; }

    /// <summary>What will be read.</summary>
    public required IReadOnlyList<PlannedColumn> Columns { get; init; }

    /// <summary>Looks at a line before it is split.</summary>
    public ILineRule? LineRule { get; init; }

    /// <summary>Puts a finished row right, such as a current whose sign is in another column.</summary>
    public Action<Batch, int>? RowRule { get; init; }
}
