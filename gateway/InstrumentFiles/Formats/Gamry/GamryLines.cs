namespace CoinRig.InstrumentFiles;

/// <summary>The rows of several tables of one kind, one after the other; the number of the table is the cycle.</summary>
sealed class GamryLines(IReadOnlyList<GamryTable> tables) : ILineRule
{
    int _table;

    public ILineRule Fresh() => new GamryLines(tables);

    public bool IsRow(ReadOnlySpan<byte> line, long number)
    {
        while (_table < tables.Count - 1 && number >= tables[_table].End)
        {
            _table++;
        }
        return number >= tables[_table].FirstLine && number < tables[_table].End && line[0] is (byte)'\t' or (byte)' ';
    }

    public double? Carried(PlannedColumn column) => _table + 1;

    public string? CarriedText(PlannedColumn column) => null;
}
