namespace CoinRig.InstrumentFiles;

/// <summary>Tells rows from other lines of a table whose lines are of several kinds.</summary>
interface ILineRule
{
    /// <summary>A rule without memory of another reading.</summary>
    ILineRule Fresh();

    /// <summary>Whether the line is a row.</summary>
    bool IsRow(ReadOnlySpan<byte> line, long number);

    /// <summary>What the lines between the rows say about a column; null for a column of the rows themselves.</summary>
    double? Carried(PlannedColumn column);

    /// <summary>The same for words.</summary>
    string? CarriedText(PlannedColumn column);
}
