namespace CoinRig.InstrumentFiles;

/// <summary>How the cells of a column are written.</summary>
enum CellKind
{
    Number,
    Clock,
    Date,
    Text,
}

/// <summary>One column that will be read.</summary>
/// <param name="Field">Its position in a row, from 0.</param>
/// <param name="Column">What it is.</param>
/// <param name="Kind">How its cells are written.</param>
/// <param name="Unit">How to come to SI.</param>
/// <param name="IsNegated">Whether the sign is turned.</param>
/// <param name="Order">For dates.</param>
sealed record PlannedColumn(int Field, MeasuredColumn Column, CellKind Kind, Unit Unit, bool IsNegated = false, DateOrder Order = DateOrder.MonthFirst)
{
    /// <summary>Whether a cell that is neither a number nor empty is an error instead of a missing value.</summary>
    public bool IsNeeded => Column.Meaning is not (Meaning.Other or Meaning.WallTime);
}
