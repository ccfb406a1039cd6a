namespace CoinRig.InstrumentFiles;

/// <summary>A column that is read and where its cells go.</summary>
sealed class Slot(PlannedColumn plan, TableLayout layout, double[] numbers, string[]? words)
{
    readonly Cell _cell = new(plan, layout);

    /// <summary>The column.</summary>
    public PlannedColumn Plan { get; } = plan;

    /// <summary>Its numbers.</summary>
    public double[] Numbers { get; } = numbers;

    /// <summary>Its words; null where it has numbers.</summary>
    public string[]? Words { get; } = words;

    /// <summary>The power of ten to read its numbers with.</summary>
    public int Shift { get; } = plan.Unit.Shift;

    /// <summary>The factor after it.</summary>
    public double Factor { get; } = plan.IsNegated ? -plan.Unit.Factor : plan.Unit.Factor;

    /// <summary>Whether its cells are numbers and nothing else.</summary>
    public bool IsPlain { get; } = plan.Kind == CellKind.Number && words is null;

    /// <summary>Reads a cell; false, and NaN, where it is not what the column holds.</summary>
    public bool TryRead(ReadOnlySpan<byte> text, int row)
    {
        if (Words is not null)
        {
            Words[row] = _cell.Word(text);
            return true;
        }
        var isRead = _cell.TryNumber(text, out Numbers[row]);
        Numbers[row] = isRead ? Numbers[row] : double.NaN;
        return isRead;
    }
}
